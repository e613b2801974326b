/** The contacts of an open build in memory, with the questions that are asked of them. Nothing is read before it is asked for. */

import type { Bounds } from '../../model/bounds.ts';
import type { OpenCase } from '../open.ts';
import { inTurn } from '../turns.ts';
import { type UndisclosedBook, undisclosedBook } from '../undisclosed.ts';
import { disclosureCoverage } from '../views/coverage.ts';
import { type Chosen, choose, type Filters, type Frame } from './choose.ts';
import { type FrameQuestion, Frames, type Pairs } from './frames.ts';
import { Last } from './last.ts';
import { type PairCounts, pairCounts } from './pair-counts.ts';
import { NO_STATE, type Roll, readRoll } from './roll.ts';

/** Chosen lists that are kept: five bytes for each contact in them; counts by pair: a byte for each row. */
const [CHOSEN, COUNTS] = [8, 4];

/** A question with its filters. */
export interface Wanted {
  readonly frame: FrameQuestion;
  readonly filters: Filters;
}

export class Index {
  readonly #open: OpenCase;
  readonly #chosen = new Last<Chosen>(CHOSEN);
  readonly #counts = new Last<PairCounts>(COUNTS);
  #roll: Promise<Roll> | null = null;
  #frames: Promise<Frames> | null = null;
  #book: Promise<UndisclosedBook> | null = null;

  /** @param open nobody else may ask its ledger for anything */
  constructor(open: OpenCase) {
    this.#open = open;
  }

  /** All contacts. */
  roll(): Promise<Roll> {
    this.#roll ??= readRoll(this.#open.ledger);
    return this.#roll;
  }

  /** @throws CaseError when a name is no group's and no party's */
  async frame(question: FrameQuestion): Promise<Frame> {
    return (await this.#asking()).frame(question);
  }

  /** @throws CaseError when a name is no group's and no party's */
  async pairs(question: FrameQuestion): Promise<Pairs> {
    return (await this.#asking()).pairs(question);
  }

  /** The contacts of a question. @throws CaseError as frame does */
  chosen(wanted: Wanted): Promise<Chosen> {
    return this.#chosen.get(JSON.stringify(wanted), async () => {
      const frame = await this.frame(wanted.frame);
      return choose(await this.roll(), frame, wanted.filters);
    });
  }

  /** The contacts of a question by pair. @throws CaseError as frame does */
  counts(wanted: Wanted): Promise<PairCounts> {
    return this.#counts.get(JSON.stringify(wanted), async () => {
      const [roll, frame, pairs] = [await this.roll(), await this.frame(wanted.frame), await this.pairs(wanted.frame)];
      return pairCounts(roll, frame, pairs, wanted.filters);
    });
  }

  /**
   * How many of some contacts no loaded disclosure covers.
   * @returns null where nothing can be called undisclosed: no side is asked about, or the loaded disclosures reach nothing
   */
  async undisclosed({ frame }: Wanted, chosen: Chosen): Promise<Bounds | null> {
    if (frame.between === null || disclosureCoverage(this.#open).reach.length === 0) return null;
    const roll = await this.roll();
    const book = await this.#bookOf(roll);
    const [may, certain] = [new Set<number>(), new Set<number>()];
    for (let i = 0; i < chosen.places.length; i++) {
      const place = chosen.places[i]!;
      if (roll.state[place] === NO_STATE) continue;
      may.add(roll.numbers[place]!);
      if (chosen.certain[i] === 1) certain.add(roll.numbers[place]!);
    }
    const { bounds } = book.count(may);
    if (certain.size === may.size) return bounds;
    // At least what is certain, at most what may be: as for the parts of a count (case/views/count.ts).
    return { min: book.count(certain).bounds.min, max: bounds.max };
  }

  close(): Promise<void> {
    return this.#open.close();
  }

  #asking(): Promise<Frames> {
    this.#frames ??= this.roll().then((roll) => new Frames(this.#open.ledger, roll));
    return this.#frames;
  }

  /** What is owed of all contacts that a duty or the headline rule concerns; of the others nobody owes an account. */
  #bookOf(roll: Roll): Promise<UndisclosedBook> {
    const { ledger } = this.#open;
    this.#book ??= inTurn(ledger, () => undisclosedBook(ledger, concerned(roll)));
    return this.#book;
  }
}

function* concerned({ contacts, state, numbers }: Roll): Generator<{ contact: number; certain: boolean }> {
  for (let place = 0; place < contacts; place++)
    if (state[place] !== NO_STATE) yield { contact: numbers[place]!, certain: true };
}
