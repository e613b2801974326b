/** The way through the case: one entry for each page that has one, in one line that scrolls sideways where it is too long. */
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PAGES } from '../pages/list.ts';

/** Whether an address belongs to an entry: /findings/f:81 belongs to Findings. */
function isIn(path: string, entry: string): boolean {
  return entry === '/' ? path === '/' : path === entry || path.startsWith(`${entry}/`);
}

/** Pixels of a list that lie out of sight on each side; below 2 they are rounding. */
function hiddenIn({ scrollLeft, scrollWidth, clientWidth }: HTMLElement): { left: boolean; right: boolean } {
  return { left: scrollLeft > 2, right: scrollWidth - clientWidth - scrollLeft > 2 };
}

/** The list of pages, with the present one in sight. */
export function Navigation({ path }: { readonly path: string }): VNode {
  const list = useRef<HTMLUListElement>(null);
  const [hidden, setHidden] = useState({ left: false, right: false });
  const look = (): void => {
    if (list.current !== null) setHidden(hiddenIn(list.current));
  };
  useLayoutEffect(() => {
    const all = list.current;
    const present = all?.querySelector<HTMLElement>('[aria-current]')?.parentElement;
    // Not scrollIntoView: that would move the page as well.
    if (all && present)
      all.scrollLeft = present.offsetLeft - all.offsetLeft - (all.clientWidth - present.clientWidth) / 2;
    look();
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, [path]);
  const css = [...(hidden.left ? ['more-left'] : []), ...(hidden.right ? ['more-right'] : [])].join(' ');
  return (
    <ul ref={list} class={css} onScroll={look}>
      {PAGES.map(({ path: entry, nav }) =>
        nav === undefined ? null : (
          <li key={entry}>
            <a href={entry} aria-current={isIn(path, entry) ? 'page' : undefined}>
              {nav.label}
            </a>
          </li>
        ),
      )}
    </ul>
  );
}
