/** The page of the present address: loaded when it is first wanted, with its own focus, scroll and failures. */
import { Component, type ComponentChildren, type ComponentType, type VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { faultOf } from '../data/failure.ts';
import { PAGES } from '../pages/list.ts';
import type { PageEntry, PageProps } from '../pages/page.ts';
import { Empty, ErrorBox, Pending } from '../parts/notice.tsx';
import type { Place } from './place.ts';
import { matchPath, type Params } from './route.ts';

interface Found {
  readonly entry: PageEntry;
  readonly params: Params;
}

function pageAt(path: string): Found | null {
  for (const entry of PAGES) {
    const params = matchPath(entry.path, path);
    if (params !== null) return { entry, params };
  }
  return null;
}

/** Pages whose code is here already: they are drawn in the same frame as the click. */
const loaded = new Map<PageEntry, ComponentType<PageProps>>();

interface CatchState {
  readonly error: unknown;
}

/** A page that fails leaves the frame standing, and says what happened. */
class Catch extends Component<{ readonly where: string; readonly children: ComponentChildren }, CatchState> {
  override state: CatchState = { error: null };

  static override getDerivedStateFromError(error: unknown): CatchState {
    return { error };
  }

  override render(): ComponentChildren {
    const { error } = this.state;
    return error === null ? this.props.children : <ErrorBox fault={faultOf(error, this.props.where)} />;
  }
}

function usePageCode(entry: PageEntry | null): {
  readonly page: ComponentType<PageProps> | null;
  readonly error: unknown;
} {
  const [got, setGot] = useState<{ entry: PageEntry; error: unknown } | null>(null);
  const page = entry === null ? null : (loaded.get(entry) ?? null);
  useEffect(() => {
    if (entry === null || loaded.has(entry)) return;
    let wanted = true;
    entry.load().then(
      (code) => {
        loaded.set(entry, code);
        if (wanted) setGot({ entry, error: null });
      },
      (error: unknown) => wanted && setGot({ entry, error }),
    );
    return () => {
      wanted = false;
    };
  }, [entry]);
  return { page, error: got !== null && got.entry === entry ? got.error : null };
}

/** Takes focus and scroll to where they belong when the path changes, but not when only the query does. */
function useArrival(place: Place): { current: HTMLElement | null } {
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useLayoutEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    // Screen readers then read the new page from its beginning, and the next Tab is inside it.
    main.current?.focus({ preventScroll: true });
    scrollTo(0, place.scroll ?? 0);
  }, [place.path]);
  return main;
}

/** The main part of the document. */
export function PageFrame({ place }: { readonly place: Place }): VNode {
  const found = pageAt(place.path);
  const { page: Page, error } = usePageCode(found?.entry ?? null);
  const main = useArrival(place);
  return (
    <main id="page" ref={main} tabIndex={-1}>
      {found === null ? (
        <>
          <h1>Nothing is here</h1>
          <Empty title="There is no page at this address.">
            <p>
              <a href="/">Go to the overview</a>, or search with <kbd>/</kbd>.
            </p>
          </Empty>
        </>
      ) : error !== null ? (
        <ErrorBox fault={faultOf(error, place.path)} />
      ) : Page === null ? (
        <Pending lines={12} />
      ) : (
        <Catch key={place.path} where={place.address}>
          <Page params={found.params} query={place.query} />
        </Catch>
      )}
    </main>
  );
}
