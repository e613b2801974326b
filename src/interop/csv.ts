/** Contacts as CSV after RFC 4180, in UTF-8, with line feeds. */
import type { ContactRow } from './contact-row.ts';
import { harmless } from './formula.ts';
import { TEXT_COLUMNS } from './text-columns.ts';

function field(text: string): string {
  const cell = harmless(text);
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * @param pages of contacts
 * @yields text; the first piece begins with the line of headings
 */
export async function* csvOf(pages: AsyncIterable<readonly ContactRow[]>): AsyncGenerator<string> {
  // The headings wait for the first page: a question that cannot be asked prints nothing.
  let heading = `${TEXT_COLUMNS.map(([name]) => name).join(',')}\n`;
  for await (const page of pages) {
    yield heading + page.map((row) => `${TEXT_COLUMNS.map(([, text]) => field(text(row))).join(',')}\n`).join('');
    heading = '';
  }
  if (heading !== '') yield heading;
}
