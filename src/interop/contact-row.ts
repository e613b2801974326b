/** One contact as it leaves the case: cited, with the state of its disclosure, without what is protected. */
import type { Channel } from '../model/definition.ts';
import type { Grade } from '../model/finding.ts';
import type { Role } from '../model/record.ts';
import type { ContactState } from '../model/state.ts';
import type { Precision } from '../model/time.ts';

/** Somebody at one end. */
export interface EndRow {
  /** Of the party, or as the records print it; null where there is only an address. */
  readonly name: string | null;
  /** Normalised: a mail address, E.164, a handle; null for a bare name. */
  readonly address: string | null;
  /** Key of the party whose address it was then; null where it was nobody's. */
  readonly party: string | null;
  /** How sure that is; null where it was nobody's. */
  readonly grade: Grade | null;
  readonly role: Role;
}

/** What a duty says of it. */
export interface DutyRow {
  readonly duty: string;
  readonly holder: string | null;
  readonly audience: string;
  readonly state: ContactState;
  /** ISO 8601 with offset; null where there is none. */
  readonly deadline: string | null;
}

/** A record that shows it, and where it stands. */
export interface WitnessRow {
  /** Whole id of the record. */
  readonly record: string;
  /** Path of the source as in the case; of a protected one its number alone. */
  readonly source: string;
  /** Path of the citation in the source. */
  readonly citation: string;
  /** Of the whole source, lower-case hex. */
  readonly sha256: string;
  /** Row of a table from 1; null where there are none. */
  readonly row: number | null;
  /** Number stamped by who produced it; null where none is. */
  readonly bates: string | null;
}

export interface ContactRow {
  /** Whole id. */
  readonly id: string;
  /**
   * ISO 8601 in the case's zone, as far as it is known: an instant with its offset, a day, a month or a year; null when
   * nothing is.
   */
  readonly time: string | null;
  /** The same of the end of an interval that is no whole day, month or year; null else. */
  readonly until: string | null;
  /** Epoch seconds UTC; null when nothing is known. */
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly precision: Precision;
  readonly channel: Channel;
  readonly from: readonly EndRow[];
  readonly to: readonly EndRow[];
  /** Seconds. */
  readonly duration: number | null;
  /** By the headline rule; null where nobody is asked to disclose it. */
  readonly state: ContactState | null;
  readonly duties: readonly DutyRow[];
  /** Under the case's definition, for the sides that were asked about. */
  readonly counts: 'certain' | 'possible' | 'no';
  readonly witnesses: readonly WitnessRow[];
  readonly subject: string | null;
  /** Words of FLAG that hold of it, such as unanswered, list, quoted. */
  readonly flags: readonly string[];
  /** The rule that joined its witnesses. */
  readonly rule: string;
}
