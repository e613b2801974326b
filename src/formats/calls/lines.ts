/** The lines of callers and called, numbered as batches want them: a string for each distinct one only. */
import type { AddressKind, RecordAddress } from '../../model/record.ts';
import { SHORT, ShortCells } from './short-cells.ts';

/** Digits and the marks between them: what row/parties.ts takes for a phone number, whatever stands beside it. */
const NUMBER = /^[+(]*\d[-+\d() ./*#]*$/;

/** Said of a cell that may be something else. */
export const OTHER = -1;

/** What is held for a cell that may be something else. */
const HELD_OTHER = -1;

/** The addresses of one piece. Memory: one entry for each distinct one. */
export class Lines {
  readonly #short = new ShortCells();
  readonly #others = new Map<string, number>();
  #next = 0;
  #kinds: AddressKind[] = [];
  #raws: string[] = [];

  /**
   * The number of a cell that holds a phone number; OTHER for any other cell.
   * @param view over the same bytes, with BEHIND more behind the cell
   */
  ofCell(bytes: Buffer, view: DataView, from: number, to: number): number {
    if (to - from > SHORT) return this.#ofText(bytes, from, to);
    const held = this.#short.find(view, from, to - from);
    if (held !== 0) return held === HELD_OTHER ? OTHER : held - 1;
    const number = this.#ofText(bytes, from, to);
    this.#short.hold(number === OTHER ? HELD_OTHER : number + 1);
    return number;
  }

  #ofText(bytes: Buffer, from: number, to: number): number {
    // Bytes beyond ASCII become letters here, which no number has.
    const raw = bytes.toString('latin1', from, to);
    return NUMBER.test(raw) ? this.#add('phone', raw) : OTHER;
  }

  /** The number of an address of any kind. */
  ofAddress({ kind, raw }: RecordAddress): number {
    const key = `${kind} ${raw}`;
    const known = this.#others.get(key);
    if (known !== undefined) return known;
    const number = this.#add(kind, raw);
    this.#others.set(key, number);
    return number;
  }

  #add(kind: AddressKind, raw: string): number {
    this.#kinds.push(kind);
    this.#raws.push(raw);
    return this.#next++;
  }

  /** The addresses since the last call, as a batch wants them. */
  take(): { firstAddress: number; addressKinds: AddressKind[]; addressRaws: string[] } {
    const taken = {
      firstAddress: this.#next - this.#raws.length,
      addressKinds: this.#kinds,
      addressRaws: this.#raws,
    };
    this.#kinds = [];
    this.#raws = [];
    return taken;
  }
}
