/** Which rows a survey of the table has to see: those whose dates or lengths show what others mean. */
import type { Layout } from '../table/layout.ts';
import type { RowScan } from './scan.ts';

const ZERO = 48;
const COLON = 58;
/** Lengths of three parts, beside the pairs of numbers. */
const THREE = 10_000;

/**
 * Tells rows that say something new from the many that say what others said. Says too often that a row does, never too
 * seldom: see `survey`, to which only the first two numbers of a date and the parts of a length matter.
 */
export class DoubtfulCells {
  readonly #dates: readonly { readonly index: number; readonly seen: Uint8Array }[];
  readonly #lengths: readonly { readonly index: number; readonly seen: Uint8Array }[];

  constructor(layout: Layout) {
    const of = (...targets: string[]): { index: number; seen: Uint8Array }[] =>
      layout.uses
        .filter(({ target }) => targets.includes(target))
        .map(({ index }) => ({ index, seen: new Uint8Array(THREE + 1) }));
    this.#dates = of('date', 'start', 'end');
    this.#lengths = of('duration');
  }

  /** @returns whether the survey has to see the row that was scanned last */
  any(bytes: Uint8Array, scan: RowScan): boolean {
    for (const { index, seen } of this.#dates) {
      if (scan.cell(bytes, index) && isNewDate(bytes, scan.from, scan.to, seen)) return true;
    }
    for (const { index, seen } of this.#lengths) {
      if (scan.cell(bytes, index) && isNewLength(bytes, scan.from, scan.to, seen)) return true;
    }
    return false;
  }
}

/** A date whose year comes first, a number and a time of day alone show no order of day and month. */
function isNewDate(bytes: Uint8Array, from: number, to: number, seen: Uint8Array): boolean {
  const first = digitsAt(bytes, from, to);
  if (first >= 3 || (first > 0 && from + first === to)) return false;
  const mark = bytes[from + first];
  if (mark === COLON) return !hasOnlyClock(bytes, from, to);
  const behind = from + first + 1;
  const second = isMark(mark) ? digitsAt(bytes, behind, to) : 0;
  const year = behind + second + 1;
  if (first === 0 || second === 0 || second > 2 || !isMark(bytes[year - 1]) || digitsAt(bytes, year, to) === 0)
    return true;
  return isNew(seen, number(bytes, from, first) * 100 + number(bytes, behind, second));
}

/** Lengths with a colon show what the first of two parts is. */
function isNewLength(bytes: Uint8Array, from: number, to: number, seen: Uint8Array): boolean {
  if (bytes.subarray(from, to).indexOf(COLON) === -1) return false;
  if (!hasOnlyClock(bytes, from, to)) return true;
  const first = digitsAt(bytes, from, to);
  const behind = from + first + 1;
  const second = digitsAt(bytes, behind, to);
  if (first < 1 || first > 2 || second !== 2) return true;
  if (behind + 2 === to) return isNew(seen, number(bytes, from, first) * 100 + number(bytes, behind, 2));
  return behind + 5 !== to || digitsAt(bytes, behind + 3, to) !== 2 || isNew(seen, THREE);
}

function isNew(seen: Uint8Array, key: number): boolean {
  if (seen[key] === 1) return false;
  seen[key] = 1;
  return true;
}

function isMark(byte: number | undefined): boolean {
  return byte === 0x2d || byte === 0x2e || byte === 0x2f;
}

/** How many digits stand there. */
function digitsAt(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at]! >= ZERO && bytes[at]! < COLON) at++;
  return at - from;
}

function hasOnlyClock(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at]! < ZERO || bytes[at]! > COLON) return false;
  return true;
}

function number(bytes: Uint8Array, from: number, digits: number): number {
  let value = 0;
  for (let i = from; i < from + digits; i++) value = value * 10 + bytes[i]! - ZERO;
  return value;
}
