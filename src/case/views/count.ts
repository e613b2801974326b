/** A count of contacts with everything that it rests on. */
import { NULL_INT } from '../../ledger/ledger.ts';
import { parametersOf } from '../../ledger/queries/contacts/asked.ts';
import { candidate } from '../../ledger/queries/contacts/count.ts';
import type { CountKey } from '../../ledger/queries/contacts/count-by.ts';
import { askedContacts } from '../../ledger/queries/reconcile/asked.ts';
import { COUNTED_IN_ORDER, FORGET_COUNTED } from '../../ledger/queries/views/contacts.ts';
import {
  ADDRESSES_OF_NUMBERS,
  countedPairs,
  FORGET_LIST,
  LIST_GROUP,
  LIST_MEMBERSHIP,
  PARTIES_OF_NUMBERS,
} from '../../ledger/queries/views/counts.ts';
import type { Bounds } from '../../model/bounds.ts';
import { CHANNELS, type Channel } from '../../model/definition.ts';
import { dayOf } from '../../reconcile/days.ts';
import { type Count, checkNames, countContacts, type Move, type Reason } from '../count.ts';
import { countContactsBy } from '../count-by.ts';
import { CaseError } from '../error.ts';
import { withSides } from '../sides.ts';
import { inTurn } from '../turns.ts';
import { type UndisclosedBook, type UndisclosedCount, undisclosedBook } from '../undisclosed.ts';
import type { ViewedCase } from './contacts.ts';
import { disclosureCoverage } from './coverage.ts';
import type { OpenIdentityView } from './definition.ts';
import { type AskedCount, LIST } from './question.ts';

/** A count with what separates its bounds. */
export interface CountView {
  readonly contacts: Bounds;
  /** Null where no loaded disclosure is declared to reach anything, or nobody's duty is asked about. */
  readonly undisclosed: UndisclosedCount | null;
  /** contact_no behind the lower bound, in the order of time. */
  readonly listed: readonly number[];
  readonly reasons: readonly Reason[];
  readonly identities: readonly OpenIdentityView[];
  readonly several: number;
  readonly moves: readonly Move[];
}

/** Bounds of one key; `all` is for the whole question. */
export interface CountByView {
  /** Key of the other party; of the side that is asked about in `mine`. Null where it is not asked for. */
  readonly party: string | null;
  readonly name: string | null;
  readonly mine: string | null;
  readonly month: string | null;
  readonly channel: Channel | null;
  readonly isAll: boolean;
  readonly contacts: Bounds;
  readonly undisclosed: Bounds | null;
}

/** A contact that counts with a pair of parties. */
interface PairColumns {
  readonly rows: number;
  readonly contact_no: Int32Array;
  readonly mine: Int32Array;
  readonly theirs: Int32Array;
  readonly channel: Int32Array;
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly certain: Int32Array;
  readonly named: Int32Array;
}

/** Contacts of one key: those that may count, and those that certainly do. */
interface Part {
  readonly may: Set<number>;
  readonly certain: Set<number>;
}

/** Opens the list of a question as a group while something is asked. Questions of one case are asked one after another. */
export function withList<T>(open: ViewedCase, asked: AskedCount, ask: () => Promise<T>): Promise<T> {
  const { list } = asked;
  if (list === null) return asQuestion(() => withSides(open.ledger, asked.question, ask));
  return inTurn(open.ledger, () => asListed(open, list, ask));
}

async function asListed<T>(open: ViewedCase, list: readonly string[], ask: () => Promise<T>): Promise<T> {
  await open.ledger.run(FORGET_LIST);
  await open.ledger.run(LIST_GROUP, { name: LIST, keys: list.join('\n') });
  await open.ledger.run(LIST_MEMBERSHIP);
  try {
    return await asQuestion(ask);
  } finally {
    await open.ledger.run(FORGET_LIST);
  }
}

async function asQuestion<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CaseError(error.message, 'groups are written @name; backchannel people lists the parties');
  }
}

