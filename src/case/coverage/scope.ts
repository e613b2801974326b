/** Coverage over the channels of a scope: the arithmetic between sides that were read and what is told of them. */
import { common, type DayRange, daysIn, joined, without } from '../../coverage/day-ranges.ts';
import { addSums, type ScopeCoverage, type SideDays, scopeCoverage, shareOf, sideDays } from '../../coverage/share.ts';
import { CHANNELS, type Channel } from '../../model/definition.ts';
import { DEFAULT_AUDIENCE } from '../../reconcile/account.ts';
import type { AudienceCoverage, ChannelCoverage, RecordShares } from './shapes.ts';
import type { Side } from './sides.ts';

/** Channels for which a party has an address of its own: a known address of one is a known account. */
const ADDRESSED: readonly Channel[] = ['mail', 'call'];

/** A channel of a scope with its coverage. */
export interface ChannelScope {
  readonly channel: Channel;
  readonly scope: ScopeCoverage;
}

/** One side as a scope needs it: its accounts counted by day of a window, by channel. */
export type Counted = (channel: Channel, window: DayRange) => SideDays;

/** Counts a side, each channel and window once. @param parties only these; absent: all of the side */
export function countedSide(side: Side, parties?: ReadonlySet<number>): Counted {
  const known = new Map<string, SideDays>();
  return (channel, window) => {
    const key = `${channel} ${window.from} ${window.to}`;
    const counted = known.get(key) ?? sideDays(side.accounts(channel, parties), window);
    known.set(key, counted);
    return counted;
  };
}

/**
 * Coverage by channel.
 * @param theirs null: everybody else
 * @param channels null: all that records are held of, and those for which accounts are known
 * @param held channels of which the case has records or declared coverage
 */
export function channelScopes(
  mine: Counted,
  theirs: Counted | null,
  window: DayRange,
  channels: readonly Channel[] | null,
  held: ReadonlySet<Channel>,
): ChannelScope[] {
  return CHANNELS.flatMap((channel): ChannelScope[] => {
    if (channel === 'report' || !(channels === null || channels.includes(channel))) return [];
    // Anybody may meet and any phone may text: where no record of a kind is held, nothing can be said of it.
    if (!held.has(channel) && !ADDRESSED.includes(channel)) return [];
    const scope = scopeCoverage(mine(channel, window), theirs === null ? null : theirs(channel, window), window);
    return scope.share === null ? [] : [{ channel, scope }];
  });
}

/** The records' side of what is told of a scope. */
export function recordShares(scopes: readonly ChannelScope[]): RecordShares {
  const sums = addSums(scopes.map(({ scope }) => scope.sums));
  const keys = (of: 'knownKeys' | 'coveredKeys'): number => new Set(scopes.flatMap(({ scope }) => scope[of])).size;
  const covered = scopes.flatMap(({ scope }) => scope.days);
  return {
    share: shareOf(sums),
    accounts: { covered: keys('coveredKeys'), known: keys('knownKeys') },
    channels: scopes.map(
      ({ channel, scope }): ChannelCoverage => ({
        channel,
        share: scope.share!,
        accounts: scope.accounts,
        gaps: scope.gaps,
      }),
    ),
    gaps: without(joined(scopes.flatMap(({ scope }) => scope.gaps)), covered),
  };
}

/** Persons who could disclose; a side of organisations alone stands for itself. */
function disclosersOf(side: Side): Side['parties'] {
  const persons = side.parties.filter(({ isOrganisation }) => !isOrganisation);
  return persons.length > 0 ? persons : side.parties;
}

function audienceCoverage(
  side: Side,
  audience: string,
  window: DayRange,
  channels: readonly Channel[] | null,
  everybody: boolean,
): AudienceCoverage | null {
  const rows = side.reach.filter(
    (row) => row.audience === audience && (channels === null || channels.includes(row.channel)),
  );
  const byParty = Map.groupBy(rows, (row) => row.party);
  const known = disclosersOf(side)
    .filter(({ party }) => !everybody || byParty.has(party))
    .map((party) => ({ ...party, held: common(party.held, [window]) }))
    .filter(({ held }) => held.length > 0);
  if (known.length === 0) return null;
  const reached = known.map(({ party, key, held }) => ({
    key,
    held: daysIn(held),
    days: common(held, byParty.get(party)?.map(({ days }) => days) ?? []),
  }));
  const [covered, all] = [
    reached.reduce((sum, { days }) => sum + daysIn(days), 0),
    reached.reduce((sum, { held }) => sum + held, 0),
  ];
  const parties = reached.filter(({ days }) => days.length > 0).map(({ key }) => key);
  const days = joined(reached.flatMap((of) => of.days));
  return {
    audience,
    disclosers: { covered: parties.length, known: known.length },
    share: Math.floor((1000 * covered) / all),
    parties: parties.sort(),
    days,
    gaps: without([window], days),
  };
}

/** What disclosures reach of a side, the public first. @param everybody whether nobody is asked about */
export function audienceCoverages(
  side: Side,
  window: DayRange,
  channels: readonly Channel[] | null,
  everybody: boolean,
): AudienceCoverage[] {
  const audiences = [...new Set(side.reach.map(({ audience }) => audience))].sort();
  const ordered = [
    ...audiences.filter((audience) => audience === DEFAULT_AUDIENCE),
    ...audiences.filter((audience) => audience !== DEFAULT_AUDIENCE),
  ];
  return ordered.flatMap((audience) => audienceCoverage(side, audience, window, channels, everybody) ?? []);
}
