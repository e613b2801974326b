/** /review.json?offset=0&limit=10 (at most 25): questions about who is who, those on which most contacts hang first. */
import type { Grade } from '../../model/finding.ts';
import type { AddressKind } from '../../model/record.ts';
import type { Rows } from './answer.ts';
import type { PartyName } from './party.ts';
import type { WrittenName } from './people.ts';

/** One of the two sides. */
export interface ReviewSide {
  /** The address, or the key of a person of people.yaml. */
  readonly text: string;
  readonly kind: AddressKind | 'person';
  readonly marks: readonly string[];
  /** Null for a person of people.yaml who stands in no record. */
  readonly evidence: SideEvidence | null;
}

/** What the records know of one side. */
export interface SideEvidence {
  readonly names: readonly WrittenName[];
  readonly organisations: readonly string[];
  readonly records: number;
  /** Days. */
  readonly first: string | null;
  readonly last: string | null;
  /** Other addresses of the party that it certainly is. */
  readonly also: readonly string[];
  /** With whom it is in contact most. */
  readonly circle: readonly { readonly party: PartyName; readonly contacts: number }[];
}

/** Are these two one person? */
export interface ReviewQuestion {
  /** q: and 16 hex digits: what POST /decisions takes. */
  readonly id: string;
  readonly a: ReviewSide;
  readonly b: ReviewSide;
  /** What is taken for true until somebody decides. */
  readonly grade: Grade;
  /** Evidence in doublings of the odds, and its parts. */
  readonly bits: number;
  readonly agreements: readonly { readonly field: string; readonly level: string; readonly bits: number }[];
  /** Contacts that would be certain by `same` alone, and those of them that the case asks about. */
  readonly contacts: number;
  readonly asked: number;
  /** What each answer would move, in words. */
  readonly moves: { readonly same: string; readonly notSame: string; readonly unsure: string };
  /** Said of it before; `unsure` is asked again, last. */
  readonly decided: 'unsure' | null;
}

/** The queue: questions that were answered since the build are not in it. */
export interface ReviewPage extends Rows<ReviewQuestion> {
  /** Who decided last in this case; '' where nobody did. */
  readonly who: string;
}
