/** What the tab says. */
import { useEffect } from 'preact/hooks';
import { newestLine } from '../data/case-line.ts';
import { useStore } from '../data/store.ts';
import { beginning } from '../text/visible.ts';

/** Puts a title into the tab, with the case behind it, for as long as the component is there. */
export function useTitle(title: string): void {
  const line = useStore(newestLine);
  useEffect(() => {
    const short = beginning(title, 80).text;
    document.title = line === null ? short : `${short} · ${line.title}`;
  }, [title, line]);
}
