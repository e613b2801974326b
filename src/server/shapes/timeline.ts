/** /timeline.json and /timeline/bins.json: pairs by time. Both take the filters of /contacts (contact.ts). */
import type { Verdict } from '../../statements/verdict.ts';
import type { AskedFilters, Choices } from './contact.ts';
import type { PartyName } from './party.ts';
import type { CoverageCalendar } from './sources.ts';

/** A span of instants, epoch seconds UTC, both inclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Something that happened, or was said, at a time. */
export interface EventMark extends Span {
  readonly id: string;
  readonly text: string;
}

/** A claim with the time when it was said and the period that it is about. */
export interface StatementMark extends Span {
  /** Id in statements.yaml: /statements/ID. */
  readonly id: string;
  readonly speaker: string;
  /** The words, or the claim in its short form. */
  readonly text: string;
  readonly verdict: Verdict;
  /** The scope of the claim; null where it has no beginning or no end. */
  readonly scope: Span | null;
}

/** The frame of the timeline. */
export interface TimelinePage {
  readonly asked: AskedFilters;
  readonly choices: Choices;
  /** From the first to the last contact that may count and has a plausible time; null where there is none. */
  readonly extent: Span | null;
  /** Contacts that have no time or one that spans more than a year: they stand in no bin. */
  readonly undated: number;
  readonly events: readonly EventMark[];
  readonly statements: readonly StatementMark[];
  readonly windows: readonly EventMark[];
  /** Coverage in days of the case's zone. */
  readonly coverage: CoverageCalendar;
}

/** Widths of bins; days and longer follow the calendar of the case's zone. */
export type BinUnit = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'six-hours' | 'hour' | 'ten-minutes' | 'minute';

/**
 * /timeline/bins.json?…&start=EPOCH&end=EPOCH&bin=UNIT&top=N: contacts of each pair in each bin. `start` and `end` are what
 * is seen, epoch seconds; without them all of it. Without `bin` the finest unit that gives at most 400 bins; a finer one
 * than gives 2,000 is refused. `top` rows are given (40; at most 200), those with most contacts in the whole question
 * first, so that rows stay in their places while one pans and zooms.
 */
export interface TimelineBins {
  readonly asked: AskedFilters;
  readonly unit: BinUnit;
  /** Instants at which bins begin, epoch seconds UTC, and the end of the last: bins + 1 numbers. */
  readonly edges: readonly number[];
  readonly pairs: readonly TimelinePair[];
  /** Pairs that are not given. */
  readonly morePairs: number;
  /** Cells that are not empty, by row, then bin: parallel lists. */
  readonly cells: {
    /** Place in pairs. */
    readonly pair: readonly number[];
    /** Place of the bin, from 0. */
    readonly bin: readonly number[];
    /** Contacts that may count; those of them that certainly do; those of them that are undisclosed. */
    readonly contacts: readonly number[];
    readonly certain: readonly number[];
    readonly undisclosed: readonly number[];
  };
  /** The same of all pairs, those too that are not given; a contact of several pairs counts once. One number a bin. */
  readonly all: {
    readonly contacts: readonly number[];
    readonly certain: readonly number[];
    readonly undisclosed: readonly number[];
  };
  /** Contacts whose time may fall into several bins: they stand in the bin of their earliest instant. */
  readonly coarse: number;
}

/** Two parties in contact. */
export interface TimelinePair {
  readonly a: PartyName;
  readonly b: PartyName;
  /** In the whole question. */
  readonly contacts: number;
  /** Query string of /contacts for the pair with the same filters. */
  readonly listed: string;
}
