/** What is known of who stands behind an address: the name that is written beside it, its mailbox, its organisation. */
import type { AddressKind } from '../../model/record.ts';
import { type Account, accountOf } from './accounts.ts';
import { isRoleMailbox, namesInMailbox } from './mailbox-name.ts';
import { fullForms } from './nicknames.ts';
import { type PersonName, personName } from './person-name.ts';
import { soundOf } from './sound.ts';

/** An address with the names that records write beside it, and how often. */
export interface SeenAddress {
  readonly kind: AddressKind;
  readonly norm: string;
  readonly names: readonly SeenName[];
  /** Names in its signatures, where nothing else names it. */
  readonly signed?: readonly SeenName[];
}

export interface SeenName {
  readonly text: string;
  /** Records, or signatures, that have it. */
  readonly count: number;
}

/** Columns of a description; null where nothing is known. Texts are folded. */
export interface Description {
  readonly given: string | null;
  /** Full forms of the given name, with spaces between them. */
  readonly given_full: string | null;
  readonly middle: string | null;
  readonly family: string | null;
  readonly family_sound: string | null;
  readonly generation: string | null;
  /** Local part or account name. */
  readonly account: string | null;
  readonly organisation: string | null;
}

/**
 * person: the address can be one person's. role: an office's, a list's or a machine's. shared: several people's names stand
 * beside it. nameless: nothing tells whose it is, or a single word, which joins nobody.
 */
export type Standing = 'person' | 'role' | 'shared' | 'nameless';

export interface Described {
  readonly standing: Standing;
  readonly description: Description | null;
  /** The name as written; null where none is. */
  readonly label: string | null;
}

/** A mailbox is one person's when at least so many of its names, of ten, are that person's. */
const OWN_NAMES = 7;
/** Fewer names than these are too few to call a mailbox shared. */
const FEWEST_SHARED = 3;

/** A name as it is written beside an address, taken apart. */
interface NameBeside {
  readonly name: PersonName;
  readonly text: string;
  readonly count: number;
}

/** Names in full of an address, each with its weight. */
export function namesBeside({ kind, norm, names }: SeenAddress): NameBeside[] {
  return namesIn(kind === 'name' ? [{ text: norm, count: 1 }] : names);
}

function namesIn(written: readonly SeenName[]): NameBeside[] {
  return written.flatMap(({ text, count }) => {
    const name = personName(text);
    return name === null ? [] : [{ name, text, count }];
  });
}

/** Two spellings of one person's name beside one address: one family name, and given names that begin alike. */
function isSamePerson(a: PersonName, b: PersonName): boolean {
  const turned = a.given === b.family && a.family === b.given;
  return turned || (a.family === b.family && a.given[0] === b.given[0]);
}

/** The name that most of the names beside an address are, in its fullest spelling; null when they are several people's. */
function ownName(names: readonly NameBeside[]): NameBeside | null {
  const all = names.reduce((sum, { count }) => sum + count, 0);
  const order = [...names].sort(
    (x, y) => y.count - x.count || length(y.name) - length(x.name) || (x.text < y.text ? -1 : 1),
  );
  const [first] = order;
  if (first === undefined) return null;
  const own = order.filter(({ name }) => isSamePerson(name, first.name));
  const share = own.reduce((sum, { count }) => sum + count, 0);
  if (names.length >= FEWEST_SHARED && share * 10 < all * OWN_NAMES) return null;
  return own.reduce((best, next) => (next.name.given.length > 1 && best.name.given.length === 1 ? next : best), first);
}

/** What an account tells by itself: its mailbox in full, else its signatures, else an initial in its mailbox. */
function withoutNames(
  account: Account,
  signed: readonly SeenName[],
  families: ReadonlySet<string>,
): { readonly name: PersonName; readonly text: string | null } | null {
  const mailbox = namesInMailbox(account.local, families)[0] ?? null;
  const own = signedName(signed, account);
  const isWhole = mailbox !== null && mailbox.given.length > 1;
  // anna.van@ signs as Anna van der Berg: the mailbox was cut off.
  const isLonger = isWhole && own?.name.family.startsWith(`${mailbox.family} `);
  if (own !== null && (!isWhole || isLonger)) return own;
  return mailbox === null ? null : { name: mailbox, text: null };
}

/** The name of its signatures; one that the mailbox does not confirm has to stand in two. */
function signedName(signed: readonly SeenName[], { local }: Account): NameBeside | null {
  const own = ownName(namesIn(signed));
  if (own === null) return null;
  const isConfirmed = own.name.family.length > 2 && local.includes(own.name.family.replaceAll(' ', ''));
  return isConfirmed || own.count > 1 ? own : null;
}

const length = (name: PersonName): number => name.given.length + name.middle.join('').length;

function descriptionOf(name: PersonName, account: Account | null): Description {
  return {
    given: name.given || null,
    given_full: name.given === '' ? null : fullForms(name.given).join(' '),
    middle: name.middle[0] ?? null,
    family: name.family,
    family_sound: soundOf(name.family) || null,
    generation: name.generation === '' ? null : name.generation,
    account: account === null ? null : account.local,
    organisation: account === null ? null : account.organisation,
  };
}

/**
 * Describes an address.
 * @param families folded family names known from names in full: dbolverk is D. Bolverk only where somebody is called so
 */
export function describe(seen: SeenAddress, families: ReadonlySet<string>): Described {
  const { kind, norm } = seen;
  const nobody = (standing: Exclude<Standing, 'person'>): Described => ({ standing, description: null, label: null });
  if (kind === 'redacted' || kind === 'phone') return nobody('nameless');
  const account = accountOf(kind, norm);
  if (kind === 'mail' && account !== null && isRoleMailbox(account.local)) return nobody('role');
  const names = namesBeside(seen);
  const own = ownName(names);
  if (own === null && names.length > 0) return nobody('shared');
  const told = own === null && account !== null ? withoutNames(account, seen.signed ?? [], families) : null;
  const name = own?.name ?? told?.name ?? null;
  if (name === null) return nobody('nameless');
  return { standing: 'person', description: descriptionOf(name, account), label: own?.text ?? told?.text ?? null };
}
