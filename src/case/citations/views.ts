/** Records as people read them. */
import type { Input } from '../../bytes/input.ts';
import { decode } from '../../bytes/text.ts';
import type { Format } from '../../formats/format.ts';
import { FORMATS } from '../../formats/list.ts';
import type { CitedRow } from '../../ledger/queries/citations/cited.ts';

/** Bytes of one record that are shown: more is nothing that people read. */
const LONGEST = 64 * 1024 * 1024;

/**
 * A record in its readable form: through the view of its format; rows of a table with their headers; everything else as
 * text by its charset, as far as it shows.
 * @param input the file or member that the record stands in
 */
export async function viewOf(row: CitedRow, input: Input): Promise<string> {
  const format: Format | undefined = FORMATS.find(({ name }) => name === row.format);
  if (row.record_no !== null && row.row_no > 0 && row.byte_length > 0) {
    const { tableRowView } = await import('./table-view.ts');
    return tableRowView(input, row);
  }
  const bytes = input.read(row.byte_offset, Math.min(row.byte_length, LONGEST));
  if (row.record_no !== null && format?.view !== undefined) return format.view(bytes, row.part);
  return decode(bytes, null).text;
}
