/**
 * How far the loaded records and disclosures reach into the scope of a question. What a share is says
 * src/coverage/share.ts; which accounts are known: addresses of the asked parties that stand in a record or in
 * people.yaml (certain or probable), of a kind that fits the channel, while the party belongs to the side and the address
 * to the party. For meetings and visits, of which nobody has an account, the party itself counts as one.
 */
import { common, type DayRange, joined } from '../coverage/day-ranges.ts';
import { localDay } from '../coverage/local-days.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Asked } from '../ledger/queries/contacts/asked.ts';
import { FORGET_SIDES, HELD_CHANNELS, RECORD_SPAN } from '../ledger/queries/coverage/sides.ts';
import { PARTIES_COVERED, PARTY_COVERAGE } from '../ledger/queries/coverage/spans.ts';
import { CHANNELS, type Channel } from '../model/definition.ts';
import { dayReader } from './coverage/day-reader.ts';
import { audienceCoverages, type ChannelScope, channelScopes, countedSide, recordShares } from './coverage/scope.ts';
import type { AudienceCoverage, Exposure, PartyExposure, RecordShares } from './coverage/shapes.ts';
import { readSide, type Side } from './coverage/sides.ts';
import type { CaseFiles } from './files/index.ts';
import { asOfInstant } from './read-case.ts';
import { limitOf } from './stages/coverage/holdings.ts';
import { inTurn } from './turns.ts';

/** What is asked of: an open case, or the ledger and files of a build that is being made. */
export interface Covered {
  readonly ledger: Ledger;
  readonly files: CaseFiles;
}

/** How far the loaded material reaches into the scope of a question. */
export interface QuestionCoverage extends RecordShares {
  /** Days that were looked at: those of the question; where it is open, of the records. Null: no records at all. */
  readonly window: DayRange | null;
  /** Channels of the question of which the case holds no records at all; they are in no share unless accounts are known. */
  readonly unheld: readonly Channel[];
  /** What keeps sources from being complete for their scope, such as search terms; shown names, never protected ones. */
  readonly limits: readonly string[];
  /** Who declared some of the covered days complete, apart from any source, in order; shares are of the accounts, not of who says so. */
  readonly declaredBy: readonly string[];
  /** The disclosure side, the public first. Empty: no loaded disclosure is declared to reach anything. */
  readonly disclosures: readonly AudienceCoverage[];
}

/** Days of a question: its own; where it is open, those of the records, none of them after the case's "now". */
async function windowOf({ ledger, files }: Covered, { from, to }: Asked): Promise<DayRange | null> {
  const { zone } = files.case;
  const [span] = await ledger.rows<{ first: number | null; last: number | null }>(RECORD_SPAN, {
    as_of: asOfInstant(files),
  });
  const [first, last] = [from ?? span?.first ?? null, to ?? span?.last ?? null];
  if (first === null || last === null || first > last) return null;
  return { from: localDay(zone, first), to: localDay(zone, last) };
}

async function heldChannels(ledger: Ledger): Promise<Set<Channel>> {
  const rows = await ledger.rows<{ channel: number }>(HELD_CHANNELS);
  return new Set(rows.map(({ channel }) => CHANNELS[channel]!));
}

/** What keeps sources of records from being complete, named as they may be shown. */
function limitsOf({ files }: Covered): string[] {
  return files.case.sources.flatMap((source, i) => {
    const limit = source.side === 'record' ? limitOf(source) : null;
    return limit === null ? [] : [`${source.protected ? `protected source ${i + 1}` : source.path}: ${limit}`];
  });
}

/** A question's scope as it was read: both sides, the window, the channels of which records are held. */
export interface ReadScope {
  readonly mine: Side;
  readonly theirs: Side | null;
  readonly window: DayRange | null;
  readonly held: ReadonlySet<Channel>;
}

/** Reads the scope of a question. Inside `withList` for a list of parties. */
export function readScope(of: Covered, asked: Asked): Promise<ReadScope> {
  return inTurn(of.ledger, () => scopeOf(of, asked));
}

