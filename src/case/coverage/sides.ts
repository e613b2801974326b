/** The sides of a question as accounts with their covered days. */
import { type Account, COVERAGE_LEVELS } from '../../coverage/account.ts';
import { type DayRange, joined } from '../../coverage/day-ranges.ts';
import { type Ledger, NULL_INT, type Parameters, type Query } from '../../ledger/ledger.ts';
import {
  type SideName,
  sideAccounts,
  sideCoverage,
  sideMembers,
  sideNumbers,
  sideParties,
  sideReach,
} from '../../ledger/queries/coverage/sides.ts';
import { CHANNELS, type Channel } from '../../model/definition.ts';
import { ADDRESS_KINDS } from '../../model/record.ts';
import { channelsOf } from '../stages/coverage/holdings.ts';
import { dayReader } from './day-reader.ts';

/** A party of a side. */
export interface SideParty {
  readonly party: number;
  readonly key: string;
  readonly isOrganisation: boolean;
  /** Stands in people.yaml. */
  readonly isNamed: boolean;
  /** Days on which it belongs to the side. */
  readonly held: readonly DayRange[];
}

/** Days by party and audience of what disclosures reach. */
export interface ReachRow {
  readonly party: number;
  readonly audience: string;
  readonly channel: Channel;
  readonly days: DayRange;
}

/** Who declared which days complete, where the case says it. */
export interface DeclaredBy {
  readonly by: string;
  readonly channel: Channel;
  readonly days: DayRange;
}

/** One side of a question. */
export interface Side {
  readonly parties: readonly SideParty[];
  readonly reach: readonly ReachRow[];
  readonly declared: readonly DeclaredBy[];
  /** Accounts by a channel; those of the parties of some numbers only, where given. */
  accounts(channel: Channel, parties?: ReadonlySet<number>): Account[];
}

/** Who is meant: a name of membership, numbers of parties, or everybody. */
export type Who = { readonly name: string } | { readonly parties: readonly number[] } | 'everybody';

const PERSONAL: readonly Channel[] = ['meeting', 'visit'];

interface Columns {
  readonly rows: number;
  readonly [name: string]: unknown;
}
interface AccountColumns extends Columns {
  readonly party_no: Int32Array;
  readonly account_no: Int32Array;
  readonly kind: Int32Array;
  readonly from_time: Float64Array;
  readonly to_time: Float64Array;
}
interface PartyColumns extends Columns {
  readonly party_no: Int32Array;
  readonly key: readonly string[];
  readonly named: Int32Array;
  readonly organisation: Int32Array;
  readonly from_time: Float64Array;
  readonly to_time: Float64Array;
}
interface CoverageColumns extends Columns {
  readonly account_no: Int32Array;
  readonly party_no: Int32Array;
  readonly channel: Int32Array;
  readonly level: Int32Array;
  readonly own: Int32Array;
  readonly from_day: Int32Array;
  readonly to_day: Int32Array;
  readonly declared_by: readonly (string | null)[];
}

/** Covered days by account or party (`a12`, `p3`), channel and level. */
class CoveredDays {
  readonly #days = new Map<string, DayRange[]>();

  constructor(rows: CoverageColumns, isAsked: boolean) {
    for (let i = 0; i < rows.rows; i++) {
      // In a source that names no owner somebody may stand by the way: that covers only those who are asked about.
      if (rows.own[i] === 0 && !isAsked) continue;
      const who = rows.account_no[i] === NULL_INT ? `p${rows.party_no[i]}` : `a${rows.account_no[i]}`;
      const key = `${who} ${rows.channel[i]} ${rows.level[i]}`;
      const days = this.#days.get(key) ?? [];
      days.push({ from: rows.from_day[i]!, to: rows.to_day[i]! });
      this.#days.set(key, days);
    }
  }

