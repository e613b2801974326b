/**
 * What is compared of two descriptions of a person, and in which grades of agreement. A field is of a kind; its kind says
 * how values agree, which is the same in every data set: there are no rules for one set of data.
 */

/**
 * Kinds of field. A code is an identifier, a post code or a house number: any text in which a single character matters. A
 * circle is the set of those with whom somebody is in contact most. Numbers are the telephones that somebody gives; addresses
 * are those that somebody calls his own, the one written from among them, so that of two hardly ever both name one; answers
 * are pairs of addresses of which one answered what the other was sent.
 */
export type FieldKind =
  | 'given'
  | 'family'
  | 'generation'
  | 'date'
  | 'code'
  | 'place'
  | 'text'
  | 'mail'
  | 'phone'
  | 'account'
  | 'circle'
  | 'numbers'
  | 'addresses'
  | 'answers';

export interface Field {
  /** Name of the column; letters, digits and underscores. */
  readonly name: string;
  readonly kind: FieldKind;
  /** Column with the full forms of a given name, separated by spaces; absent: short forms are not known. */
  readonly full?: string;
  /** Column with what a name sounds like, for finding pairs; absent: only spelling finds them. */
  readonly sound?: string;
  /** Column with a second given name, by which some people go; absent: there is none. */
  readonly second?: string;
  /** Column with who keeps the accounts: those of different keepers are not compared; only of accounts. */
  readonly keeper?: string;
}

/**
 * Levels of agreement, strongest first; the last is "differs". A value that is missing on one side is no level: it says
 * nothing for or against.
 */
const LEVELS: { readonly [K in FieldKind]: readonly string[] } = {
  given: [
    'same',
    'short form of the other',
    'nearly the same',
    'second name of the other',
    'initial of the other',
    'alike',
    'other initial',
    'differs',
  ],
  family: ['given and family name exchanged', 'same', 'nearly the same', 'part of the other', 'alike', 'differs'],
  generation: ['same', 'differs'],
  date: ['same', 'one slip', 'two slips', 'differs'],
  code: ['same', 'one slip', 'two slips', 'differs'],
  place: ['same', 'nearly the same', 'alike', 'differs'],
  text: ['same', 'nearly the same', 'alike', 'differs'],
  mail: ['same', 'same mailbox name', 'mailbox names alike', 'differs'],
  phone: ['same', 'differs'],
  account: ['same', 'differs'],
  circle: ['three and more in common', 'one or two in common', 'nobody in common'],
  numbers: ['one in common', 'none in common'],
  addresses: ['one in common', 'none in common'],
  answers: ['one answered what the other was sent', 'neither did'],
};

/** Names of a field's levels, strongest first. */
export function levelsOf(field: Field): readonly string[] {
  return LEVELS[field.kind];
}

/** Place of the level at which the two values are equal: there the rarity of the value counts. */
export function equalLevel(field: Field): number {
  return Math.max(LEVELS[field.kind].indexOf('same'), 0);
}

/**
 * Whether a field tells communities as well as people: colleagues share a place, a circle and a switchboard. Such fields are
 * weighed, but which pairs are learned from is told by the others, or the model would learn to find colleagues.
 */
export function isShared({ kind }: Field): boolean {
  return kind === 'place' || kind === 'circle' || kind === 'numbers';
}

/** Whether a value is a set, of which some may be in common. */
export function isSet({ kind }: Field): boolean {
  return kind === 'circle' || kind === 'numbers' || kind === 'addresses' || kind === 'answers';
}

/** Whether an equal value weighs more the rarer it is: a set is no value. */
export function hasRarity(field: Field): boolean {
  return !isSet(field);
}

/** Level of a pair in which the value is missing on one side. */
export const MISSING = -1;
