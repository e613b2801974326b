/** What the pictures of a briefing show, before anybody draws them. */
import type { Bounds } from '../model/bounds.ts';
import type { Channel } from '../model/definition.ts';

/** A contact on the timeline. */
export interface TimelineMark {
  readonly contact: string;
  /** First and last day, YYYY-MM-DD; the same where the day is known. */
  readonly first: string;
  readonly last: string;
  readonly channel: Channel;
  /** Whether it certainly counts, and certainly with this party. */
  readonly certain: boolean;
  /** No loaded disclosure fits it. */
  readonly undisclosed: boolean;
}

/** The contacts of the headline question with one party, or with all others together. */
export interface TimelineLane {
  readonly party: string | null;
  readonly name: string;
  readonly marks: readonly TimelineMark[];
}

/** Something that happened. */
export interface TimelineEvent {
  readonly id: string;
  readonly first: string;
  readonly last: string;
  readonly what: string;
}

/** Days in which the loaded records could have shown a contact by one way. */
export interface TimelineCoverage {
  readonly channel: Channel;
  /** whole: every pair of accounts is covered; part: some are. */
  readonly spans: readonly { readonly first: string; readonly last: string; readonly level: 'whole' | 'part' }[];
}

export interface Timeline {
  /** First and last day shown. */
  readonly from: string;
  readonly to: string;
  readonly lanes: readonly TimelineLane[];
  /** The window of the question; null ends are open. */
  readonly window: { readonly first: string | null; readonly last: string | null };
  readonly events: readonly TimelineEvent[];
  readonly coverage: readonly TimelineCoverage[];
  /** Contacts without a day, which stand on no line. */
  readonly undated: number;
  /** Contacts that are on no lane because there are too many. */
  readonly leftOut: number;
}

/** Who was in contact with whom. */
export interface Matrix {
  /** The side that is asked about, and the other side: keys and names. */
  readonly rows: readonly { readonly party: string; readonly name: string }[];
  readonly columns: readonly { readonly party: string; readonly name: string }[];
  /** By row, then column; null where there was no contact. */
  readonly cells: readonly (readonly (MatrixCell | null)[])[];
  /** Parties that are not shown because there are too many. */
  readonly leftOut: number;
}

export interface MatrixCell {
  readonly contacts: Bounds;
  readonly undisclosed: Bounds | null;
}
