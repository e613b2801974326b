/** Where the browser is: the address bar is the only state that says what is shown. */
import { useEffect, useState } from 'preact/hooks';

export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
  /** Path and query as they stand in the address bar. */
  readonly address: string;
  /** How far down the page was when it was left; null for a page that is new. */
  readonly scroll: number | null;
}

const watchers = new Set<() => void>();

function here(): Place {
  const state: unknown = history.state;
  const scroll = typeof state === 'object' && state !== null && 'scroll' in state ? Number(state.scroll) : null;
  const { pathname, search } = location;
  return { path: pathname, query: new URLSearchParams(search), address: pathname + search, scroll };
}

function tell(): void {
  for (const watcher of [...watchers]) watcher();
}

/** Where the browser is now, and again whenever that changes. */
export function usePlace(): Place {
  const [place, setPlace] = useState(here);
  useEffect(() => {
    const changed = (): void => setPlace(here());
    watchers.add(changed);
    addEventListener('popstate', changed);
    return () => {
      watchers.delete(changed);
      removeEventListener('popstate', changed);
    };
  }, []);
  return place;
}

/**
 * Goes to an address of the workbench.
 * @param address path and query
 * @param how `push` leaves a step that the Back button undoes; `replace` does not: for what changes while one types or drags
 */
export function navigate(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') {
    if (address === here().address) return;
    history.replaceState({ scroll: scrollY }, '');
    history.pushState(null, '', address);
  } else history.replaceState(history.state, '', address);
  tell();
}

/**
 * Changes parts of the query and leaves the rest as it is.
 * @param changes names and new values; null or an empty text removes the name, a list gives it several times
 */
export function setQuery(
  changes: Readonly<Record<string, string | readonly string[] | null>>,
  how: 'push' | 'replace' = 'push',
): void {
  const { path, query } = here();
  for (const [name, value] of Object.entries(changes)) {
    query.delete(name);
    for (const one of value === null ? [] : typeof value === 'string' ? [value] : value)
      if (one !== '') query.append(name, one);
  }
  const text = query.toString();
  navigate(text === '' ? path : `${path}?${text}`, how);
}

/**
 * Follows links of pages without loading the document again. Plain `<a href>` is all that pages write: a middle click,
 * a new window and "copy link" then work by themselves.
 * @param isPage whether a path is a page of ours; others (downloads) go to the server
 * @returns takes it back
 */
export function followLinks(isPage: (path: string) => boolean): () => void {
  const clicked = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || link.target !== '' || link.hasAttribute('download')) return;
    const url = new URL(link.href, location.href);
    if (url.origin !== location.origin || url.hash !== '' || !isPage(url.pathname)) return;
    event.preventDefault();
    navigate(url.pathname + url.search);
  };
  // Restored by the shell once the page has its data; the browser would do it while the page is still short.
  history.scrollRestoration = 'manual';
  document.addEventListener('click', clicked);
  return () => document.removeEventListener('click', clicked);
}
