/** Lengths of calls. */
import type { Use } from '../table/layout.ts';
import { accessTo, indexUses } from '../table/row/access.ts';
import { type Doubt, type TimePlan, timeOf } from '../table/row/time.ts';
import { CellTable, textOf } from './cell-table.ts';

const ZERO = 48;
/** Digits of a number that fits a column of integers for sure. */
const SHORT = 9;

/** A day that no table doubts: what remains doubtful is the length. */
const SOME_DAY = '2030-01-01';

interface Length {
  readonly seconds: number;
  readonly doubts: readonly Doubt[];
}

const SURE: readonly Doubt[] = [];

/** Reads the cells of one column; `timeOf` is asked once for each distinct one. */
export class Durations {
  readonly #use: Use;
  readonly #date: Use;
  readonly #plan: TimePlan;
  readonly #plainSeconds: boolean;
  readonly #table = new CellTable();
  readonly #known: Length[] = [];
  /** Seconds of the last cell; −1 unknown. */
  seconds = -1;
  doubts: readonly Doubt[] = SURE;

  /** @param plainSeconds whether digits alone are seconds */
  constructor(use: Use, plan: TimePlan, plainSeconds: boolean) {
    this.#use = { ...use, index: 1 };
    this.#date = { target: 'date', index: 0, column: { to: 'date' }, header: '' };
    this.#plan = plan;
    this.#plainSeconds = plainSeconds;
  }

  /** Says that there is no cell. */
  none(): void {
    this.seconds = -1;
    this.doubts = SURE;
  }

  /** Reads a cell that is not blank. */
  read(bytes: Uint8Array, from: number, to: number): void {
    this.doubts = SURE;
    this.seconds = this.#plainSeconds && to - from <= SHORT ? digits(bytes, from, to) : -1;
    if (this.seconds !== -1) return;
    const number = this.#table.number(bytes, from, to);
    if (number === this.#known.length) this.#known.push(this.#look(textOf(bytes, from, to)));
    const { seconds, doubts } = this.#known[number]!;
    this.seconds = seconds;
    this.doubts = doubts;
  }

  #look(text: string): Length {
    const uses = indexUses({ uses: [this.#date, this.#use], width: 2, header: null, explained: 1 });
    const { duration, doubts } = timeOf(accessTo([SOME_DAY, text], uses, new Map()), this.#plan);
    return { seconds: duration ?? -1, doubts };
  }
}

/** A number of digits alone; −1 for all else. */
function digits(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = bytes[i]! - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
