/** /records/:id: a message, call or row as it stands in its source. */
import { sha256, sha256OfInput } from '../../bytes/hash.ts';
import type { Input } from '../../bytes/input.ts';
import { shownSource } from '../../case/citations/shown-source.ts';
import { disclosureList } from '../../case/views/disclosures.ts';
import { viewsOfFindings } from '../../case/views/findings.ts';
import { CELL_FORMATS } from '../../contacts/record-id.ts';
import { CITED_RECORDS, type CitedRow } from '../../ledger/queries/citations/cited.ts';
import { FINDINGS_ON_CONTACT, type FindingRow as LedgerFinding } from '../../ledger/queries/views/disclosures.ts';
import {
  FINDINGS_ON_RECORD,
  RECORD_WHOLE,
  RECORDS_BESIDE,
  type RecordRow,
} from '../../ledger/queries/workbench/record.ts';
import { idText } from '../../model/ids.ts';
import { RECORD_KINDS } from '../../model/record.ts';
import { PLAUSIBILITIES, PRECISIONS, ZONE_ORIGINS } from '../../model/time.ts';
import { located } from '../asking/located.ts';
import type { Desk } from '../desk.ts';
import { dataRoute } from '../http/data.ts';
import type { Route } from '../http/exchange.ts';
import type { Opened } from '../opened.ts';
import type { FindingRow } from '../shapes/finding-row.ts';
import type { RecordPage } from '../shapes/record.ts';
import { citedRecords, citedWitnesses } from '../shaping/cited.ts';
import { contactRows, flagNames } from '../shaping/contacts.ts';
import { decodedOf, undecoded } from '../shaping/decoded.ts';
import { disclosureRow } from '../shaping/disclosures.ts';
import { findingRows } from '../shaping/findings.ts';
import { participantsOf } from '../shaping/participants.ts';
import { cutOrNull, LONG, timeOf } from '../shaping/texts.ts';
import { threadOf } from '../shaping/thread.ts';
import { toldLines } from '../shaping/told.ts';
import { findingsOfNumbers } from './findings.ts';

/** Bytes up to which a passage is hashed at once; of longer ones the file's hash has to do. */
const HASHED = 64 * 1024 * 1024;

/** The row of a record as it is cited. @param no record_no */
export async function citedRow({ open }: Opened, no: number): Promise<CitedRow> {
  const [row] = await open.ledger.rows<CitedRow>(CITED_RECORDS, { numbers: String(no) });
  return row!;
}

/** The file or member that a record stands in, or why it cannot be read. */
export function openRecord({ open, bytes }: Opened, row: CitedRow): ReturnType<Opened['bytes']['open']> {
  return bytes.open(row, shownSource(row, open.files.case.sources));
}

/** Whether a record has bytes of its own: cells of a workbook have none. */
export function hasBytes(row: CitedRow): boolean {
  return row.byte_length > 0 && !CELL_FORMATS.includes(row.format);
}

function hashOf(row: CitedRow, input: Input): string | null {
  if (!hasBytes(row) || row.byte_length > HASHED) return null;
  const whole = row.byte_offset === 0 && row.byte_length === input.size;
  return whole ? sha256OfInput(input) : sha256(input.read(row.byte_offset, row.byte_length));
}

/** The record before and after one in its source. */
async function beside({ open, shown }: Opened, no: number): Promise<Pick<RecordPage, 'previous' | 'next'>> {
  const rows = await open.ledger.rows<{ no: number; id: bigint }>(RECORDS_BESIDE, { no });
  for (const row of rows) shown.set(row.id, row.no);
  const at = (place: number): string | null => {
    const found = rows.find((row) => row.no === place);
    return found === undefined ? null : idText('record', found.id);
  };
  return { previous: at(no - 1), next: at(no + 1) };
}

async function findingsOn(desk: Desk, opened: Opened, no: number, contact: number | null): Promise<FindingRow[]> {
  const { ledger } = opened.open;
  const own = (await ledger.rows<{ finding_no: number }>(FINDINGS_ON_RECORD, { no })).map((row) => row.finding_no);
  const onContact =
    contact === null
      ? []
      : await viewsOfFindings(opened.open, await ledger.rows<LedgerFinding>(FINDINGS_ON_CONTACT, { no: contact }));
  const known = new Set(onContact.map((view) => view.no));
  const more = await findingsOfNumbers(
    opened,
    own.filter((each) => !known.has(each)),
  );
  return [...onContact, ...more].map(findingRows(desk.decisions()));
}

/** What the ledger says of a record. */
async function facts(opened: Opened, no: number, row: RecordRow): Promise<Omit<RecordPage, keyof Read | 'findings'>> {
  const { open, names } = opened;
  const [citation] = await citedRecords(opened, [no]);
  const participants = await participantsOf(opened, no);
  const [contact] = row.contact_no === null ? [] : await contactRows(opened, [row.contact_no]);
  const [disclosure] = row.disclosure_no === null ? [] : await disclosureList(open, [row.disclosure_no]);
  const witnesses = row.contact_no === null ? [] : (await citedWitnesses(opened, [row.contact_no])).get(row.contact_no);
  return {
    citation: citation!,
    kind: RECORD_KINDS[row.kind]!,
    time: timeOf(row, row.offset_minutes, open.files.case.zone),
    precision: PRECISIONS[row.precision]!,
    zone: ZONE_ORIGINS[row.zone]!,
    plausibility: PLAUSIBILITIES[row.plausibility]!,
    duration: row.duration,
    subject: cutOrNull(row.subject, LONG),
    flags: flagNames(row.flags),
    participants: participants.rows,
    participantsInAll: participants.all,
    contact: contact ?? null,
    witnesses: witnesses ?? [],
    disclosure: disclosure === undefined ? null : disclosureRow(disclosure, await names.naming()),
    ...(await threadOf(opened, no)),
    told: row.contact_no === null ? [] : await toldLines(opened, [row.contact_no]),
    ...(await beside(opened, no)),
    command: `backchannel cite ${citation!.record}`,
  };
}

type Read = Pick<RecordPage, 'file' | 'sha256' | 'exactness' | 'bates' | 'decoded'>;

function batesOf(extras: string | null): string | null {
  const { bates } = JSON.parse(extras ?? '{}') as { readonly bates?: unknown };
  return typeof bates === 'string' ? bates : null;
}

/** What the source itself says. */
async function read(opened: Opened, row: CitedRow): Promise<Read> {
  const source = await openRecord(opened, row);
  return {
    file: row.file_sha256,
    sha256: 'fault' in source ? null : hashOf(row, source.input),
    exactness: CELL_FORMATS.includes(row.format) ? 'cell' : 'bytes',
    bates: batesOf(row.extras),
    decoded: 'fault' in source ? undecoded(source.fault) : await decodedOf(row, source.input),
  };
}

async function record(desk: Desk, opened: Opened, no: number): Promise<RecordPage> {
  const [row] = await opened.open.ledger.rows<RecordRow>(RECORD_WHOLE, { no });
  return {
    ...(await facts(opened, no, row!)),
    ...(await read(opened, await citedRow(opened, no))),
    findings: await findingsOn(desk, opened, no, row!.contact_no),
  };
}

/** The address of a record. */
export function recordRoutes(desk: Desk): Route[] {
  return [
    dataRoute(desk, '/records/:id', async (opened, { parts }) =>
      record(desk, opened, await located(opened, 'record', parts.id ?? '')),
    ),
  ];
}
