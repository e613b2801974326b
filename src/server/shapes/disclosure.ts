/** Disclosures beside the contacts that they may cover. */
import type { Channel } from '../../model/definition.ts';
import type { Grade } from '../../model/finding.ts';
import type { DisclosureState } from '../../model/state.ts';
import type { CutText, Time } from './answer.ts';
import type { Cited } from './citation.ts';
import type { PartyName } from './party.ts';

/** A party that a disclosure names or may mean. */
export interface DisclosedParty extends PartyName {
  readonly grade: Grade;
  /** Meant through its organisation alone. */
  readonly viaOrganisation: boolean;
}

/** A disclosure. */
export interface DisclosureRow {
  /** Whole id, d: and 16 hex digits. */
  readonly id: string;
  readonly disclosers: readonly DisclosedParty[];
  readonly counterparts: readonly DisclosedParty[];
  readonly time: Time;
  readonly channels: readonly Channel[];
  /** When it was given: day, month or year; null unknown. */
  readonly given: string | null;
  readonly audience: string;
  /** Contacts that it can cover; null: all in its period. */
  readonly capacity: number | null;
  /** Says that there was nothing. */
  readonly nil: boolean;
  readonly text: CutText | null;
  /** Null where it was given after the day of the case. */
  readonly state: DisclosureState | null;
  /** Whole id of the contact that it was matched with, or one that it fits; null for none. */
  readonly contact: string | null;
  /** Where it stands, one line; and its record: null for an entry of disclosures.yaml. */
  readonly place: string;
  readonly citation: Cited | null;
}
