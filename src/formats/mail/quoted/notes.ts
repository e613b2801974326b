/** Headers that Lotus Notes copied above a message: the author and the date stand in lines without a label. */

import { authorAndDate, isStamp } from './author-line.ts';
import type { QuotedBlock } from './block.ts';
import { announcement, gather } from './header-lines.ts';
import type { Lines } from './lines.ts';
import { labelOf } from './words.ts';

/** Lines above "To:" among which the author is looked for. */
const ABOVE = 8;

/**
 * The message whose header holds a line that begins with "To:", with an author and a date above it in the manner of Notes.
 * @param at that line
 * @param floor line before which everything belongs to something else
 */
export function notesBlock(lines: Lines, at: number, floor: number): QuotedBlock | null {
  const gathered = gather(lines, at);
  if (gathered === null || !gathered.seen.has('subject') || gathered.header.from !== '') return null;
  const depth = lines.depth[at]!;
  for (let above = at - 1; above >= floor && above >= at - ABOVE; above--) {
    if (lines.isBlank(above)) continue;
    if (lines.depth[above] !== depth) return null;
    const line = lines.line(above);
    const one = authorAndDate(line);
    const two = one === null && isStamp(line) ? authorAbove(lines, above, floor) : null;
    if (one === null && two === null) {
      // "Please respond to …", "Sent by: …" and a wrapped line of theirs may stand between.
      if (labelOf(line)?.label === 'other' || /^Please respond to\b/i.test(line) || lines.indented[above]) continue;
      return null;
    }
    const header = gathered.header;
    header.from = one === null ? lines.line(two!) : one.author;
    header.date = one === null ? line : one.date;
    const start = one === null ? two! : above;
    return { first: announcement(lines, start, floor).line, body: gathered.next, header, depth, attributed: false };
  }
  return null;
}

/** The line with the author's name above a line that is a date; it must look like a name, not like prose. */
function authorAbove(lines: Lines, date: number, floor: number): number | null {
  const above = date - 1;
  if (above < floor || lines.isBlank(above)) return null;
  const line = lines.line(above);
  return line.length <= 100 && !/[.!?:]$/.test(line) && labelOf(line) === null ? above : null;
}