/** Whether something can be called undisclosed at all: a side is asked about, and loaded disclosures reach something. */
function canBeUndisclosed(open: ViewedCase, { question }: AskedCount): boolean {
  return question.between !== null && disclosureCoverage(open).reach.length > 0;
}

async function bookOf(open: ViewedCase, pairs: PairColumns): Promise<UndisclosedBook> {
  const certain = new Map<number, boolean>();
  for (let i = 0; i < pairs.rows; i++) {
    const contact = pairs.contact_no[i]!;
    certain.set(contact, pairs.certain[i] === 1 || certain.get(contact) === true);
  }
  return undisclosedBook(
    open.ledger,
    Array.from(certain, ([contact, isCertain]) => ({ contact, certain: isCertain })),
  );
}

async function pairsOf(open: ViewedCase, { question }: AskedCount): Promise<PairColumns> {
  await open.ledger.run(candidate(question), parametersOf(question));
  const pairs = await open.ledger.columns<PairColumns & { [name: string]: unknown }>(countedPairs(question.definition));
  await open.ledger.run(FORGET_COUNTED);
  return pairs;
}

async function namesOf(
  open: ViewedCase,
  numbers: readonly number[],
): Promise<Map<number, { key: string; name: string }>> {
  if (numbers.length === 0) return new Map();
  const rows = await open.ledger.rows<{ party_no: number; key: string; name: string }>(PARTIES_OF_NUMBERS, {
    numbers: [...new Set(numbers)].join('\n'),
  });
  return new Map(rows.map(({ party_no, key, name }) => [party_no, { key, name }]));
}

async function identitiesOf(open: ViewedCase, { identities }: Count): Promise<OpenIdentityView[]> {
  if (identities.length === 0) return [];
  const parties = await namesOf(
    open,
    identities.map(({ party }) => party),
  );
  const rows = await open.ledger.rows<{ address_no: number; norm: string }>(ADDRESSES_OF_NUMBERS, {
    numbers: identities.map(({ address }) => address).join('\n'),
  });
  const norms = new Map(rows.map(({ address_no, norm }) => [address_no, norm]));
  return identities.map(({ address, party, contacts }) => ({
    address: norms.get(address) ?? '',
    party: parties.get(party)?.key ?? '',
    contacts,
  }));
}

/**
 * Counts the contacts of a question and how many of them no loaded disclosure covers.
 * @param moves whether to show how the bounds move with the definition: two small queries for each change
 * @throws CaseError when a name is no group's and no party's
 */
export function countView(open: ViewedCase, asked: AskedCount, moves: boolean): Promise<CountView> {
  return withList(open, asked, async () => {
    const count = await countContacts(open.ledger, asked.question, moves);
    const undisclosed = canBeUndisclosed(open, asked) ? (await bookOf(open, await pairsOf(open, asked))).count() : null;
    const { bounds, listed, reasons, several, moves: moved } = count;
    const identities = await identitiesOf(open, count);
    return { contacts: bounds, undisclosed, listed, reasons, identities, several, moves: moved };
  });
}

