/** People: the list, and one party. */
import type { Channel } from '../../model/definition.ts';
import type { Grade } from '../../model/finding.ts';
import type { AddressKind } from '../../model/record.ts';
import type { Rows } from './answer.ts';
import type { Cited } from './citation.ts';
import type { PartyName } from './party.ts';

/** A party in a list. */
export interface PartyRow extends PartyName {
  /** person, organisation, line, role, list, unknown. */
  readonly kind: string;
  /** Stands in people.yaml. */
  readonly named: boolean;
  /** Addresses, and those of them whose it is for certain, probably, possibly. */
  readonly addresses: number;
  readonly certain: number;
  readonly probable: number;
  readonly possible: number;
  /** Bits that hold the guessed address which is held least; null where nothing is guessed. */
  readonly weakest: number | null;
  /** Contacts by any link. */
  readonly contacts: number;
}

/** /people.json?q=TEXT&kind=person&named=true&order=contacts|name|addresses&offset=0&limit=100. `q` finds names, keys and addresses. */
export interface PeoplePage extends Rows<PartyRow> {
  /** Kinds with how many parties each has. */
  readonly kinds: readonly { readonly kind: string; readonly parties: number }[];
}

/** A name as records write it. */
export interface WrittenName {
  readonly text: string;
  readonly times: number;
  /** The first record that has it so. */
  readonly citation: Cited | null;
}

/** An address of a party. */
export interface AliasRow {
  readonly kind: AddressKind;
  readonly address: string;
  /** Days, YYYY-MM-DD; null: open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly grade: Grade;
  /** people.yaml, decision, equation, name, likeness, signature, itself. */
  readonly basis: string;
  /** How it is known, in words, where people.yaml says; null otherwise. */
  readonly why: string | null;
  readonly marks: readonly string[];
  /** Records it stands in; first and last day. */
  readonly records: number;
  readonly first: string | null;
  readonly last: string | null;
  /** Most frequent first, at most five. */
  readonly names: readonly WrittenName[];
}

/** A post that was held. */
export interface TenureRow {
  readonly organisation: PartyName;
  readonly role: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Somebody who was in contact with the party. */
export interface CounterpartRow {
  readonly party: PartyName;
  readonly contacts: number;
  readonly undisclosed: number;
  readonly channels: readonly Channel[];
  /** Days; null: none has a time. */
  readonly first: string | null;
  readonly last: string | null;
  /** Query string of /contacts. */
  readonly listed: string;
}

/** When the party begins contacts: 24 hours of seven days, in its own zone. */
export interface Rhythm {
  /** 168 numbers: Monday 00:00–00:59 first, then by hour, then by day. */
  readonly contacts: readonly number[];
  /** How many by the offset that the record itself has, and how many by the case's zone for want of one. */
  readonly ownOffset: number;
  readonly caseZone: number;
  /** Contacts without a time of day. */
  readonly without: number;
}

/** Two addresses with what speaks for one person. */
export interface EvidenceLink {
  readonly mine: string;
  readonly other: string;
  readonly bits: number;
  /** One line each, such as `family name the same: +9.1 bits`. */
  readonly agreements: readonly string[];
  /** Id of the question in /review. */
  readonly question: string;
  /** How sure, for a link inside of the party; null for one that was not taken. */
  readonly grade: Grade | null;
  /** Whose the other is and why it was not taken; null for a link inside. */
  readonly holder: string | null;
  readonly why: string | null;
}

/** /people/:key.json */
export interface PartyPage {
  readonly party: PartyRow;
  readonly aliases: readonly AliasRow[];
  readonly tenures: readonly TenureRow[];
  /** Groups of the case that it is in on some day. */
  readonly groups: readonly string[];
  /** Most contacts first, at most 100. */
  readonly counterparts: readonly CounterpartRow[];
  readonly counterpartsInAll: number;
  readonly rhythm: Rhythm;
  /** The weakest first. */
  readonly held: readonly EvidenceLink[];
  readonly rejected: readonly EvidenceLink[];
  readonly note: string | null;
  /** Query string of /contacts for all of its contacts. */
  readonly listed: string;
}
