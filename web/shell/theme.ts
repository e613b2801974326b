/** Light and dark: by the system, or by hand. */
import { type Store, store } from '../data/store.ts';
import { cookieValue, setCookie } from './cookie.ts';

export type Theme = 'light' | 'dark';

function chosen(): Theme | null {
  const value = cookieValue('theme');
  return value === 'light' || value === 'dark' ? value : null;
}

const system = matchMedia('(prefers-color-scheme: dark)');

/** The theme that is seen now. */
export const theme: Store<Theme> = store<Theme>(chosen() ?? (system.matches ? 'dark' : 'light'));

system.addEventListener('change', () => {
  if (chosen() === null) theme.set(system.matches ? 'dark' : 'light');
});

/** Changes to the other theme and keeps it. */
export function switchTheme(): void {
  const next: Theme = theme.get() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  setCookie('theme', next);
  theme.set(next);
}
