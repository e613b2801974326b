/** Where records stand, as one line each. A protected source is named by its number alone. */
import { CELL_FORMATS } from '../../contacts/record-id.ts';
import { CITED_RECORDS, type CitedRow, WITNESSES } from '../../ledger/queries/citations/cited.ts';
import { idText } from '../../model/ids.ts';
import { RECORD_KINDS } from '../../model/record.ts';
import { shownPath, shownSource } from '../citations/shown-source.ts';
import type { OpenCase } from '../open.ts';

/** A record as a view cites it. */
export interface CitationView {
  /** Whole id of the record. */
  readonly record: string;
  readonly source: string;
  /** Path of the archive member in the source; '' for the file itself. */
  readonly member: string;
  /** Bytes from the start of the file or member, and how many; null where there are none to show. */
  readonly bytes: readonly [offset: number, length: number] | null;
  /** Row of a table from 1; null where there are none. */
  readonly row: number | null;
  /** One line, such as `sources/carrier-a.csv, row 88`. */
  readonly text: string;
}

const MESSAGE = RECORD_KINDS.indexOf('message');

const commas = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

function placeText(row: CitedRow): string {
  const part = row.part === 0 ? '' : row.kind === MESSAGE ? `, quoted message ${row.part}` : `, repetition ${row.part}`;
  if (row.row_no > 0) return `, row ${commas(row.row_no)}${part}`;
  const last = row.byte_offset + Math.max(row.byte_length, 1) - 1;
  return `, bytes ${commas(row.byte_offset)}–${commas(last)}${part}`;
}

/** What places of records follow from. */
export type CitedCase = Pick<OpenCase, 'ledger' | 'files'>;

function citationView({ files }: CitedCase, row: CitedRow): CitationView {
  const [source, member] = [shownSource(row, files.case.sources), shownPath(row.member, [], row.protected)];
  const hasBytes = row.byte_length > 0 && !CELL_FORMATS.includes(row.format);
  return {
    record: idText('record', row.id),
    source,
    member,
    bytes: hasBytes ? [row.byte_offset, row.byte_length] : null,
    row: row.row_no > 0 ? row.row_no : null,
    text: `${source}${member === '' ? '' : `, ${member}`}${placeText(row)}`,
  };
}

/**
 * Where some records stand. One query.
 * @param records record_no in any order
 */
export async function citationsOfRecords(
  open: CitedCase,
  records: readonly number[],
): Promise<ReadonlyMap<number, CitationView>> {
  if (records.length === 0) return new Map();
  const rows = await open.ledger.rows<CitedRow>(CITED_RECORDS, { numbers: records.join('\n') });
  return new Map(rows.map((row) => [row.record_no!, citationView(open, row)]));
}

/**
 * Where the witnesses of some contacts stand. Two queries.
 * @param contacts contact_no in any order
 */
export async function citationsOfContacts(
  open: CitedCase,
  contacts: readonly number[],
): Promise<ReadonlyMap<number, readonly CitationView[]>> {
  if (contacts.length === 0) return new Map();
  const pairs = await open.ledger.rows<{ contact_no: number; record_no: number }>(WITNESSES, {
    numbers: contacts.join('\n'),
  });
  const cited = await citationsOfRecords(
    open,
    pairs.map((pair) => pair.record_no),
  );
  const byContact = Map.groupBy(pairs, (pair) => pair.contact_no);
  return new Map(
    [...byContact].map(([contact, of]) => [contact, of.flatMap(({ record_no }) => cited.get(record_no) ?? [])]),
  );
}

/** Several citations on one line: the first few, and how many more there are. */
export function citationsText(citations: readonly CitationView[], most = 2): string {
  const shown = citations.slice(0, most).map(({ text }) => text);
  const more = citations.length - shown.length;
  return more > 0 ? `${shown.join('; ')}; +${more}` : shown.join('; ');
}
