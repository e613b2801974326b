/** What questions between two sides make of a roll, kept while they are asked again. */
import type { Ledger } from '../../ledger/ledger.ts';
import { parametersOf } from '../../ledger/queries/contacts/asked.ts';
import {
  FORGET_PAIRS,
  PAIR_LINKS,
  PAIR_OF,
  PAIRS,
  pairLink,
  rollFrame,
  type Sides,
} from '../../ledger/queries/workbench/roll.ts';
import type { Definition } from '../../model/definition.ts';
import { checkNames } from '../count.ts';
import { CaseError } from '../error.ts';
import { withSides } from '../sides.ts';
import { CERTAIN, type Frame, MAY_COUNT } from './choose.ts';
import { Last } from './last.ts';
import type { Roll } from './roll.ts';

/** Between whom, and what counts; null: every recorded contact. */
export interface FrameQuestion extends Sides {
  readonly definition: Definition | null;
}

/** The contacts of a frame by the two parties in contact: a contact of several pairs stands in several rows. */
export interface Pairs {
  readonly rows: number;
  /** Place in the roll; rows are in its order. */
  readonly place: Int32Array;
  /** Number of the pair. */
  readonly pair: Int32Array;
  /** Bit 1: a began it, bit 2: b. */
  readonly begun: Uint8Array;
  /** party_no of both parties of each pair, a the smaller; those with most contacts first. */
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** Frames that are kept: one byte a contact each. Pairs take nine bytes a row. */
const [FRAMES, PAIRINGS] = [24, 4];

/** Asks a ledger for frames. Nobody else may ask the same ledger for anything that makes tables. */
export class Frames {
  readonly #ledger: Ledger;
  readonly #roll: Roll;
  readonly #frames = new Last<Frame>(FRAMES);
  readonly #pairs = new Last<Pairs>(PAIRINGS);

  constructor(ledger: Ledger, roll: Roll) {
    this.#ledger = ledger;
    this.#roll = roll;
  }

  /** @throws CaseError when a name is no group's and no party's */
  frame(question: FrameQuestion): Promise<Frame> {
    return this.#frames.get(keyOf(question), () => this.#asked(question, () => this.#frameOf(question)));
  }

  /** @throws CaseError when a name is no group's and no party's */
  pairs(question: FrameQuestion): Promise<Pairs> {
    return this.#pairs.get(keyOf(question), () => this.#asked(question, () => this.#pairsOf(question)));
  }

  /** Sides as groups of the ledger, their names checked. */
  #asked<T>(question: FrameQuestion, ask: () => Promise<T>): Promise<T> {
    const always = { ...question, from: null, to: null, channels: null };
    return withSides(this.#ledger, always, async () => {
      try {
        await checkNames(this.#ledger, always);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        throw new CaseError(error.message, 'groups are written @name; a party by its key, name or address');
      }
      return ask();
    });
  }

  async #frameOf(question: FrameQuestion): Promise<Frame> {
    const { contacts, placeOf } = this.#roll;
    // Without sides and definition every contact is meant, one too that links nobody.
    if (question.between === null && question.definition === null) return new Uint8Array(contacts).fill(CERTAIN);
    const found = await this.#ledger.columns<{ contact_no: Int32Array; certain: Int32Array }>(
      rollFrame(question, question.definition),
      parametersOf({ ...question, from: null, to: null, channels: null }),
    );
    const frame = new Uint8Array(contacts);
    for (let i = 0; i < found.rows; i++)
      frame[placeOf[found.contact_no[i]!]!] = found.certain[i] === 1 ? CERTAIN : MAY_COUNT;
    return frame;
  }

  async #pairsOf(question: FrameQuestion): Promise<Pairs> {
    const ledger = this.#ledger;
    const parameters = parametersOf({ ...question, from: null, to: null, channels: null });
    await ledger.run(pairLink(question, question.definition), parameters);
    await ledger.run(PAIR_OF);
    const links = await ledger.columns<{ contact_no: Int32Array; pair_no: Int32Array; begun: Int32Array }>(PAIR_LINKS);
    const { a, b } = await ledger.columns<{ a: Int32Array; b: Int32Array }>(PAIRS);
    await ledger.run(FORGET_PAIRS);
    return { ...inOrder(links, this.#roll), a, b };
  }
}

function keyOf({ between, and, definition }: FrameQuestion): string {
  const parts = definition === null ? null : Object.entries(definition).sort(([x], [y]) => (x < y ? -1 : 1));
  return JSON.stringify([between, and, parts]);
}

interface Links {
  readonly rows: number;
  readonly contact_no: Int32Array;
  readonly pair_no: Int32Array;
  readonly begun: Int32Array;
}

/** Rows by the place of their contact: a counting sort, which is stable and takes one pass a column. */
function inOrder(
  { rows, contact_no, pair_no, begun }: Links,
  roll: Roll,
): Pick<Pairs, 'rows' | 'place' | 'pair' | 'begun'> {
  const starts = new Int32Array(roll.contacts + 1);
  for (let i = 0; i < rows; i++) starts[roll.placeOf[contact_no[i]!]! + 1]!++;
  for (let place = 0; place < roll.contacts; place++) starts[place + 1]! += starts[place]!;
  const sorted = { place: new Int32Array(rows), pair: new Int32Array(rows), begun: new Uint8Array(rows) };
  for (let i = 0; i < rows; i++) {
    const place = roll.placeOf[contact_no[i]!]!;
    const at = starts[place]!++;
    sorted.place[at] = place;
    sorted.pair[at] = pair_no[i]!;
    sorted.begun[at] = begun[i]!;
  }
  return { rows, ...sorted };
}
