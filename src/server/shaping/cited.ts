/** Citations as rows. */
import { type CitationView, citationsOfContacts, citationsOfRecords } from '../../case/views/citations.ts';
import { parseId } from '../../model/ids.ts';
import type { Opened } from '../opened.ts';
import type { Cited } from '../shapes/citation.ts';

/** A citation as pages have it. */
export function citedOf({ record, source, member, bytes, row, text }: CitationView): Cited {
  return { record, source, member, bytes, row, text };
}

/** Remembers the numbers of records whose ids a page shows, so that they open at once. */
export function remember({ shown }: Opened, cited: ReadonlyMap<number, CitationView>): void {
  for (const [no, { record }] of cited) shown.set(parseId(record)!.from, no);
}

/** Where records stand, in the order of their numbers. @param records record_no */
export async function citedRecords(opened: Opened, records: readonly number[]): Promise<Cited[]> {
  const found = await citationsOfRecords(opened.open, records);
  remember(opened, found);
  return records.flatMap((no) => {
    const view = found.get(no);
    return view === undefined ? [] : [citedOf(view)];
  });
}

/** Where the witnesses of contacts stand, by contact_no. */
export async function citedWitnesses(
  { open }: Opened,
  contacts: readonly number[],
): Promise<ReadonlyMap<number, readonly Cited[]>> {
  const found = await citationsOfContacts(open, contacts);
  return new Map([...found].map(([contact, views]) => [contact, views.map(citedOf)]));
}
