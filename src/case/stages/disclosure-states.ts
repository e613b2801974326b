/** Whether the records show what each disclosure tells. */
import { normalizeAddress } from '../../identity/normalize.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import {
  ADDRESS_HOLDERS,
  DISCLOSURE_FITS,
  SEEN,
  SOURCE_SIZES,
  UNFIT_PARTIES,
  UNFIT_PARTY,
} from '../../ledger/queries/reconcile/record-reach.ts';
import { CHANNELS } from '../../model/definition.ts';
import { DISCLOSURE_STATES, type DisclosureState } from '../../model/state.ts';
import { endOfDay, startOfDay } from '../../reconcile/days.ts';
import {
  isReached,
  type RecordReach,
  type RecordSource,
  recordReach,
  type Seen,
} from '../../reconcile/record-reach.ts';
import type { NamedParty, PostBook, References } from '../../reconcile/references.ts';
import { wayBits } from '../../reconcile/ways.ts';
import { type CaseFiles, resolveDay, type SourceEntry } from '../files/index.ts';
import { kindOfAddress } from '../files/schema/people.ts';

interface FitRow {
  readonly disclosure_no: number;
  readonly nil: boolean;
  readonly channels: number;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly fits: number | null;
}

interface SizeRow {
  readonly source_no: number;
  readonly entry: string | null;
  readonly custodian: string | null;
  readonly scope_from: number | null;
  readonly scope_to: number | null;
  readonly scope_complete: boolean | null;
  readonly busiest: number;
  readonly records: number;
  readonly owner: number | null;
}

interface SeenRow {
  readonly party_no: number;
  readonly source_no: number;
  readonly channel: number;
  readonly first: number;
  readonly last: number;
}

/** What the case's files say about whose accounts are meant. */
interface Book {
  readonly files: CaseFiles;
  readonly references: References;
  readonly posts: PostBook;
  /** Parties by normalised address. */
  readonly holders: ReadonlyMap<string, readonly number[]>;
}

/** An address of a scope or coverage, as the ledger has it. */
function normOf(address: string, region: string | null): string {
  return normalizeAddress(kindOfAddress(address) ?? 'name', address, region);
}

/** Addresses that a list in case.yaml names, normalised. */
interface Accounts {
  readonly accounts: readonly string[];
  readonly region: string | null;
}

function ofSource(source: SourceEntry | undefined): Accounts {
  return { accounts: source?.scope?.accounts ?? [], region: source?.region ?? null };
}

const normsOf = ({ accounts, region }: Accounts): string[] => accounts.map((address) => normOf(address, region));

function accountsIn(files: CaseFiles): string[] {
  return [
    ...files.case.sources.flatMap((source) => normsOf(ofSource(source))),
    ...files.case.coverage.records.flatMap(({ accounts }) => normsOf({ accounts, region: null })),
  ];
}

async function holdersOf(ledger: Ledger, files: CaseFiles): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await ledger.rows<{ norm: string; party_no: number }>(ADDRESS_HOLDERS, {
    norms: accountsIn(files).join('\n'),
  });
  return new Map(
    [...Map.groupBy(rows, (row) => row.norm)].map(([norm, same]) => [norm, same.map((row) => row.party_no)]),
  );
}

const partiesOf = (book: Book, accounts: Accounts): number[] =>
  normsOf(accounts).flatMap((norm) => book.holders.get(norm) ?? []);

/** A custodian that is an organisation stands for whoever held a post there. */
function staffed(book: Book, party: NamedParty): number[] {
  const staff = party.kind === 'organisation' ? book.posts.holders(party.party_no, null, null) : [];
  return [party.party_no, ...staff];
}

