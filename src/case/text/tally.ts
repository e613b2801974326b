/** Sums of what came of records. */
import type { TextTally } from './message.ts';

/** Nothing so far. */
export const NO_TEXT_TALLY: TextTally = { documents: 0, gone: 0, read: 0, unread: {} };

/** Both together. */
export function sumOf(a: TextTally, b: TextTally): TextTally {
  const unread = new Map(Object.entries(a.unread));
  for (const [reason, count] of Object.entries(b.unread)) unread.set(reason, (unread.get(reason) ?? 0) + count);
  return {
    documents: a.documents + b.documents,
    gone: a.gone + b.gone,
    read: a.read + b.read,
    unread: Object.fromEntries([...unread].sort(([x], [y]) => (x < y ? -1 : 1))),
  };
}
