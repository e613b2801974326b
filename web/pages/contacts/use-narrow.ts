/** Whether the page is as narrow as a telephone: rows are then blocks of several lines. */
import { useEffect, useState } from 'preact/hooks';

const NARROW = '(max-width: 45rem)';

/** True below the width at which the style sheets change too. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const watched = matchMedia(NARROW);
    const changed = (): void => setNarrow(watched.matches);
    watched.addEventListener('change', changed);
    return () => watched.removeEventListener('change', changed);
  }, []);
  return narrow;
}
