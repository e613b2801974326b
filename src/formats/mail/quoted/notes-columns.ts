/**
 * Headers that Lotus Notes 5 laid out in two columns above a message: at the left the author, wrapped, and the date; at
 * the right the recipients and the subject.
 */
import { emptyHeader, type QuotedBlock, type QuotedHeader } from './block.ts';
import { announcement } from './header-lines.ts';
import type { Lines } from './lines.ts';
import { labelOf } from './words.ts';

/** The label of the recipients with white space before it. */
const RIGHT_TO = /\s{2}(?:To|An|Para|Till|A):(?=\s|$)/;

/** Where the right column begins at least, characters. */
const LEFTMOST = 15;

/** Longest header, and lines above "To:" that belong to it. */
const LONGEST = 40;
const ABOVE = 4;

const STAMP = /\b(\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?(?:\s+[A-Z]{3,4}\b)?)/;

/** What Notes writes below the author, in the left column too. */
const BESIDE = /\s*(?:\b(?:Sent by|Please respond to|Office)\b|\().*$/;

interface Columns {
  readonly left: string[];
  readonly header: QuotedHeader;
  /** Line after the header. */
  next: number;
}

/** Longest line that may hold two columns. */
const WIDEST = 1000;

/**
 * The message whose header holds a line with "To:" in its right column.
 * @param at that line
 * @param floor line before which everything belongs to something else
 */
export function columnsBlock(lines: Lines, at: number, floor: number): QuotedBlock | null {
  const raw = rawLine(lines, at);
  const match = raw.length > WIDEST ? null : RIGHT_TO.exec(raw);
  if (match === null || match.index + 2 < LEFTMOST) return null;
  const column = match.index + 2;
  const columns = gatherColumns(lines, at, column);
  if (columns === null) return null;
  let first = at;
  for (; first > floor && first > at - ABOVE; first--) {
    const above = first - 1;
    if (lines.isBlank(above) || lines.depth[above] !== lines.depth[at] || !fitsLeft(lines, above, column)) break;
    columns.left.unshift(lines.line(above));
  }
  // An address that was wrapped is one word again.
  const left = columns.left.join(' ').replace(/<[^<>]*>/g, (address) => address.replace(/\s+/g, ''));
  const stamp = STAMP.exec(left);
  const author = (stamp === null ? left : left.slice(0, stamp.index)).replace(BESIDE, '').trim();
  if (stamp === null || author === '') return null;
  const { header, next } = columns;
  header.from = author;
  header.date = stamp[1]!;
  return {
    first: announcement(lines, first, floor).line,
    body: next,
    header,
    depth: lines.depth[at]!,
    attributed: false,
  };
}

function rawLine(lines: Lines, at: number): string {
  return lines.text.slice(lines.start[at]!, lines.end[at]!);
}

/** Whether a line ends before the right column, without a line of dashes in it. */
function fitsLeft(lines: Lines, at: number, column: number): boolean {
  return lines.end[at]! - lines.start[at]! < column && !/-{3}/.test(lines.line(at));
}

/** Reads both columns from the line with "To:" on. @returns null when the right one holds no subject */
function gatherColumns(lines: Lines, at: number, column: number): Columns | null {
  const columns: Columns = { left: [], header: emptyHeader(), next: at };
  let last: 'to' | 'cc' | 'bcc' | 'subject' = 'to';
  let subject = false;
  for (let i = at; i < lines.count && i < at + LONGEST && !lines.isBlank(i); i++) {
    const raw = rawLine(lines, i);
    if (raw.length >= column && !/\s/.test(raw[column - 1]!)) break;
    const left = raw
      .slice(0, column)
      .replace(/^[>\s]+/, '')
      .trim();
    const right = raw.slice(column).trim();
    if (left !== '') columns.left.push(left);
    columns.next = i + 1;
    if (right === '') continue;
    const found = labelOf(right);
    if (found === null) columns.header[last] += ` ${right}`;
    else if (found.label === 'to' || found.label === 'cc' || found.label === 'bcc' || found.label === 'subject') {
      last = found.label;
      columns.header[last] = right.slice(found.value);
      subject ||= last === 'subject';
    }
  }
  return subject ? columns : null;
}
