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
  yield `${TEXT_COLUMNS.map(([heading]) => heading).join(',')}\n`;
  for await (const page of pages) {
    yield page.map((row) => `${TEXT_COLUMNS.map(([, text]) => field(text(row))).join(',')}\n`).join('');
  }
}
