/** Ids of records in SQL; src/contacts/record-id.ts makes the same ones. */
import { CELL_FORMATS } from '../../contacts/record-id.ts';
import { RECORD_KINDS } from '../../model/record.ts';

const MESSAGE = RECORD_KINDS.indexOf('message');
const CELLS = CELL_FORMATS.map((format) => `'${format}'`).join(', ');

/**
 * SQL for the text that a record's id is the hash of: the file's SHA-256, a space, and the path of the citation.
 * @param r alias of `record`, or of rows with its columns
 * @param s alias of its `source`
 */
export function recordText(r: string, s: string): string {
  return `concat(${s}.file_sha256, ' ', ${s}.member, case when ${s}.member = '' then '' else '/' end,
    'range(', ${r}.byte_offset, ',', ${r}.byte_length, ')',
    case when ${r}.row_no > 0 and (${r}.byte_length = 0 or ${s}.format in (${CELLS})) then concat('/row(', ${r}.row_no, ')') else '' end,
    case when ${r}.part = 0 then '' else concat(case when ${r}.kind = ${MESSAGE} then '/quoted(' else '/instance(' end, ${r}.part, ')') end)`;
}

/** SQL for a record's id, UBIGINT. Takes what recordText takes. */
export function recordIdSql(r: string, s: string): string {
  return `md5_number_lower(${recordText(r, s)})`;
}
