/** The head of every page: the case, the way through it, and the search. */
import type { VNode } from 'preact';
import type { CaseLine } from '../../src/server/shapes/answer.ts';
import { useCaseLine } from '../data/case-line.ts';
import { useStore } from '../data/store.ts';
import { Written } from '../parts/written.tsx';
import { counted } from '../text/number.ts';
import { Navigation } from './navigation.tsx';
import type { Place } from './place.ts';
import { SearchBox } from './search-box.tsx';
import { switchTheme, theme } from './theme.ts';

interface Props {
  readonly place: Place;
  readonly onKeys: () => void;
}

/** Navigation, title and tools. */
export function Header({ place, onKeys }: Props): VNode {
  const line = useCaseLine();
  const seen = useStore(theme);
  return (
    <header class="head">
      <div class="head-line">
        <a class="case-title" href="/">
          {line === null ? 'Backchannel' : <Written text={line.title} limit={140} />}
        </a>
        <div class="tools">
          <SearchBox place={place} />
          <button
            type="button"
            class="tool"
            onClick={switchTheme}
            aria-label={`switch to ${seen === 'dark' ? 'light' : 'dark'}`}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path class="line" d="M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z" />
              <path class="fill" d="M8 1.5a6.5 6.5 0 0 0 0 13z" />
            </svg>
          </button>
          <button type="button" class="tool" onClick={onKeys} aria-label="keys">
            ?
          </button>
        </div>
      </div>
      <nav class="pages" aria-label="Pages">
        <Navigation path={place.path} />
        <AsOf line={line} />
      </nav>
    </header>
  );
}

/** The case's "now", its zone, and its build, or what that build does not know yet. */
function AsOf({ line }: { readonly line: CaseLine | null }): VNode {
  // Its line is there before its words are.
  if (line === null) return <p class="as-of" />;
  return (
    <p class="as-of">
      as of <b>{line.asOf}</b> <span class={line.waiting === 0 ? 'zone' : 'zone-beside'}>· times in {line.zone}</span>{' '}
      {line.waiting === 0 ? (
        <span class="wide-only">· build {line.build.slice(0, 8)}</span>
      ) : (
        <span title="They hold from the next build on: backchannel build">
          · {counted(line.waiting, 'decision waits', 'decisions wait')} for a build
        </span>
      )}
    </p>
  );
}
