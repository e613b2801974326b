/** The cells of one row of text (RFC 4180, with what programs write instead). */

/** A row taken apart. */
export interface Cells {
  readonly cells: readonly string[];
  /** Whether its quotation marks were as RFC 4180 has them. */
  readonly clean: boolean;
}

const QUOTE = '"';

/**
 * Takes a row apart. A quoted cell begins with a quotation mark behind a delimiter, spaces between them allowed; in it two
 * marks are one. Marks inside a cell that is not quoted are text, line ends inside quotes stay.
 *
 * Where that does not work out the row is one of an export that does not double the marks inside: there a mark closes a
 * cell exactly when a delimiter or the row's end follows. And where a cell is not closed even so, no mark quotes anything.
 * @param text the row without its line ending
 * @param delimiter one character
 */
export function splitCells(text: string, delimiter: string): Cells {
  if (!text.includes(QUOTE)) return { cells: text.split(delimiter), clean: true };
  const doubled = split(text, delimiter, true);
  if (doubled.clean) return doubled;
  const all = allQuoted(text, delimiter);
  if (all !== null) return { cells: all, clean: false };
  const single = split(text, delimiter, false);
  return { cells: single.closed ? single.cells : text.split(delimiter), clean: false };
}

/**
 * The cells of a row that seems to quote every one of them: then `", "` inside a cell is text.
 * @returns null where a cell that is not quoted seems to stand among them
 */
function allQuoted(text: string, delimiter: string): string[] | null {
  const row = text.trim();
  if (row.length < 2 || !row.startsWith(QUOTE) || !row.endsWith(QUOTE)) return null;
  const cells = row.slice(1, -1).split(`"${delimiter}"`);
  const bare = (cell: string): boolean =>
    cell
      .split(`"${delimiter}`)
      .slice(1)
      .some((behind) => !behind.startsWith(' '));
  return cells.some(bare) ? null : cells.map((cell) => cell.replaceAll('""', QUOTE));
}

interface Split extends Cells {
  /** Whether every quoted cell is closed. */
  readonly closed: boolean;
}

/** @param doubled whether two marks are one */
function split(text: string, delimiter: string, doubled: boolean): Split {
  const cells: string[] = [];
  let clean = true;
  let closed = true;
  let at = 0;
  for (;;) {
    let cell = '';
    let open = at;
    while (text[open] === ' ') open++;
    const quoted = text[open] === QUOTE;
    if (quoted) {
      const part = quotedPart(text, open + 1, delimiter, doubled);
      cell = part.text;
      at = part.end;
      clean &&= part.clean;
      closed &&= part.closed;
    }
    const next = text.indexOf(delimiter, at);
    const rest = text.slice(at, next === -1 ? text.length : next);
    if (!quoted || rest.trim() !== '') {
      clean &&= !quoted && !rest.includes(QUOTE);
      cell += rest;
    }
    cells.push(cell);
    if (next === -1) return { cells, clean, closed };
    at = next + 1;
  }
}

interface QuotedPart {
  readonly text: string;
  readonly end: number;
  readonly clean: boolean;
  readonly closed: boolean;
}

/** @param start behind the opening mark */
function quotedPart(text: string, start: number, delimiter: string, doubled: boolean): QuotedPart {
  let out = '';
  let clean = true;
  let from = start;
  for (;;) {
    const mark = text.indexOf(QUOTE, from);
    if (mark === -1) return { text: out + text.slice(from), end: text.length, clean: false, closed: false };
    out += text.slice(from, mark);
    from = mark + 1;
    if (doubled && text[from] === QUOTE) from++;
    else if (closes(text, from, delimiter)) return { text: out, end: from, clean, closed: true };
    else clean = false;
    out += QUOTE;
  }
}

function closes(text: string, from: number, delimiter: string): boolean {
  let at = from;
  while (text[at] === ' ') at++;
  const follows = text[at];
  return follows === undefined || follows === delimiter || follows === '\n' || follows === '\r';
}
