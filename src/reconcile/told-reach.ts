/** Whether the loaded records could have shown a contact that somebody told of. */
import type { DayRange } from '../coverage/day-ranges.ts';
import { WAYS } from './ways.ts';

/** Records reach the contacts of this party by this channel on these days. */
export interface RecordReach extends DayRange {
  readonly party: number;
  /** Place in CHANNELS. */
  readonly channel: number;
  /** The source is the party's own; otherwise the party is only known to be in it. */
  readonly own: boolean;
}

/** What a disclosure tells, as far as records are concerned. Days are those of the case's zone. */
export interface ToldContact {
  /** Bits 1 << place in CHANNELS. */
  readonly channels: number;
  /** Null: it does not tell when. */
  readonly days: DayRange | null;
  /** Those whom it names by themselves, and which of them tell it. */
  readonly parties: ReadonlySet<number>;
  readonly disclosers: ReadonlySet<number>;
}

/**
 * Whether the records reach a told contact: for every way in which it can have been, one of the parties is reached all
 * through its period. In a file of many people only those who tell it count: the others may be in it by the way.
 * @param reach disjoint per party, channel and ownership: days of several sources that touch are one range
 */
export function isReached(
  { channels, days, parties, disclosers }: ToldContact,
  reach: readonly RecordReach[],
): boolean {
  if (days === null) return false;
  const ways = WAYS.filter((way) => (channels & way) !== 0);
  const reaches = (r: RecordReach): boolean =>
    (r.own ? parties : disclosers).has(r.party) && r.from <= days.from && r.to >= days.to;
  return ways.length > 0 && ways.every((way) => reach.some((r) => (way >> r.channel) % 2 === 1 && reaches(r)));
}
