/** How much a word counts where it stands. */
import type { TextColumn } from './document.ts';

/**
 * A word in a subject or a file name says more of what a document is about than one in its body. Whole numbers: sums of them
 * are the same in any order. They are in the lengths that shards keep, so a change is a new layout.
 */
export const COLUMN_WEIGHTS: Readonly<Record<TextColumn, number>> = { subject: 3, body: 1, names: 2 };