/** The month of an instant in the case's zone; null where the time reaches over several or is unknown. */
function monthsOf(earliest: number, latest: number, zone: string): readonly string[] {
  if (Number.isNaN(earliest) || Number.isNaN(latest)) return ['unknown'];
  const [first, last] = [dayOf(zone, earliest).slice(0, 7), dayOf(zone, latest).slice(0, 7)];
  const months: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`;
}

const keyText = (mine: number | null, theirs: number | null, month: string | null, channel: Channel | null): string =>
  JSON.stringify([mine, theirs, month, channel]);

/** Contacts by key, as countContactsBy has them. */
function partsOf(pairs: PairColumns, keys: readonly CountKey[], zone: string): Map<string, Part> {
  const parts = new Map<string, Part>();
  const [byPair, byMonth] = [keys.includes('pair'), keys.includes('month')];
  // A row that names a party has to be certain of that party, not only of the side that is asked about.
  const certain = byPair || keys.includes('party') ? pairs.named : pairs.certain;
  for (let i = 0; i < pairs.rows; i++) {
    const mine = byPair ? pairs.mine[i]! : null;
    const theirs = byPair || keys.includes('party') ? pairs.theirs[i]! : null;
    const channel = keys.includes('channel') && pairs.channel[i] !== NULL_INT ? CHANNELS[pairs.channel[i]!]! : null;
    const months = byMonth ? monthsOf(pairs.earliest[i]!, pairs.latest[i]!, zone) : [null];
    for (const month of months) {
      const key = keyText(mine, theirs, month, channel);
      const part = parts.get(key) ?? { may: new Set(), certain: new Set() };
      parts.set(key, part);
      part.may.add(pairs.contact_no[i]!);
      if (certain[i] === 1 && months.length === 1) part.certain.add(pairs.contact_no[i]!);
    }
  }
  return parts;
}

/** Bounds of a part: at least what is certain with this key, at most what may be. */
function undisclosedOf(book: UndisclosedBook, part: Part | undefined): Bounds {
  if (part === undefined) return { min: 0, max: 0 };
  const may = book.count(part.may).bounds;
  if (part.certain.size === part.may.size) return may;
  return { min: book.count(part.certain).bounds.min, max: may.max };
}

/**
 * Counts by party, pair, month or channel, those with most contacts first; the last row is for all of the question.
 * Bounds do not add up.
 * @param limit rows besides the last
 * @throws CaseError when a name is no group's and no party's
 */
export function countByView(
  open: ViewedCase,
  asked: AskedCount,
  keys: readonly CountKey[],
  limit: number,
): Promise<CountByView[]> {
  return withList(open, asked, async () => {
    const { question } = asked;
    const { zone } = open.files.case;
    await checkNames(open.ledger, question);
    const rows = await countContactsBy(open.ledger, question, keys, zone, limit);
    const all = (await countContacts(open.ledger, question, false)).bounds;
    const pairs = canBeUndisclosed(open, asked) ? await pairsOf(open, asked) : null;
    const book = pairs === null ? null : await bookOf(open, pairs);
    const parts = pairs === null ? null : partsOf(pairs, keys, zone);
    const names = await namesOf(
      open,
      rows.flatMap(({ mine, theirs }) => [mine, theirs].filter((no) => no !== null)),
    );
    const views = rows.map(
      ({ mine, theirs, month, channel, bounds }): CountByView => ({
        party: theirs === null ? null : (names.get(theirs)?.key ?? null),
        name: theirs === null ? null : (names.get(theirs)?.name ?? null),
        mine: mine === null ? null : (names.get(mine)?.key ?? null),
        month,
        channel,
        isAll: false,
        contacts: bounds,
        undisclosed: book === null ? null : undisclosedOf(book, parts?.get(keyText(mine, theirs, month, channel))),
      }),
    );
    const whole = { party: null, name: null, mine: null, month: null, channel: null, isAll: true };
    return [...views, { ...whole, contacts: all, undisclosed: book === null ? null : book.count().bounds }];
  });
}

/**
 * The contacts of a question that may count, in the order of time.
 * @returns their numbers, and for each whether it certainly counts
 * @throws CaseError when a name is no group's and no party's
 */
export function countedContacts(
  open: ViewedCase,
  asked: AskedCount,
): Promise<{ readonly numbers: Int32Array; readonly certain: Int32Array }> {
  return withList(open, asked, async () => {
    const { question } = asked;
    await checkNames(open.ledger, question);
    await open.ledger.run(candidate(question), parametersOf(question));
    await open.ledger.run(askedContacts(question.definition));
    const found = await open.ledger.columns<{ contact_no: Int32Array; certain: Int32Array }>(COUNTED_IN_ORDER);
    await open.ledger.run(FORGET_COUNTED);
    return { numbers: found.contact_no, certain: found.certain };
  });
}
