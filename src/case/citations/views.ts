/** Records as people read them. */
import type { Input } from '../../bytes/input.ts';
import { decode } from '../../bytes/text.ts';
import { CELL_FORMATS } from '../../contacts/record-id.ts';
import { FORMATS } from '../../formats/list.ts';
import type { CitedRow } from '../../ledger/queries/citations/cited.ts';
import { rowText, sheetRow, tableRow } from './table-view.ts';

/** Bytes of one record that are shown: more is nothing that people read. */
const LONGEST = 64 * 1024 * 1024;

/**
 * A record in its readable form: through the view of its format; rows of tables with their headers; entries of calendars
 * unfolded; everything else as text by its charset, as far as it shows.
 * @param input the file or member that the record stands in
 */
export async function viewOf(row: CitedRow, input: Input): Promise<string> {
  const isRecord = row.record_no !== null;
  if (isRecord && CELL_FORMATS.includes(row.format)) return rowText(await sheetRow(input, row));
  if (isRecord && row.row_no > 0 && row.byte_length > 0) return rowText(tableRow(input, row));
  const bytes = input.read(row.byte_offset, Math.min(row.byte_length, LONGEST));
  const format = FORMATS.find(({ name }) => name === row.format);
  if (isRecord && format?.view !== undefined) return format.view(bytes, row.part);
  return decode(/^BEGIN:/i.test(bytes.toString('latin1', 0, 6)) ? unfolded(bytes) : bytes, null).text;
}

/** Lines of a calendar joined that were folded (RFC 5545, section 3.1): as bytes, since folds may cut a character. */
function unfolded(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(/\r?\n[ \t]/g, ''), 'latin1');
}
