/** That the case was built again while it was looked at. */
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { newestLine, shownBuild } from '../data/case-line.ts';
import { askAgain, look } from '../data/fetch.ts';
import { useStore } from '../data/store.ts';

/** Milliseconds between two looks, and only while the page is seen. */
const EVERY = 4000;

function useLooks(): void {
  useEffect(() => {
    const now = (): void => {
      if (document.visibilityState === 'visible') void look();
    };
    const timer = setInterval(now, EVERY);
    document.addEventListener('visibilitychange', now);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', now);
    };
  }, []);
}

/** A bar at the foot of the window; nothing where there is nothing to say. */
export function BuildBar(): VNode {
  useLooks();
  const line = useStore(newestLine);
  const shown = useStore(shownBuild);
  const isNew = line !== null && shown !== null && line.build !== shown;
  return (
    <div class="bars" role="status">
      {isNew && (
        <p class="bar">
          The case was built again. This page is still of the build before.
          <button type="button" onClick={askAgain}>
            Show the new one
          </button>
        </p>
      )}
    </div>
  );
}
