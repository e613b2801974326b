/** How many of some contacts no loaded disclosure covers, asked of a finished ledger. */
import { type Ledger, NULL_INT } from '../ledger/ledger.ts';
import { type Asked, parametersOf } from '../ledger/queries/contacts/asked.ts';
import { candidate, FORGET_COUNT } from '../ledger/queries/contacts/count.ts';
import { askedContacts } from '../ledger/queries/reconcile/asked.ts';
import { FIT, FIT_LINK, LONE, PAIR } from '../ledger/queries/reconcile/fit.ts';
import {
  COUNTED,
  COUNTED_ROW,
  COUNTED_ROWS,
  COUNTED_SAME,
  LAST_GIVEN,
  OWED,
  OWED_FITS,
  OWED_ROWS,
} from '../ledger/queries/reconcile/owed.ts';
import type { Bounds } from '../model/bounds.ts';
import type { Definition } from '../model/definition.ts';
import { CONTACT_STATES } from '../model/state.ts';
import { UNBOUNDED } from '../reconcile/graph.ts';
import type { Fits, Given, Owed } from '../reconcile/owed.ts';
import { undisclosed } from '../reconcile/undisclosed.ts';

/** A contact that counts under some definition, in some window. */
export interface CountedContact {
  readonly contact: number;
  /** It counts whatever is uncertain about it. */
  readonly certain: boolean;
}

/** Contacts that compete for disclosures that cover fewer. */
export interface Contested {
  readonly contacts: readonly number[];
  readonly uncovered: number;
}

export interface UndisclosedCount {
  readonly bounds: Bounds;
  /** contact_no of those that no disclosure fits; with the contested ones they make up the lower bound. */
  readonly listed: readonly number[];
  readonly contested: readonly Contested[];
  /** Counted contacts outside of the reach of the loaded disclosures, or whose duty is not certain. */
  readonly undetermined: readonly number[];
  /** Counted contacts of which nobody owes an account: no duty falls on them, or none yet, or no side is asked. */
  readonly unasked: readonly number[];
}

/** Counted contacts in the order of their latest instant, then id. */
interface CountedColumns {
  readonly rows: number;
  readonly contact_no: Int32Array;
  readonly certain: Int32Array;
  /** Place in CONTACT_STATES; NULL_INT where nothing is asked. */
  readonly headline: Int32Array;
  readonly sure: Int32Array;
  readonly plain: Int32Array;
}

interface OwedRow {
  readonly contact_no: number;
  readonly duty: string;
  readonly holder: number | null;
  readonly sure: boolean;
}

interface FitRow {
  readonly duty: string;
  readonly holder: number | null;
  readonly contact_no: number;
  readonly disclosure_no: number;
  readonly firm: boolean;
  readonly own: boolean;
  readonly nearness: number;
  readonly capacity: number | null;
  readonly register: string | null;
}

const UNDETERMINED = CONTACT_STATES.indexOf('undetermined');
const NOT_REQUIRED = CONTACT_STATES.indexOf('not-required');

/** The part of a ledger that answers for a set of contacts, and for each part of it. */
export interface UndisclosedBook {
  /**
   * Both bounds for some of the contacts.
   * @param contacts contact_no of some of the counted contacts; all when left out
   */
  count(contacts?: ReadonlySet<number>): UndisclosedCount;
}

async function prepareFits(ledger: Ledger): Promise<void> {
  const [last] = await ledger.rows<{ given: number }>(LAST_GIVEN);
  await ledger.run(PAIR, { as_of: last!.given });
  for (const query of [LONE, FIT_LINK, FIT]) await ledger.run(query);
}

/** Columns of what is owed of some contacts, and rows for those that the same disclosures fit. */
function owedColumns(
  owed: readonly OwedRow[],
  fits: readonly FitRow[],
  placeOf: ReadonlyMap<number, number>,
): { owed: Owed; rowOf: ReadonlyMap<string, number> } {
  const rowOf = new Map<string, number>();
  const [contact, sure]: [number[], number[]] = [[], []];
  for (const row of owed) {
    const place = placeOf.get(row.contact_no);
    if (place === undefined) continue;
    rowOf.set(`${row.duty} ${row.holder} ${row.contact_no}`, contact.length);
    contact.push(place);
    sure.push(Number(row.sure));
  }
  for (const row of fits) {
    const key = `${row.duty} ${row.holder} ${row.contact_no}`;
    if (rowOf.has(key)) continue;
    rowOf.set(key, contact.length);
    contact.push(-1);
    sure.push(0);
  }
  return { owed: { contact, sure }, rowOf };
}

function givenColumns(fits: readonly FitRow[]): { given: Given; numberOf: ReadonlyMap<string, number> } {
  const first = new Map<string, FitRow>();
  for (const row of fits) {
    const key = `${row.duty} ${row.holder} ${row.disclosure_no}`;
    if (!first.has(key)) first.set(key, row);
  }
  const rows = [...first.values()];
  const registers = [...new Set(rows.map((row) => row.register))].filter((register) => register !== null);
  const registerNumber = new Map(registers.map((register, i) => [register, i]));
  return {
    given: {
      capacity: Int32Array.from(rows, (row) => row.capacity ?? UNBOUNDED),
      register: rows.map((row) => (row.register === null ? -1 : registerNumber.get(row.register)!)),
    },
    numberOf: new Map([...first.keys()].map((key, i) => [key, i])),
  };
}

