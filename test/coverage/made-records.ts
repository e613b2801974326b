/** Small made-up ledgers of records for the stage that writes coverage. */
import type { CaseFiles } from '../../src/case/files/index.ts';
import { coverageStage } from '../../src/case/stages/coverage.ts';
import { COVERAGE_LEVELS } from '../../src/coverage/account.ts';
import { dayText } from '../../src/coverage/day-ranges.ts';
import { createLedger } from '../../src/ledger/duckdb.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { CHANNELS } from '../../src/model/definition.ts';
import { ADDRESS_KINDS, type AddressKind, RECORD_KINDS, type RecordKind, ROLES } from '../../src/model/record.ts';
import { at, madeFiles, put } from '../reconcile/made.ts';

/** One record: when (UTC), and the addresses in it. */
export interface MadeRecord {
  readonly source: number;
  readonly kind: RecordKind;
  readonly at: string;
  /** Last day of those on which it may have been; absent: it says when. */
  readonly until?: string;
  readonly who: readonly string[];
  readonly flags?: number;
}

export interface MadeSource {
  /** Path in case.yaml. */
  readonly entry: string;
  readonly custodian?: string;
  readonly from?: string;
  readonly to?: string;
  readonly complete?: boolean;
  readonly format?: string;
}

export interface MadeWorld {
  readonly sources: readonly MadeSource[];
  readonly records: readonly MadeRecord[];
  /** Address → its holder, a party of people.yaml or none. */
  readonly holders: Readonly<{ [address: string]: string }>;
  readonly groups?: Readonly<{ [group: string]: readonly string[] }>;
  /** case.yaml from `sources:` on. */
  readonly case: string;
  readonly people: string;
  readonly asOf?: string;
  readonly zone?: string;
}

const kindOf = (address: string): AddressKind =>
  address.includes('@') ? 'mail' : address.startsWith('+') ? 'phone' : 'name';
const latestOf = (record: MadeRecord): number =>
  record.until === undefined ? at(record.at) : at(record.until) + 86_399;
const day = (text: string | undefined): number | null => (text === undefined ? null : at(text));

/** A ledger as the stages before would leave it, with coverage, and the files that it is of. */
export async function madeCoverage(world: MadeWorld): Promise<{ ledger: Ledger; files: CaseFiles }> {
  const ledger = await createLedger(':memory:', { threads: 2 });
  const addresses = [...new Set([...Object.keys(world.holders), ...world.records.flatMap(({ who }) => who)])].sort();
  const seen = new Set(world.records.flatMap(({ who }) => who));
  const inRecords = addresses.filter((address) => seen.has(address));
  const no = (address: string): number => inRecords.indexOf(address);
  const named = [...new Set(Object.values(world.holders))].sort();
  const parties = [...named, ...inRecords.filter((address) => world.holders[address] === undefined)];
  await put(
    ledger,
    'source',
    world.sources.map((source, source_no) => ({
      source_no,
      id: BigInt(source_no + 1),
      path: source.entry,
      side: 0,
      entry: source.entry,
      custodian: source.custodian ?? null,
      format: source.format ?? 'csv',
      scope_from: day(source.from),
      scope_to: source.to === undefined ? null : at(source.to) + 86_399,
      scope_complete: source.complete ?? false,
    })),
  );
  await put(
    ledger,
    'address',
    inRecords.map((norm, address_no) => ({
      address_no,
      kind: ADDRESS_KINDS.indexOf(kindOf(norm)),
      norm,
      raw: norm,
    })),
  );
  await put(
    ledger,
    'party',
    parties.map((key, party_no) => ({
      party_no,
      key,
      name: key,
      kind: 'person',
      named: named.includes(key),
    })),
  );
  await put(
    ledger,
    'alias',
    inRecords.map((address, address_no) => ({
      address_no,
      party_no: parties.indexOf(world.holders[address] ?? address),
      grade: 0,
      basis: 'itself',
    })),
  );
  const groups = Object.entries(world.groups ?? {}).flatMap(([name, of]) => of.map((party) => [`@${name}`, party]));
  await put(
    ledger,
    'membership',
    [...groups, ...parties.map((party) => [party, party])].map(([name, party]) => ({
      name: name!,
      party_no: parties.indexOf(party!),
      from_time: null,
      to_time: null,
    })),
  );
  await put(
    ledger,
    'record',
    world.records.map((record, record_no) => ({
      record_no,
      source_no: record.source,
      kind: RECORD_KINDS.indexOf(record.kind),
      earliest: at(record.at),
      latest: latestOf(record),
      plausibility: 0,
      flags: record.flags ?? 0,
      a_no: record.kind === 'call' ? no(record.who[0]!) : null,
      b_no: record.kind === 'call' ? no(record.who[1]!) : null,
    })),
  );
  await put(
    ledger,
    'contact',
    world.records.map((record, contact_no) => ({
      contact_no,
      channel: CHANNELS.indexOf(record.kind === 'message' ? 'mail' : record.kind === 'report' ? 'report' : record.kind),
      earliest: at(record.at),
      latest: latestOf(record),
      flags: record.flags ?? 0,
    })),
  );
  await put(
    ledger,
    'participant',
    world.records.flatMap((record, record_no) =>
      record.kind === 'call'
        ? []
        : record.who.map((address, i) => ({
            record_no,
            role: ROLES.indexOf(i === 0 ? 'from' : 'to'),
            address_no: no(address),
          })),
    ),
  );
  const files = madeFiles({
    'case.yaml': `title: made\nasOf: ${world.asOf ?? '2031-03-01'}\nzone: ${world.zone ?? 'UTC'}\n${world.case}`,
    'people.yaml': world.people,
  });
  await coverageStage(ledger, files, at(world.asOf ?? '2031-03-01') + 86_399);
  return { ledger, files };
}

/** The rows of coverage in words: `office.mbox ann@office.example mail active 2030-01-02..2030-03-01`; `?` where nobody owns the source. */
export async function coverageText(ledger: Ledger): Promise<string[]> {
  const rows = await ledger.rows<{
    entry: string | null;
    who: string;
    channel: number;
    level: number;
    own: boolean;
    from_day: number;
    to_day: number;
  }>({
    name: 'test',
    sql: `select s.entry, coalesce(a.norm, k.norm, p.key) as who, c.channel, c.level, c.own, c.from_day, c.to_day
      from coverage c left join source s using (source_no) left join address a on a.address_no = c.account_no
      left join known_account k on k.account_no = c.account_no left join party p on p.party_no = c.party_no`,
  });
  return rows
    .map(
      (row) =>
        `${row.entry ?? 'case.yaml'} ${row.who}${row.own ? '' : '?'} ${CHANNELS[row.channel]} ${COVERAGE_LEVELS[row.level]} ${dayText(row.from_day)}..${dayText(row.to_day)}`,
    )
    .sort();
}
