/** Starts the workbench in the browser. */
import { render } from 'preact';
import { App } from './shell/app.tsx';
import './styles/main.css';

const root = document.getElementById('app');
if (root === null) throw new Error('the document has no place for the pages');
render(<App />, root);