function fitColumns(
  fits: readonly FitRow[],
  rowOf: ReadonlyMap<string, number>,
  numberOf: ReadonlyMap<string, number>,
): Fits {
  return {
    contact: fits.map((row) => rowOf.get(`${row.duty} ${row.holder} ${row.contact_no}`)!),
    disclosure: fits.map((row) => numberOf.get(`${row.duty} ${row.holder} ${row.disclosure_no}`)!),
    rank: fits.map(() => 0),
    firm: fits.map((row) => Number(row.firm)),
    own: fits.map((row) => Number(row.own)),
    nearness: fits.map((row) => row.nearness),
  };
}

/**
 * Reads what is needed to count any part of some contacts.
 * @param ledger finished; may be open read-only
 * @param counted contacts that may count, in any order
 */
export async function undisclosedBook(ledger: Ledger, counted: Iterable<CountedContact>): Promise<UndisclosedBook> {
  const lines = Array.from(counted, (c) => `${c.contact} ${Number(c.certain)}`);
  await ledger.run(COUNTED, { lines: lines.join('\n') });
  return bookOfCounted(ledger);
}

/** The book of the contacts in the temporary table counted. */
async function bookOfCounted(ledger: Ledger): Promise<UndisclosedBook> {
  await prepareFits(ledger);
  await ledger.run(OWED);
  await ledger.run(COUNTED_ROW);
  const all = await ledger.columns<CountedColumns & { [name: string]: unknown }>(COUNTED_ROWS);
  const same = await ledger.rows<SameRow>(COUNTED_SAME);
  const owed = await ledger.rows<OwedRow>(OWED_ROWS);
  const fits = await ledger.rows<FitRow>(OWED_FITS);
  return { count: (contacts) => countOf(all, same, owed, fits, contacts) };
}

interface SameRow {
  readonly contact_a: number;
  readonly contact_b: number;
}

/** Counted contacts by what is to be done with them, as places. */
interface Sorted {
  /** Nothing fits them, and they can be no other event: they need no matching. */
  readonly plain: number[];
  readonly involved: number[];
  readonly undetermined: number[];
  readonly unasked: number[];
}

function sorted(all: CountedColumns, contacts: ReadonlySet<number> | undefined): Sorted {
  const out: Sorted = { plain: [], involved: [], undetermined: [], unasked: [] };
  for (let place = 0; place < all.rows; place++) {
    if (contacts !== undefined && !contacts.has(all.contact_no[place]!)) continue;
    const headline = all.headline[place]!;
    if (headline === NULL_INT || headline === NOT_REQUIRED) {
      out.unasked.push(place);
      continue;
    }
    if (headline === UNDETERMINED) out.undetermined.push(place);
    (all.plain[place] === 1 ? out.plain : out.involved).push(place);
  }
  return out;
}

function countOf(
  all: CountedColumns,
  same: readonly SameRow[],
  owedRows: readonly OwedRow[],
  fits: readonly FitRow[],
  contacts: ReadonlySet<number> | undefined,
): UndisclosedCount {
  const { plain, involved, undetermined, unasked } = sorted(all, contacts);
  const number = (place: number): number => all.contact_no[place]!;
  const placeOf = new Map(involved.map((place, i) => [number(place), i]));
  const { owed, rowOf } = owedColumns(owedRows, fits, placeOf);
  const { given, numberOf } = givenColumns(fits);
  const pairs = same.flatMap(({ contact_a, contact_b }): [number, number][] => {
    const [a, b] = [placeOf.get(contact_a), placeOf.get(contact_b)];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
  const counted = { certain: involved.map((place) => all.certain[place]!), same: pairs };
  const found = undisclosed(counted, owed, given, fitColumns(fits, rowOf, numberOf));
  const certain = plain.filter((place) => all.certain[place] === 1 && all.sure[place] === 1);
  const listed = [...certain, ...found.undisclosed.map((i) => involved[i]!)].sort((a, b) => a - b);
  return {
    bounds: { min: found.bounds.min + certain.length, max: found.bounds.max + plain.length },
    listed: listed.map(number),
    contested: found.contests.map((c) => ({
      contacts: c.contacts.map((i) => number(involved[i]!)),
      uncovered: c.uncovered,
    })),
    undetermined: undetermined.map(number),
    unasked: unasked.map(number),
  };
}

/** A question asked on the spot: between whom, when, by which channels, and what counts. */
export interface UndisclosedQuestion extends Asked {
  readonly definition: Definition;
}

/**
 * How many contacts between two sides no loaded disclosure covers: at least and at most, and which.
 * @param ledger finished; may be open read-only
 */
export async function undisclosedBounds(ledger: Ledger, question: UndisclosedQuestion): Promise<UndisclosedCount> {
  await ledger.run(candidate(question), parametersOf(question));
  await ledger.run(askedContacts(question.definition));
  await ledger.run(FORGET_COUNT);
  return (await bookOfCounted(ledger)).count();
}
