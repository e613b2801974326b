/** The lines of callers and called, numbered as batches want them: a string for each distinct one only. */
import type { AddressKind, RecordAddress } from '../../model/record.ts';
import { CellTable } from './cell-table.ts';

/** Digits and the marks between them: what row/parties.ts takes for a phone number, whatever stands beside it. */
const NUMBER = /^[+(]*\d[-+\d() ./*#]*$/;

/** Said of a cell that may be something else. */
export const OTHER = -1;

/** The addresses of one piece. Memory: one entry for each distinct one. */
export class Lines {
  readonly #cells = new CellTable();
  /** Address numbers of the distinct cells. */
  #numbers = new Int32Array(1024);
  readonly #others = new Map<string, number>();
  #next = 0;
  #kinds: AddressKind[] = [];
  #raws: string[] = [];

  /** The number of a cell that holds a phone number; OTHER for any other cell. */
  ofCell(bytes: Buffer, from: number, to: number): number {
    const before = this.#cells.size;
    const cell = this.#cells.number(bytes, from, to);
    if (cell < before) return this.#numbers[cell]!;
    if (cell === this.#numbers.length) {
      const larger = new Int32Array(cell * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    // Bytes beyond ASCII become letters here, which no number has.
    const raw = bytes.toString('latin1', from, to);
    const number = NUMBER.test(raw) ? this.#add('phone', raw) : OTHER;
    this.#numbers[cell] = number;
    return number;
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
