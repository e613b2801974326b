/** Rows of disclosed sources as accounts. */
import { recordId } from '../../contacts/record-id.ts';
import { foldName } from '../../identity/name.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { TOLD_ENDS, TOLD_ROWS } from '../../ledger/queries/reconcile/told.ts';
import { FLAG } from '../../model/record.ts';
import { type Account, DEFAULT_AUDIENCE, onceEach } from '../../reconcile/account.ts';
import { startOfDay } from '../../reconcile/days.ts';
import type { PostBook, References } from '../../reconcile/references.ts';
import { type ToldEnd, toldParties } from '../../reconcile/told.ts';
import { toldWays } from '../../reconcile/ways.ts';
import { type CaseFiles, parseDay } from '../files/index.ts';

interface RowTold {
  readonly record_no: number;
  readonly kind: number;
  readonly byte_offset: number;
  readonly byte_length: number;
  readonly row_no: number;
  readonly part: number;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly precision: number | null;
  readonly flags: number | null;
  readonly subject: string | null;
  readonly extras: string | null;
  readonly file_sha256: string;
  readonly format: string | null;
  readonly member: string | null;
  readonly entry: string | null;
  readonly audience: string | null;
  readonly published: number | null;
}

interface EndTold {
  readonly record_no: number;
  readonly role: number;
  readonly address_no: number;
  readonly attendance: number;
  readonly organisation: string | null;
  readonly party_no: number;
  readonly grade: number;
  readonly is_organisation: boolean;
  readonly named: boolean;
}

/** Parties of the organisations of people.yaml, by each of their names, folded. */
function organisationsByName(files: CaseFiles, references: References): ReadonlyMap<string, number> {
  const known = files.people.organisations.flatMap((o): [string, number][] => {
    const party = references.party(o.id)?.party_no;
    return party === undefined ? [] : [o.name, ...o.names].map((name) => [foldName(name), party]);
  });
  return new Map(known);
}

/** One end for each participant; its candidates stand in as many rows of the query. */
function endsOf(rows: readonly EndTold[], organisations: ReadonlyMap<string, number>): ToldEnd[] {
  const ends = Map.groupBy(rows, (r) => [r.role, r.address_no, r.organisation, r.attendance].join(' '));
  return [...ends.values()].map((same) => {
    const { role, address_no: address, organisation, attendance } = same[0]!;
    return {
      role,
      address,
      attendance,
      organisation: organisation === null ? -1 : (organisations.get(foldName(organisation)) ?? -1),
      candidates: same.map((r) => ({
        party: r.party_no,
        grade: r.grade,
        organisation: r.is_organisation,
        named: r.named,
      })),
    };
  });
}

function extra(extras: string | null, name: string): string | null {
  if (extras === null) return null;
  const value: unknown = (JSON.parse(extras) as { readonly [name: string]: unknown })[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A written day, or the instant that it is, as the first second that it can mean; null for anything else. */
export function givenAt(written: string | null, zone: string): number | null {
  const span = written === null ? null : parseDay(written);
  return span === null ? null : (span.instant ?? startOfDay(zone, span.first));
}

/** Calendars keep what was called off: nobody tells of a contact by it. */
function tells(row: RowTold): boolean {
  return ((row.flags ?? 0) & (FLAG.cancelled | FLAG.draft)) === 0;
}

/**
 * Reads the rows of disclosed sources.
 * @returns accounts in the order of their records; rows that were called off are left out
 */
export async function accountsOfRows(
  ledger: Ledger,
  files: CaseFiles,
  references: References,
  posts: PostBook,
): Promise<Account[]> {
  const organisations = organisationsByName(files, references);
  const ends = Map.groupBy(await ledger.rows<EndTold>(TOLD_ENDS), (end) => end.record_no);
  const covers = new Map(files.case.sources.map((source) => [source.path, source.covers?.disclosers ?? []]));
  const rows = (await ledger.rows<RowTold>(TOLD_ROWS)).filter(tells);
  return rows.map((row): Account => {
    const flags = row.flags ?? 0;
    const office = references.during(covers.get(row.entry ?? '') ?? [], row.earliest, row.latest);
    const { parties, openOrganisations } = toldParties(
      endsOf(ends.get(row.record_no) ?? [], organisations),
      office,
      (organisation) => posts.holders(organisation, row.earliest, row.latest),
    );
    return {
      id: recordId(row.file_sha256, row.member ?? '', row, row.format ?? ''),
      record: row.record_no,
      entry: null,
      ways: toldWays(row.kind, flags),
      earliest: row.earliest,
      latest: row.latest,
      precision: row.precision ?? 0,
      given: givenAt(extra(row.extras, 'given'), files.case.zone) ?? row.published,
      audience: row.audience ?? DEFAULT_AUDIENCE,
      capacity: (flags & FLAG.several) === 0 ? 1 : null,
      nil: (flags & FLAG.nil) !== 0,
      text: row.subject ?? extra(row.extras, 'purpose'),
      parties: onceEach(parties),
      openOrganisations,
    };
  });
}
