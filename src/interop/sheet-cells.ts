/** Cells of a spreadsheet: texts that are texts, dates that are dates. */

/** A cell as the writer of spreadsheets takes it. */
export interface Cell {
  readonly value: string | number;
  readonly type: typeof String | typeof Number;
  readonly format?: string;
  readonly fontWeight?: 'bold';
  readonly wrap?: boolean;
  readonly alignVertical?: 'top';
}

/** Most characters of a cell (ECMA-376; Excel refuses the whole file when there are more). */
const LONGEST = 32_767;
/** What XML 1.0 cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
/** Days from 30 December 1899 to 1970: what spreadsheets count from, with their leap day of 1900. */
const EPOCH = 25_569;
/** Spreadsheets know no days before 1 March 1900 that all of them agree on. */
const FIRST = 61;

/** Text as text, also when it begins like a formula. What a cell cannot hold is said in it. */
export function textCell(text: string, style: Partial<Cell> = {}): Cell {
  // `_x000A_` stands for a character in this format; a text that has such letters is written so that they stay letters.
  const clean = text.replace(UNWRITABLE, '\ufffd').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  const note = ` … (cut: ${clean.length} characters)`;
  const value = clean.length > LONGEST ? `${clean.slice(0, LONGEST - note.length)}${note}` : clean;
  return { value, type: String, ...style };
}

/** A number; null: an empty cell. */
export function numberCell(value: number | null): Cell | null {
  return value === null ? null : { value, type: Number };
}

const SHOWN = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?[+-]\d\d:\d\d)?)?)?$/;

/**
 * A time as a date that spreadsheets sort and count with, shown as exact as it is known.
 * @param time ISO 8601 as in ContactRow, in the zone that the sheet's heading names; null: an empty cell
 */
export function dateCell(time: string | null): Cell | null {
  if (time === null) return null;
  const match = SHOWN.exec(time);
  if (match === null) return textCell(time);
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0'] = match;
  const utc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const value = utc / 86_400_000 + EPOCH;
  if (value < FIRST) return textCell(time);
  const formats = ['yyyy', 'yyyy-mm', 'yyyy-mm-dd', 'yyyy-mm-dd', 'yyyy-mm-dd hh:mm', 'yyyy-mm-dd hh:mm:ss'];
  const known = match.slice(1).filter((part) => part !== undefined).length;
  return { value, type: Number, format: formats[known - 1]! };
}
