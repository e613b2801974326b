/** Counts contacts with bounds: at least so many distinct ones, at most so many, and what separates the two. */
import { distinct, type MayBeSame, mayBeSame } from '../contacts/distinct.ts';
import { changesOf } from '../contacts/moves.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Asked, parametersOf } from '../ledger/queries/contacts/asked.ts';
import {
  BARS,
  type Bar,
  CANDIDATE_EDGE,
  CANDIDATE_EDGES,
  candidate,
  countBars,
  countCertain,
  countFree,
  countIdentities,
  countSeveral,
  FORGET_COUNT,
  MEMBERS,
} from '../ledger/queries/contacts/count.ts';
import type { Bounds } from '../model/bounds.ts';
import type { Definition } from '../model/definition.ts';

export interface Question extends Asked {
  readonly definition: Definition;
}

/** Why some contacts may count but do not certainly. */
export interface Reason {
  /** same: it may be one that is listed. The others: see BARS. */
  readonly code: Bar | 'same';
  /** How many contacts this one reason keeps out; over all reasons they add up to max − min. */
  readonly contacts: number;
  /** Contact numbers of the first few. */
  readonly examples: readonly number[];
}

/** Whether an address is a party's separates some contacts. */
export interface OpenIdentity {
  readonly address: number;
  readonly party: number;
  readonly contacts: number;
}

export interface Move {
  readonly part: keyof Definition;
  readonly text: string;
  readonly bounds: Bounds;
}

export interface Count {
  readonly bounds: Bounds;
  /** Contact numbers behind the lower bound, by latest instant, then id: no two of them can be one event. */
  readonly listed: readonly number[];
  readonly reasons: readonly Reason[];
  readonly identities: readonly OpenIdentity[];
  /** Contacts that say that they stand for several; each is counted once in both bounds. */
  readonly several: number;
  /** How the bounds move when one part of the definition changes; empty when not asked for. */
  readonly moves: readonly Move[];
}

interface Certain extends Readonly<{ [column: string]: unknown }> {
  readonly contact: Int32Array;
  readonly latest: Float64Array;
  readonly id: BigUint64Array;
}
interface Edges extends Readonly<{ [column: string]: unknown }> {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

const EXAMPLES = 5;

/** @throws RangeError when a name is no group's and no party's */
export async function checkNames(ledger: Ledger, asked: Asked): Promise<void> {
  for (const name of [asked.between, asked.and]) {
    if (name === null) continue;
    const [row] = await ledger.rows<{ members: number }>(MEMBERS, { name });
    if (row!.members === 0) throw new RangeError(`no such group or party: ${name}`);
  }
  if (asked.between === null && asked.and !== null) throw new RangeError('the second side of a question needs a first');
}

async function boundsOf(ledger: Ledger, definition: Definition, same: MayBeSame): Promise<Bounds> {
  const [row] = await ledger.rows<{ most: number; free: number }>(countFree(definition));
  const edged = same.size === 0 ? [] : distinct(await ledger.columns<Certain>(countCertain(definition, false)), same);
  return { min: row!.free + edged.length, max: row!.most };
}

async function reasonsOf(ledger: Ledger, definition: Definition, notListed: readonly number[]): Promise<Reason[]> {
  const rows = await ledger.rows<{ bar: number; contacts: number; contact_no: number }>(countBars(definition), {
    examples: EXAMPLES,
  });
  const reasons: Reason[] = [...Map.groupBy(rows, (row) => row.bar)].map(([bar, of]) => ({
    code: BARS[bar]!,
    contacts: of[0]!.contacts,
    examples: of.map((row) => row.contact_no),
  }));
  if (notListed.length > 0) {
    reasons.push({ code: 'same', contacts: notListed.length, examples: notListed.slice(0, EXAMPLES) });
  }
  return reasons;
}

/**
 * Counts the contacts that a question is about.
 * min: a listed set of contacts that count under the definition, certain in identity on the sides that are asked about, inside the window
 * whatever the uncertainty, no two of which can be one event. max: every contact that may count, once. Text says "at
 * least" and "at most", never "exactly".
 * @param moves whether to show how the bounds move: every change of the definition costs two small queries
 * @throws RangeError when a name is no group's and no party's
 */
export async function countContacts(ledger: Ledger, question: Question, moves = true): Promise<Count> {
  const { definition } = question;
  await checkNames(ledger, question);
  await ledger.run(candidate(question), parametersOf(question));
  await ledger.run(CANDIDATE_EDGE);
  const edges = await ledger.columns<Edges>(CANDIDATE_EDGES);
  const same = mayBeSame(edges.a, edges.b);
  const certain = await ledger.columns<Certain>(countCertain(definition, true));
  const listed = distinct(certain, same);
  const kept = new Set(listed);
  const { max } = await boundsOf(ledger, definition, same);
  const reasons = await reasonsOf(
    ledger,
    definition,
    Array.from(certain.contact).filter((contact) => !kept.has(contact)),
  );
  const identities = await ledger.rows<OpenIdentity>(countIdentities(question, definition));
  const [several] = await ledger.rows<{ contacts: number }>(countSeveral(definition));
  const moved: Move[] = [];
  for (const { part, text, definition: changed } of moves ? changesOf(definition) : []) {
    moved.push({ part, text, bounds: await boundsOf(ledger, changed, same) });
  }
  await ledger.run(FORGET_COUNT);
  return { bounds: { min: listed.length, max }, listed, reasons, identities, several: several!.contacts, moves: moved };
}