  of(whos: readonly string[], channel: number, level: number): DayRange[] {
    return joined(whos.flatMap((who) => this.#days.get(`${who} ${channel} ${level}`) ?? []));
  }

  has(who: string, channel: number): boolean {
    return COVERAGE_LEVELS.some((_, level) => this.#days.has(`${who} ${channel} ${level}`));
  }
}

const [DECLARED, ACTIVE] = [COVERAGE_LEVELS.indexOf('declared'), COVERAGE_LEVELS.indexOf('active')];

function partiesOf(rows: PartyColumns, day: (instant: number) => number): SideParty[] {
  const out = new Map<number, SideParty & { held: DayRange[] }>();
  for (let i = 0; i < rows.rows; i++) {
    const party = rows.party_no[i]!;
    const range = { from: day(rows.from_time[i]!), to: day(rows.to_time[i]!) };
    const known = out.get(party);
    if (known !== undefined) known.held.push(range);
    else
      out.set(party, {
        party,
        key: rows.key[i]!,
        isOrganisation: rows.organisation[i] === 1,
        isNamed: rows.named[i] === 1,
        held: [range],
      });
  }
  return [...out.values()];
}

function declaredBy(rows: CoverageColumns): DeclaredBy[] {
  return rows.declared_by.flatMap((by, i) =>
    by === null || rows.level[i] !== DECLARED
      ? []
      : [{ by, channel: CHANNELS[rows.channel[i]!]!, days: { from: rows.from_day[i]!, to: rows.to_day[i]! } }],
  );
}

/** Those for whom a meeting could be known: people of people.yaml, and whoever was met. */
function metAccounts(parties: readonly SideParty[], days: CoveredDays, channel: Channel): Account[] {
  const place = CHANNELS.indexOf(channel);
  return parties.flatMap(({ party, held, isNamed, isOrganisation }): Account[] => {
    const who = `p${party}`;
    if (!days.has(who, place) && (!isNamed || isOrganisation)) return [];
    return [{ key: who, held, declared: days.of([who], place, DECLARED), active: days.of([who], place, ACTIVE) }];
  });
}

/** Places of the rows of each party: the rows of a party follow each other. */
function placesByParty({ rows, party_no }: AccountColumns): ReadonlyMap<number, readonly [first: number, end: number]> {
  const out = new Map<number, readonly [number, number]>();
  for (let first = 0, end = 0; first < rows; first = end) {
    for (end = first; end < rows && party_no[end] === party_no[first]; ) end++;
    out.set(party_no[first]!, [first, end]);
  }
  return out;
}

function* numbers(from: number, end: number): Iterable<number> {
  for (let i = from; i < end; i++) yield i;
}

function addressAccounts(
  rows: AccountColumns,
  places: Iterable<number>,
  days: CoveredDays,
  day: (instant: number) => number,
  channel: Channel,
): Account[] {
  const place = CHANNELS.indexOf(channel);
  const fitting = ADDRESS_KINDS.map((kind) => channelsOf(kind).includes(channel));
  const out: Account[] = [];
  for (const i of places) {
    if (!fitting[rows.kind[i]!]) continue;
    const whos = [`a${rows.account_no[i]}`, `p${rows.party_no[i]}`];
    const held = [{ from: day(rows.from_time[i]!), to: day(rows.to_time[i]!) }];
    out.push({
      key: whos[0]!,
      held,
      declared: days.of(whos, place, DECLARED),
      active: days.of(whos, place, ACTIVE),
    });
  }
  return out;
}

async function prepare(ledger: Ledger, side: SideName, who: Who): Promise<void> {
  const [query, parameters]: [Query, Parameters] =
    who === 'everybody'
      ? [sideMembers(side, false), {}]
      : 'name' in who
        ? [sideMembers(side, true), { name: who.name }]
        : [sideNumbers(side), { numbers: [...new Set(who.parties)].join('\n') }];
  await ledger.run(query, parameters);
}

/**
 * Reads one side.
 * @param side `a` is the side that is asked about: it is covered by sources that name no owner, too
 */
export async function readSide(ledger: Ledger, zone: string, side: SideName, who: Who): Promise<Side> {
  await prepare(ledger, side, who);
  const day = dayReader(zone);
  const accounts = await ledger.columns<AccountColumns>(sideAccounts(side));
  const parties = partiesOf(await ledger.columns<PartyColumns>(sideParties(side)), day);
  const coverage = await ledger.columns<CoverageColumns>(sideCoverage(side));
  const days = new CoveredDays(coverage, side === 'a');
  const reach = await ledger.rows<{
    party_no: number;
    audience: string;
    channel: number;
    from_day: number;
    to_day: number;
  }>(sideReach(side));
  const byParty = placesByParty(accounts);
  const placesOf = (wanted: ReadonlySet<number> | undefined): Iterable<number> =>
    wanted === undefined
      ? numbers(0, accounts.rows)
      : [...wanted].flatMap((party) => [...numbers(...(byParty.get(party) ?? [0, 0]))]);
  return {
    parties,
    declared: declaredBy(coverage),
    reach: reach.map((row) => ({
      party: row.party_no,
      audience: row.audience,
      channel: CHANNELS[row.channel]!,
      days: { from: row.from_day, to: row.to_day },
    })),
    accounts: (channel, wanted) =>
      PERSONAL.includes(channel)
        ? metAccounts(wanted === undefined ? parties : parties.filter(({ party }) => wanted.has(party)), days, channel)
        : addressAccounts(accounts, placesOf(wanted), days, day, channel),
  };
}
