/** The browser's side as the server serves it in a checkout: built anew when its sources are younger. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const DOCUMENT = join(PROJECT, 'dist/web/index.html');

/** When anything in a folder was last changed, milliseconds. */
function youngest(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Math.max(...entries.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}

/** Builds web/ into dist/web where that is not there or older than its sources. */
export function buildPages(): void {
  if (existsSync(DOCUMENT) && statSync(DOCUMENT).mtimeMs > youngest(join(PROJECT, 'web'))) return;
  const vite = join(PROJECT, 'node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--config', 'web/vite.config.ts', '--logLevel', 'error'], {
    cwd: PROJECT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
