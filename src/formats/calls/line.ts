/** One line of a table as the general reader has it. */
import { memoryInput } from '../../bytes/input.ts';
import type { Dialect } from '../table/delimited.ts';
import { type Row, readRows } from '../table/rows.ts';

/** What would close a quoted cell that is still open at the end of a line. */
const CLOSING = Buffer.from('\n"\n', 'latin1');

/**
 * Takes a line apart by the general rules.
 * @param line with its line ending, where it has one
 * @param offset of the line in the file. @param number of the row
 */
export function rowOfLine(line: Uint8Array, dialect: Dialect, offset: number, number: number): Row {
  const [row] = readRows(memoryInput('', line), { ...dialect, mark: 0, start: 0, firstRow: number });
  return { ...row!, offset };
}

/** Whether a row that begins with this line ends with it, whatever follows. @param line without its ending */
export function isWholeRow(line: Uint8Array, dialect: Dialect): boolean {
  const joined = Buffer.concat([line, CLOSING]);
  const [row] = readRows(memoryInput('', joined), { ...dialect, mark: 0, start: 0 });
  return row!.length === line.length;
}
