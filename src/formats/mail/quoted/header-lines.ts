/** Finds headers that a mail program copied above a message that it quotes or forwards. */
import { authorAndDate } from './author-line.ts';
import { emptyHeader, type QuotedBlock, type QuotedHeader } from './block.ts';
import type { Lines } from './lines.ts';
import { type Label, labelOf } from './words.ts';

/** Longest header, lines. */
const LONGEST = 80;

/** A field of a raw header that nobody translates. */
const OTHER_FIELD = /^[A-Za-z]+(?:-[A-Za-z]+)+:\s/;
const OTHER: { readonly label: Label; readonly value: number } = { label: 'other', value: 0 };

interface Gathered {
  readonly header: QuotedHeader;
  readonly seen: ReadonlySet<Label>;
  /** Line after the header. */
  readonly next: number;
}

/**
 * Gathers the header lines that begin at a line. Values may go on in following lines, indented or (lists of recipients) not.
 * @returns null when the line is no header line
 */
export function gather(lines: Lines, first: number): Gathered | null {
  const header = emptyHeader();
  const seen = new Set<Label>();
  const depth = lines.depth[first]!;
  let last: Label | null = null;
  let at = first;
  for (; at < lines.count && at < first + LONGEST; at++) {
    if (lines.isBlank(at)) {
      if (last === null || !goesOn(lines, at, depth, seen)) break;
      continue;
    }
    const line = lines.line(at);
    if (lines.depth[at] !== depth) {
      // Wrapping tears the end of a quoted line off its quote mark.
      if (last === null || last === 'other' || !isMissing(lines, at + 1, depth, seen)) break;
      header[last] += ` ${line}`;
      continue;
    }
    const found = labelOf(line) ?? (OTHER_FIELD.test(line) ? OTHER : null);
    if (found === null) {
      if (last === null || !continues(lines, at, last, seen)) break;
      if (last !== 'other') header[last] += ` ${line}`;
      continue;
    }
    if (found.label !== 'other') {
      if (seen.has(found.label) && found.label !== 'date') break;
      if (!seen.has(found.label)) header[found.label] = line.slice(found.value);
    }
    seen.add(found.label);
    last = found.label;
  }
  return last === null ? null : { header, seen, next: at };
}

/** Lotus Notes leaves empty lines inside of a header: it goes on if a label that is still missing follows. */
function goesOn(lines: Lines, blank: number, depth: number, seen: ReadonlySet<Label>): boolean {
  if (seen.has('subject')) return false;
  for (let at = blank + 1; at < lines.count && at <= blank + 2; at++) {
    if (!lines.isBlank(at)) return isMissing(lines, at, depth, seen);
  }
  return false;
}

/** Whether a line begins with a label that has not been seen yet. */
function isMissing(lines: Lines, at: number, depth: number, seen: ReadonlySet<Label>): boolean {
  if (at >= lines.count || lines.depth[at] !== depth) return false;
  const found = labelOf(lines.line(at));
  return found !== null && found.label !== 'from' && !seen.has(found.label);
}

/** Whether a line without a label belongs to the value above it. */
function continues(lines: Lines, at: number, last: Label, seen: ReadonlySet<Label>): boolean {
  if (lines.indented[at]) return true;
  if (/^[A-Za-z]{2,20}:(?:\s|$)/.test(lines.line(at))) return false;
  if (/[;,<]$/.test(lines.line(at - 1))) return true;
  if (last !== 'subject' && last !== 'date' && /[;@]/.test(lines.line(at))) return true;
  if (last === 'subject' && seen.size < 3) return false;
  // A list that was wrapped without indentation: the next label shows that the header is not over yet.
  for (let ahead = at + 1; ahead < lines.count && ahead <= at + 3; ahead++) {
    if (lines.isBlank(ahead)) return false;
    const found = labelOf(lines.line(ahead));
    if (found !== null) return found.label !== 'from' && !seen.has(found.label);
  }
  return false;
}

/** A line that announces a quoted message whatever the language: words between dashes, a rule, or words and a colon. */
const RULE = /^(?:-{2,}.*[\p{L}\x80-\xff].*-{1,}|.*[\p{L}\d].*-{4,}|[_=-]{10,})$/u;
/** Longest such line; the patterns would take the cube of a longer one's length. */
const LONGEST_RULE = 200;
/** The first line of one that was wrapped. */
const RULE_START = /^-{4,}.*\p{L}/u;
const ANNOUNCED =
  /^(?:Begin forwarded message|Anfang der weitergeleiteten (?:E-Mail|Nachricht)|D.{1,4}but du message (?:r.{1,4}exp.{1,4}di.{1,4}|transf.{1,4}r.{1,4})|Inizio messaggio inoltrato|Inicio del mensaje reenviado|Vidarebefordrat brev|Start p.{1,4} vidarebefordrat meddelande|Begin doorgestuurd bericht)\s*:$/;

/**
 * The line that announces the header at a line, among the six before it.
 * @param floor line before which nothing is looked at
 * @returns the line's number, the header's own when there is none; `dashed` when it holds words between dashes
 */
export function announcement(
  lines: Lines,
  header: number,
  floor: number,
): { readonly line: number; readonly dashed: boolean } {
  for (let at = header - 1; at >= floor && at >= header - 6; at--) {
    if (lines.isBlank(at)) continue;
    const line = lines.line(at);
    if (line.length > LONGEST_RULE || (!RULE.test(line) && !ANNOUNCED.test(line))) break;
    const above = line.startsWith('-') || at === floor ? '' : lines.line(at - 1);
    const wrapped = above.length <= LONGEST_RULE && RULE_START.test(above);
    return { line: wrapped ? at - 1 : at, dashed: !/^[_=-]+$/.test(line) };
  }
  return { line: header, dashed: false };
}

/**
 * The quoted message whose header holds a line that begins with a word for "From".
 * Without a line of dashes above it a subject and one more label are needed: an itinerary has "From:" and "To:" as well.
 * @param at that line
 * @param floor line before which everything belongs to something else
 */
export function headedBlock(lines: Lines, at: number, floor: number): QuotedBlock | null {
  let first = at;
  // Digests and raw headers put the date or the subject before the author.
  while (first > floor && first > at - 8) {
    const above = first - 1;
    if (lines.isBlank(above) || lines.depth[above] !== lines.depth[at] || labelOf(lines.line(above)) === null) break;
    first = above;
  }
  const gathered = gather(lines, first);
  if (gathered === null || gathered.next <= at || gathered.header.from === '') return null;
  const { seen, header, next } = gathered;
  if (!seen.has('date')) {
    // Lotus Notes: "From: Name on 05/22/2030 04:17 PM".
    const signed = authorAndDate(header.from);
    if (signed !== null) {
      header.from = signed.author;
      header.date = signed.date;
    }
  }
  const announced = announcement(lines, first, floor);
  const others = [header.date !== '', seen.has('to'), seen.has('subject')].filter(Boolean).length;
  if (announced.dashed ? others < 1 : !(seen.has('subject') && others >= 2)) return null;
  return { first: announced.line, body: next, header, depth: lines.depth[at]!, attributed: false };
}
