/** The frame around every page. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { PAGES } from '../pages/list.ts';
import { BuildBar } from './build-bar.tsx';
import { Header } from './header.tsx';
import { KeySheet } from './key-sheet.tsx';
import { listenForKeys, useKeys } from './keys.ts';
import { PageFrame } from './page-frame.tsx';
import { followLinks, navigate, usePlace } from './place.ts';
import { matchPath } from './route.ts';
import { focusSearch } from './search-box.tsx';
import { switchTheme } from './theme.ts';

function isPage(path: string): boolean {
  return PAGES.some((entry) => matchPath(entry.path, path) !== null);
}

/** The whole of what is drawn: navigation, the bar of a new build, the page, the sheet of keys. */
export function App(): VNode {
  const place = usePlace();
  const [sheet, setSheet] = useState(false);
  useEffect(() => followLinks(isPage), []);
  useEffect(listenForKeys, []);
  useKeys('Everywhere', [
    ...PAGES.flatMap(({ path, nav }) =>
      nav === undefined
        ? []
        : [{ keys: `g ${nav.key}`, does: `go to ${nav.label.toLowerCase()}`, run: () => navigate(path) }],
    ),
    { keys: '/', does: 'search', run: focusSearch },
    { keys: 't', does: 'light or dark', run: switchTheme },
    { keys: '?', does: 'these keys', run: () => setSheet(true) },
  ]);
  return (
    <>
      <a class="skip" href="#page">
        Skip to the page
      </a>
      <Header place={place} onKeys={() => setSheet(true)} />
      <BuildBar />
      <PageFrame place={place} />
      {sheet && <KeySheet onClose={() => setSheet(false)} />}
    </>
  );
}
