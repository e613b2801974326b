/** What a page is: the contract between the shell and the pages. */
import type { ComponentType } from 'preact';
import type { Params } from '../shell/route.ts';

/** What every page gets. Everything else it takes from the address and asks the server for. */
export interface PageProps {
  /** The named segments of the page's pattern, decoded. */
  readonly params: Params;
  /** The address's query. Change it with setQuery(). */
  readonly query: URLSearchParams;
}

export interface PageEntry {
  /** Pattern of the path, such as `/records/:id`. */
  readonly path: string;
  /** For the tab; a page that knows better calls useTitle(). */
  readonly title: string;
  /** Loads the page's code: `() => import('./x/page.tsx').then((m) => m.XPage)`, so that it is a chunk of its own. */
  readonly load: () => Promise<ComponentType<PageProps>>;
  /** Its place in the navigation; absent for pages that are reached from others. */
  readonly nav?: NavEntry;
}

export interface NavEntry {
  readonly label: string;
  /** The second key of "g then …". */
  readonly key: string;
}
