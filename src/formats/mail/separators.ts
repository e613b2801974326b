/** Walks over an mbox file from one separator to the next. */
import type { Input } from '../../bytes/input.ts';
import { isSeparator, LOOKAHEAD } from './from-line.ts';
import { searchesOf } from './kernel.ts';
import { Window } from './window.ts';

const NEEDLE = Buffer.from('\nFrom ', 'latin1');

/** Bytes before a place that say whether the line before it is empty. */
const LOOKBEHIND = 3;

/** Finds separators, keeping the message that is being passed over in memory where it fits. */
export class Separators {
  readonly window: Window;
  /** What the window holds, without the rest of its room. */
  #held: Buffer;

  constructor(input: Input, room: Buffer) {
    this.window = new Window(input, room);
    this.#held = room.subarray(0, 0);
  }

  /** Places the window so that it begins at, or shortly before, a place. */
  open(at: number): void {
    this.#moveTo(Math.max(0, at - LOOKBEHIND));
  }

  /** Whether a separator stands at a place that needs no line end before it: the start of the file. */
  isFirst(at: number): boolean {
    const { base, end } = this.window;
    return isSeparator(this.#held, at - base, end - base, true) && startsFrom(this.#held, at - base);
  }

  /**
   * The next separator.
   * @param at place in the file to look from; the window must hold it and LOOKBEHIND bytes before it
   * @param keep place of the message that is to stay in the window if it fits
   * @returns place of its "F", or the end of the file
   */
  next(at: number, keep: number): number {
    const window = this.window;
    let from = at;
    for (;;) {
      const found = nextFrom(this.#held, Math.max(0, from - 1 - window.base));
      if (found === -1) {
        if (window.atEnd) return window.end;
        from = Math.max(from, window.end - NEEDLE.length + 1);
        this.#slide(from, keep);
        continue;
      }
      const place = window.base + found + 1;
      if (place + LOOKAHEAD > window.end && !window.atEnd) {
        from = place;
        this.#slide(from, keep);
        continue;
      }
      if (isSeparator(this.#held, place - window.base, this.#held.length, false)) return place;
      from = place + 1;
    }
  }

  /** Whether a place is the end of the file. */
  isEnd(place: number): boolean {
    return this.window.atEnd && place >= this.window.end;
  }

  /** Makes sure that the From_ line at a place is held, and the bytes after `keep` as far as they fit. */
  hold(place: number, keep: number): void {
    const { base, end, atEnd } = this.window;
    if (place - LOOKBEHIND < base || (place + LOOKAHEAD > end && !atEnd)) this.#slide(place, keep);
  }

  /** Place after the From_ line that begins at a place; the end of the file when it is its last line. */
  afterLine(place: number): number {
    const newline = this.#held.indexOf(10, place - this.window.base);
    return newline === -1 ? this.window.end : this.window.base + newline + 1;
  }

  #slide(from: number, keep: number): void {
    const start = Math.max(0, Math.min(keep, from - LOOKBEHIND));
    // A message that fills more than half of the window is let go, and read again by itself when its end is known.
    const fits = start >= this.window.base && from - start <= this.window.bytes.length / 2;
    this.#moveTo(fits ? start : Math.max(0, from - LOOKBEHIND));
  }

  #moveTo(at: number): void {
    this.window.moveTo(at);
    this.#held = this.window.bytes.subarray(0, this.window.end - this.window.base);
  }
}

/** Place of the line feed of the next line that begins with "From ", −1 when there is none. */
function nextFrom(bytes: Buffer, at: number): number {
  const searches = searchesOf(bytes);
  if (searches === null) return bytes.indexOf(NEEDLE, at);
  const found = searches.nextFrom(bytes.byteOffset + at, bytes.byteOffset + bytes.length);
  return found === -1 ? -1 : found - bytes.byteOffset;
}

function startsFrom(bytes: Buffer, at: number): boolean {
  return bytes.toString('latin1', at, at + 5) === 'From ';
}