async function scopeOf(of: Covered, asked: Asked): Promise<ReadScope> {
  const { ledger, files } = of;
  const { zone } = files.case;
  const window = await windowOf(of, asked);
  const held = await heldChannels(ledger);
  const mine = await readSide(ledger, zone, 'a', asked.between === null ? 'everybody' : { name: asked.between });
  const theirs = asked.and === null ? null : await readSide(ledger, zone, 'b', { name: asked.and });
  await ledger.run(FORGET_SIDES);
  return { mine, theirs, window, held };
}

function scopesOf(scope: ReadScope, { channels }: Asked): ChannelScope[] {
  const { mine, theirs, window, held } = scope;
  if (window === null) return [];
  return channelScopes(countedSide(mine), theirs === null ? null : countedSide(theirs), window, channels, held);
}

/** Who declared days of a window complete for accounts of either side. */
function declarersOf({ mine, theirs, window }: ReadScope, channels: readonly Channel[]): string[] {
  if (window === null) return [];
  const said = [...mine.declared, ...(theirs?.declared ?? [])].filter(
    ({ channel, days }) => channels.includes(channel) && days.from <= window.to && days.to >= window.from,
  );
  return [...new Set(said.map(({ by }) => by))].sort();
}

/** Coverage of a scope that was read. */
export function coverageOf(of: Covered, scope: ReadScope, asked: Asked): QuestionCoverage {
  const { mine, window, held } = scope;
  const wanted = CHANNELS.filter((channel) => channel !== 'report' && (asked.channels?.includes(channel) ?? true));
  const shares: RecordShares = recordShares(scopesOf(scope, asked));
  return {
    ...shares,
    window,
    unheld: wanted.filter((channel) => !held.has(channel)),
    limits: limitsOf(of),
    declaredBy: declarersOf(scope, wanted),
    disclosures: window === null ? [] : audienceCoverages(mine, window, asked.channels, asked.between === null),
  };
}

/**
 * Coverage of a question's scope, of records and of disclosures. Inside `withList` for a list of parties.
 * A name that nobody has gives no share: `checkNames` tells such a name from a scope without accounts.
 */
export async function questionCoverage(of: Covered, asked: Asked): Promise<QuestionCoverage> {
  return coverageOf(of, await readScope(of, asked), asked);
}

/** Covered days of a question's scope, by channel and together. Report is no channel of exposure: its contacts were selected. */
export async function exposure(of: Covered, asked: Asked): Promise<Exposure> {
  const scope = await readScope(of, asked);
  const scopes = scopesOf(scope, asked);
  const days = scopes.map(({ scope: { days } }) => days);
  return {
    window: scope.window,
    channels: scopes.map(({ channel, scope: { days, wholeDays, changes } }) => ({
      channel,
      days,
      whole: wholeDays,
      changes,
    })),
    any: joined(days.flat()),
    all: days.length === 0 ? [] : days.reduce((both, more) => common(both, more)),
  };
}

/**
 * Covered days of many parties at once, for a caller who unites them into pairs. Accounts that only stand in a source
 * which names no owner are left out, as they may be in it by the way.
 * @param parties party_no; null: all that have any
 */
export async function partyExposure(of: Covered, parties: readonly number[] | null): Promise<PartyExposure[]> {
  const { ledger, files } = of;
  const day = dayReader(files.case.zone);
  const numbers = parties ?? (await ledger.rows<{ party_no: number }>(PARTIES_COVERED)).map(({ party_no }) => party_no);
  if (numbers.length === 0) return [];
  const rows = await ledger.rows<{
    party_no: number;
    channel: number;
    own: boolean;
    from_day: number;
    to_day: number;
    from_time: number;
    to_time: number;
  }>(PARTY_COVERAGE, { numbers: [...new Set(numbers)].join('\n') });
  const byKey = Map.groupBy(
    rows.filter(({ own }) => own),
    (row) => `${row.party_no} ${row.channel}`,
  );
  return [...byKey.values()].flatMap((same): PartyExposure[] => {
    const days = joined(
      same.map((row) => ({
        from: Math.max(row.from_day, day(row.from_time)),
        to: Math.min(row.to_day, day(row.to_time)),
      })),
    );
    const [{ party_no: party, channel }] = same as [(typeof same)[number]];
    return days.length === 0 ? [] : [{ party, channel: CHANNELS[channel]!, days }];
  });
}
