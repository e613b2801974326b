/** The lines that begin the messages of an mbox file, and the blank-line rule around them. */

/** Longest line that is looked at; addresses have 254 characters. */
const LONGEST = 1000;

/** Bytes that must be at hand after a line that may be a separator: itself and the beginning of the next line. */
export const LOOKAHEAD: number = 2 * LONGEST;

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const CLOCK = '\\d{1,2}:\\d{2}(?::\\d{2})?';

/**
 * A sender (anything, even "-" or nothing that makes sense, as Thunderbird and Eudora write) and a date in the style of
 * ctime(3), with a zone in one of the places where programs put it (RFC 4155, appendix A; Google writes "+0000" before
 * the year, UUCP "remote from" after it), or the date of RFC 5322.
 */
const STRICT = new RegExp(
  `^From (?:.*?\\s)?(?:${DAY},?\\s+${MONTH}\\s+\\d{1,2}\\s+${CLOCK}(?:\\s+[A-Z+-][\\w+-]*){0,2}\\s+\\d{4}|${DAY},\\s+\\d{1,2}\\s+${MONTH}\\s+\\d{4}\\s+${CLOCK})(?:\\s.*)?$`,
);

/** A sender and no date, or a date that is not one: only where everything else fits. */
const TOLERANT = /^From (?:-|\S+@\S*|\?\?\?|MAILER-DAEMON)(?:\s.*\d{4}.*)?\s*$/;

/** The beginning of a header block: a field, or the ">From " that mail over UUCP left on top. */
const FIELD_LINE = /^(?:[!-9;-~]+[ \t]*:|>From )/;

/** How sure a line is a separator by itself. */
type Likeness = 'no' | 'tolerant' | 'strict';

function likeness(line: string): Likeness {
  if (STRICT.test(line)) return 'strict';
  return TOLERANT.test(line) ? 'tolerant' : 'no';
}

/**
 * Whether the line "From …" at a place begins a message.
 * After a blank line (or at the start of the file) a sender with a date does; a sender without a readable date only if
 * header fields follow. Without a blank line before it both are needed: programs that append to a file without care
 * leave the blank line out, and people quote mail in mail.
 * @param bytes hold LOOKAHEAD bytes after `at`, or all there are; and three before it, or all there are
 * @param at of the "F"
 * @param end of what is held
 * @param first whether `at` is the start of the file
 */
export function isSeparator(bytes: Buffer, at: number, end: number, first: boolean): boolean {
  const newline = bytes.subarray(at, Math.min(end, at + LONGEST)).indexOf(10);
  const lineEnd = newline === -1 ? Math.min(end, at + LONGEST) : at + newline;
  if (newline === -1 && lineEnd - at >= LONGEST) return false;
  const like = likeness(bytes.toString('latin1', at, lineEnd).trimEnd());
  if (like === 'no') return false;
  const afterBlank = first || isBlankBefore(bytes, at);
  if (afterBlank && like === 'strict') return true;
  const next = bytes.toString('latin1', Math.min(end, lineEnd + 1), Math.min(end, lineEnd + 200));
  if (afterBlank) return FIELD_LINE.test(next);
  return like === 'strict' && FIELD_LINE.test(next);
}

/** Whether the line before a place is empty. */
function isBlankBefore(bytes: Buffer, at: number): boolean {
  return blankLength(bytes, at, 0) > 0;
}

/**
 * Length of the empty line that ends at a place: 1 for LF, 2 for CRLF, 0 when the line before is not empty.
 * @param from where looking back must stop
 */
export function blankLength(bytes: Buffer, at: number, from: number): number {
  if (at - 1 < from || bytes[at - 1] !== 10) return 0;
  const isReturn = at - 2 >= from && bytes[at - 2] === 13;
  const before = isReturn ? at - 3 : at - 2;
  // An empty line at the very start counts too.
  if (before >= from && bytes[before] !== 10) return 0;
  return isReturn ? 2 : 1;
}
