/** Texts of messages for comparing copies, read again from their sources. */
import { bodyText } from '../../formats/mail/body-text.ts';
import { LARGEST_MESSAGE } from '../../formats/mail/message.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { RECORD_PAGE, SOURCE_PAGE } from '../../ledger/queries/citations/places.ts';
import { Pages } from './pages.ts';
import { SourceFiles, type SourcePlace } from './source-files.ts';

/** Reads the bodies of messages; cheap in the order of the records, and again. */
export interface BodyReader {
  /**
   * The text of a message in a form in which copies of one mail compare equal (formats/mail/body-text.ts).
   * @param record record_no
   * @returns null when its source is gone or is not what was taken in
   * @throws {Error} with the system's `code` when the spool folder cannot be written to
   */
  body(record: number): Promise<string | null>;
  close(): Promise<void>;
}

interface Place {
  readonly source: number;
  readonly offset: number;
  readonly length: number;
  readonly part: number;
}

type RecordColumns = Readonly<{ [column: string]: unknown }> & {
  readonly record_no: Int32Array;
  readonly source_no: Int32Array;
  readonly byte_offset: Float64Array;
  readonly byte_length: Float64Array;
  readonly part: Int32Array;
};

async function recordPage(ledger: Ledger, from: number, to: number): Promise<Map<number, Place>> {
  const rows = await ledger.columns<RecordColumns>(RECORD_PAGE, { from, to });
  const page = new Map<number, Place>();
  for (let i = 0; i < rows.rows; i++) {
    page.set(rows.record_no[i]!, {
      source: rows.source_no[i]!,
      offset: rows.byte_offset[i]!,
      length: rows.byte_length[i]!,
      part: rows.part[i]!,
    });
  }
  return page;
}

async function sourcePage(ledger: Ledger, from: number, to: number): Promise<Map<number, SourcePlace>> {
  const rows = await ledger.rows<SourcePlace & { readonly source_no: number }>(SOURCE_PAGE, { from, to });
  return new Map(rows.map((row) => [row.source_no, row]));
}

/**
 * A reader of bodies. Whole files are not hashed again, members of archives are: the build that asks has just read them.
 * @param ledger with its tables source and record
 * @param folder absolute path of the case folder
 * @param spoolDir where unpacked members are kept while the reader is open; null keeps few of them, in memory
 */
export function bodyReader(ledger: Ledger, folder: string, spoolDir: string | null = null): BodyReader {
  const files = new SourceFiles(folder, spoolDir);
  const records = new Pages<Place>((from, to) => recordPage(ledger, from, to), 16_384, 32);
  const sources = new Pages<SourcePlace>((from, to) => sourcePage(ledger, from, to), 4096, 32);
  return {
    async body(record) {
      const place = await records.get(record);
      const source = place === null ? null : await sources.get(place.source);
      if (place === null || source === null) return null;
      const bytes = await files.read(source, place.offset, Math.min(place.length, LARGEST_MESSAGE));
      return bytes === null ? null : bodyText(bytes, place.part);
    },
    close: () => files.close(),
  };
}
