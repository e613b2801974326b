/** What is told of the coverage of a scope. */
import type { DayRange } from '../../coverage/day-ranges.ts';
import type { CoverageChange, CoverageShare } from '../../coverage/share.ts';
import type { Channel } from '../../model/definition.ts';

/** Coverage of a question's scope by one channel. */
export interface ChannelCoverage {
  readonly channel: Channel;
  readonly share: CoverageShare;
  /** "Of the n accounts known to this case." */
  readonly accounts: { readonly covered: number; readonly known: number };
  /** Days of the window on which nothing of the scope is covered by this channel. */
  readonly gaps: readonly DayRange[];
}

/** What records cover of a scope. */
export interface RecordShares {
  /** Over all channels; null where no account of the sides is known by any channel, so that there is no scope. */
  readonly share: CoverageShare | null;
  readonly accounts: { readonly covered: number; readonly known: number };
  /** Channels by which an account is known, in the order of CHANNELS. */
  readonly channels: readonly ChannelCoverage[];
  /** Days on which nothing of the scope is covered by any channel. */
  readonly gaps: readonly DayRange[];
}

/** Whose disclosures to one audience the loaded ones reach. */
export interface AudienceCoverage {
  readonly audience: string;
  /** Parties of the side that is asked about that are reached on some day, and all of them. */
  readonly disclosers: { readonly covered: number; readonly known: number };
  /** Per mille of their days, rounded down; a day of a party is covered when any channel of the question is reached. */
  readonly share: number;
  /** Keys of the parties that are reached, in order. */
  readonly parties: readonly string[];
  /** Days on which somebody is reached, and days on which nobody is. */
  readonly days: readonly DayRange[];
  readonly gaps: readonly DayRange[];
}

/** Covered days of a scope by one channel, for rates. */
export interface ChannelExposure {
  readonly channel: Channel;
  /** Days on which something of the scope is covered: a contact could have been seen. */
  readonly days: readonly DayRange[];
  /** Days on which all of it is. */
  readonly whole: readonly DayRange[];
  /** Where coverage begins, ends or changes inside the window. */
  readonly changes: readonly CoverageChange[];
}

/** Covered days of a scope. */
export interface Exposure {
  readonly window: DayRange | null;
  readonly channels: readonly ChannelExposure[];
  /** Days that are covered by any channel; days that are covered by all channels of the scope. */
  readonly any: readonly DayRange[];
  readonly all: readonly DayRange[];
}

/** Covered days of one party by channel: the union over its accounts. */
export interface PartyExposure {
  readonly party: number;
  readonly channel: Channel;
  /** Disjoint, in order. A pair is covered on the union of both ends' days. */
  readonly days: readonly DayRange[];
}
