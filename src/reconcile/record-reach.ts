/** Whether the loaded records could have shown a contact that somebody told of. */
import { WAYS } from './ways.ts';

/** Records reach the contacts of this party by this channel in these seconds, inclusive. */
export interface RecordReach {
  readonly party: number;
  /** Place in CHANNELS. */
  readonly channel: number;
  readonly from: number;
  readonly to: number;
  /** The source is the party's own; otherwise the party is only known to be in it. */
  readonly own: boolean;
}

/** A source of records as far as its reach goes. */
export interface RecordSource {
  readonly source: number;
  /** Parties whose own source it is: its custodian, the accounts that its scope names. Empty: not said. */
  readonly owners: readonly number[];
  readonly records: number;
  /** Records that the busiest account is in, and the party of that account; −1 none. */
  readonly busiest: number;
  readonly busiestParty: number;
  readonly scopeFrom: number | null;
  readonly scopeTo: number | null;
  readonly complete: boolean;
}

/** A party's first and last instant in a source, by one channel. */
export interface Seen {
  readonly party: number;
  readonly source: number;
  readonly channel: number;
  readonly first: number;
  readonly last: number;
}

/** An account that is in nearly all records of a source owns it: the other accounts are seen there only beside it. */
const OWNED = 0.9;

function ownersOf(source: RecordSource): readonly number[] | 'anybody' {
  if (source.owners.length > 0) return source.owners;
  if (source.busiestParty !== -1 && source.busiest >= OWNED * source.records) return [source.busiestParty];
  return 'anybody';
}

/**
 * The spans in which the records reach somebody: where a source is declared complete its scope; otherwise from the first
 * to the last of the party's records in it, inside the scope. A mailbox reaches its owner only, a carrier's file or a
 * visitor log everybody who is in it.
 */
export function recordReach(sources: readonly RecordSource[], seen: readonly Seen[]): RecordReach[] {
  const bySource = new Map(sources.map((source) => [source.source, source]));
  return seen.flatMap(({ party, source: number, channel, first, last }): RecordReach[] => {
    const source = bySource.get(number);
    if (source === undefined) return [];
    const owners = ownersOf(source);
    const own = owners !== 'anybody';
    if (own && !owners.includes(party)) return [];
    const { scopeFrom, scopeTo } = source;
    if (source.complete && scopeFrom !== null && scopeTo !== null)
      return [{ party, channel, from: scopeFrom, to: scopeTo, own }];
    const from = Math.max(first, scopeFrom ?? first);
    const to = Math.min(last, scopeTo ?? last);
    return from <= to ? [{ party, channel, from, to, own }] : [];
  });
}

/** What a disclosure tells, as far as records are concerned. */
export interface ToldContact {
  /** Bits 1 << place in CHANNELS. */
  readonly channels: number;
  readonly earliest: number | null;
  readonly latest: number | null;
  /** Those whom it names by themselves, and which of them tell it. */
  readonly parties: ReadonlySet<number>;
  readonly disclosers: ReadonlySet<number>;
}

/**
 * Whether the records reach a told contact: for every way in which it can have been, one of the parties is reached all
 * through its period. In a file of many people only those who tell it count: the others may be in it by the way.
 */
export function isReached(told: ToldContact, reach: readonly RecordReach[]): boolean {
  const { earliest, latest } = told;
  if (earliest === null || latest === null) return false;
  const ways = WAYS.filter((way) => (told.channels & way) !== 0);
  const reaches = (r: RecordReach): boolean =>
    (r.own ? told.parties : told.disclosers).has(r.party) && r.from <= earliest && r.to >= latest;
  return ways.length > 0 && ways.every((way) => reach.some((r) => (way >> r.channel) % 2 === 1 && reaches(r)));
}
