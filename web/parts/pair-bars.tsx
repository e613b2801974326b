/** Two counts of one thing as one bar: what is undisclosed for certain filled, what may be hatched, the rest as an outline. */
import type { VNode } from 'preact';
import type { Bounds } from '../../src/model/bounds.ts';

interface Props {
  readonly contacts: Bounds;
  /** Null where nothing can be called undisclosed: then certain contacts are filled. */
  readonly undisclosed: Bounds | null;
  /** Contacts at which a bar is as long as its column. */
  readonly most: number;
}

/** A picture of two counts; the figures beside it say the same. */
export function PairBar({ contacts, undisclosed, most }: Props): VNode {
  const part = undisclosed ?? contacts;
  const share = (count: number): string => `${(100 * count) / Math.max(1, most)}%`;
  return (
    <span class="pair-bar" aria-hidden="true">
      <span class="all" style={{ width: share(contacts.max) }} />
      <span class="may" style={{ width: share(part.max) }} />
      <span class="sure" style={{ width: share(part.min) }} />
    </span>
  );
}