function sourceOf(book: Book, row: SizeRow): RecordSource {
  const entry = book.files.case.sources.find((source) => source.path === row.entry);
  const custodians = row.custodian === null ? [] : book.references.called(row.custodian);
  return {
    source: row.source_no,
    owners: [...custodians.flatMap((party) => staffed(book, party)), ...partiesOf(book, ofSource(entry))],
    records: row.records,
    busiest: row.busiest,
    busiestParty: row.owner ?? -1,
    scopeFrom: row.scope_from,
    scopeTo: row.scope_to,
    complete: row.scope_complete === true,
  };
}

/** Coverage that case.yaml declares apart from any source. */
function declaredReach(book: Book): RecordReach[] {
  return book.files.case.coverage.records.flatMap((coverage) => {
    const [first, last] = [resolveDay(book.files, coverage.from), resolveDay(book.files, coverage.to)];
    if (first === null || last === null) return [];
    const from = startOfDay(book.files.case.zone, first.first);
    const to = endOfDay(book.files.case.zone, last.last);
    const channels = [...CHANNELS.keys()].filter((channel) => (wayBits(coverage.channels) >> channel) & 1);
    const members = [
      ...coverage.of.flatMap((reference) => book.references.members(reference)),
      ...partiesOf(book, { accounts: coverage.accounts, region: null }).map((party) => ({ party, from, to })),
    ];
    return members.flatMap((m) =>
      channels.map((channel) => ({
        party: m.party,
        channel,
        from: Math.max(from, m.from),
        to: Math.min(to, m.to),
        own: true,
      })),
    );
  });
}

async function reachOfRecords(ledger: Ledger, book: Book): Promise<RecordReach[]> {
  const seen = await ledger.rows<SeenRow>(SEEN);
  // Counting a source's busiest account reads all its records: not where nobody asks.
  const sizes = seen.length === 0 ? [] : await ledger.rows<SizeRow>(SOURCE_SIZES);
  const spans = seen.map(
    (row): Seen => ({
      party: row.party_no,
      source: row.source_no,
      channel: row.channel,
      first: row.first,
      last: row.last,
    }),
  );
  return [
    ...recordReach(
      sizes.map((row) => sourceOf(book, row)),
      spans,
    ),
    ...declaredReach(book),
  ];
}

interface UnfitRow {
  readonly disclosure_no: number;
  readonly party_no: number;
  readonly discloser: boolean;
}

/**
 * Fills disclosure_state: one row for each disclosure that exists as of asOf. A nil return tells of no contact that
 * records could show.
 * @param given contact that the matching gave each disclosure
 */
export async function writeDisclosureStates(
  ledger: Ledger,
  files: CaseFiles,
  references: References,
  posts: PostBook,
  asOf: number,
  given: ReadonlyMap<number, number>,
): Promise<void> {
  const rows = await ledger.rows<FitRow>(DISCLOSURE_FITS, { as_of: asOf });
  await ledger.run(UNFIT_PARTY, { as_of: asOf });
  const unfit = Map.groupBy(await ledger.rows<UnfitRow>(UNFIT_PARTIES), (row) => row.disclosure_no);
  const book: Book = { files, references, posts, holders: await holdersOf(ledger, files) };
  const reach = unfit.size === 0 ? [] : await reachOfRecords(ledger, book);
  const stateOf = (row: FitRow): DisclosureState => {
    if (row.fits !== null) return 'recorded';
    const parties = unfit.get(row.disclosure_no) ?? [];
    const told = {
      channels: row.channels,
      earliest: row.earliest,
      latest: row.latest,
      parties: new Set(parties.map((p) => p.party_no)),
      disclosers: new Set(parties.filter((p) => p.discloser).map((p) => p.party_no)),
    };
    return !row.nil && isReached(told, reach) ? 'unrecorded' : 'untestable';
  };
  await ledger.append('disclosure_state', rows.length, {
    disclosure_no: rows.map((row) => row.disclosure_no),
    state: rows.map((row) => DISCLOSURE_STATES.indexOf(stateOf(row))),
    contact_no: rows.map((row) => given.get(row.disclosure_no) ?? row.fits),
  });
}
