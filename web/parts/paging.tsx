/** Parts of a long list, by the place of their first row in the address. */
import type { VNode } from 'preact';
import { setQuery } from '../shell/place.ts';
import { grouped } from '../text/number.ts';

interface Props {
  readonly offset: number;
  readonly total: number;
  /** Rows that are shown now. */
  readonly shown: number;
  /** Rows of a part. */
  readonly size: number;
}

/** `101–200 of 5,012`, with ways back and on; nothing where one part is all. */
export function Paging({ offset, total, shown, size }: Props): VNode | null {
  if (total <= shown && offset === 0) return null;
  const go = (to: number): void => {
    setQuery({ offset: to <= 0 ? null : String(to) });
    scrollTo(0, 0);
  };
  return (
    <nav class="paging" aria-label="Parts of the list">
      <button type="button" class="quiet" disabled={offset === 0} onClick={() => go(Math.max(0, offset - size))}>
        Back
      </button>
      <span>
        {shown === 0 ? 'none' : `${grouped(offset + 1)}–${grouped(offset + shown)}`} of {grouped(total)}
      </span>
      <button type="button" class="quiet" disabled={offset + shown >= total} onClick={() => go(offset + size)}>
        On
      </button>
    </nav>
  );
}

interface NeighboursProps {
  /** Addresses; null at an end. */
  readonly previous: string | null;
  readonly next: string | null;
  /** What they are, such as `finding`. */
  readonly what: string;
}

/** Links to the one before and the one after. */
export function Neighbours({ previous, next, what }: NeighboursProps): VNode {
  return (
    <span class="neighbours no-print">
      {previous === null ? <span class="grade">first {what}</span> : <a href={previous}>previous {what}</a>}
      {' · '}
      {next === null ? <span class="grade">last {what}</span> : <a href={next}>next {what}</a>}
    </span>
  );
}
