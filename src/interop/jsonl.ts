/** Contacts as JSON, one on a line. */
import type { ContactRow } from './contact-row.ts';

/** A contact as one JSON object on a line, without its end. */
function jsonLine({ earliest: _earliest, latest: _latest, ...row }: ContactRow): string {
  return JSON.stringify(row);
}

/**
 * @param pages of contacts
 * @yields text, whole lines
 */
export async function* jsonlOf(pages: AsyncIterable<readonly ContactRow[]>): AsyncGenerator<string> {
  for await (const page of pages) yield page.map((row) => `${jsonLine(row)}\n`).join('');
}
