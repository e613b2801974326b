/** The text of a workbook: the names of its sheets and the shown values of its cells. */
import type { Input } from '../../bytes/input.ts';
import { readWorkbook } from '../xlsx/sheets.ts';
import { unpackingFault } from './unpacked.ts';

/**
 * A line for each row that has something, cells divided by tabs, under the name of its sheet.
 * @param input the whole file
 * @param most bytes that it may unpack to
 * @returns text, or why there is none as one plain phrase
 */
export async function workbookText(input: Input, most: number): Promise<{ readonly text: string } | { fault: string }> {
  const fault = await unpackingFault(input, most);
  if (fault !== null) return { fault };
  const book = await readWorkbook(input);
  if ('fault' in book) return { fault: 'it is damaged or too large' };
  const lines = book.sheets.flatMap(({ name, rows }) => [
    name,
    ...rows.map((cells) => cells.filter((cell) => cell !== '').join('\t')).filter((line) => line !== ''),
  ]);
  return { text: lines.join('\n') };
}
