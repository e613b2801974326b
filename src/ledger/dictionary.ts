/** The distinct addresses and texts of a segment, and the numbers that a reader gave them. */
import { normalizeAddress } from '../identity/normalize.ts';
import { ADDRESS_KINDS, type AddressKind } from '../model/record.ts';

/** A reader's numbers → a segment's, as a growing table. */
export class Translation {
  #numbers = new Int32Array(1024);
  #known = 0;

  /**
   * Takes in the numbers of new words.
   * @param first the reader's number of the first of them; 0 forgets all before, for a new reader counts from 0 again
   * @throws RangeError when numbers are left out or given twice: that would be a mistake of the reader
   */
  add(first: number, numbers: readonly number[]): void {
    if (first === 0) this.#known = 0;
    if (first !== this.#known) throw new RangeError(`dictionary entry ${first} after ${this.#known}`);
    const end = first + numbers.length;
    if (end > this.#numbers.length) {
      const larger = new Int32Array(Math.max(end, this.#numbers.length * 2));
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers.set(numbers, first);
    this.#known = end;
  }

  /** A column in the segment's numbers; what was −1 becomes `none`. */
  column(local: Int32Array, none: number): Int32Array {
    const out = new Int32Array(local.length);
    for (let i = 0; i < local.length; i++) {
      const n = local[i]!;
      if (n >= this.#known) throw new RangeError(`no dictionary entry ${n}`);
      out[i] = n < 0 ? none : this.#numbers[n]!;
    }
    return out;
  }
}

/** Addresses of a segment: one number for each kind and normalised form. */
export class AddressDictionary {
  /** By kind and region, then by raw form, so that an address is normalised once however often it stands in the files. */
  readonly #byRaw = new Map<string, Map<string, number>>();
  /** By kind, then by normalised form. */
  readonly #byNorm: readonly Map<string, number>[] = ADDRESS_KINDS.map(() => new Map());
  kinds: number[] = [];
  norms: string[] = [];
  raws: string[] = [];

  /**
   * Takes in new entries of a reader.
   * @param region country of phone numbers without a country code
   * @returns their numbers
   */
  take(kinds: readonly AddressKind[], raws: readonly string[], region: string | null): number[] {
    let kind: AddressKind | undefined;
    let known = new Map<string, number>();
    return raws.map((raw, i) => {
      if (kinds[i] !== kind) {
        kind = kinds[i]!;
        known = this.#known(kind, region);
      }
      return known.get(raw) ?? this.#number(kind!, raw, region, known);
    });
  }

  /** Numbers by raw form: one region's phone number is not another's. */
  #known(kind: AddressKind, region: string | null): Map<string, number> {
    const key = kind === 'phone' ? `${kind} ${region ?? ''}` : kind;
    const known = this.#byRaw.get(key) ?? new Map<string, number>();
    this.#byRaw.set(key, known);
    return known;
  }

  /** The number of an address that is met for the first time as it is written. */
  #number(kind: AddressKind, raw: string, region: string | null, known: Map<string, number>): number {
    const place = ADDRESS_KINDS.indexOf(kind);
    const norm = normalizeAddress(kind, raw, region);
    const same = this.#byNorm[place]!;
    let number = same.get(norm);
    if (number === undefined) {
      number = this.norms.length;
      same.set(norm, number);
      this.kinds.push(place);
      this.norms.push(norm);
      this.raws.push(raw);
    }
    known.set(raw, number);
    return number;
  }
}

/** Display names and organisations of a segment. */
export class TextDictionary {
  readonly #numbers = new Map<string, number>();

  /** Takes in new entries of a reader. @returns their numbers */
  take(texts: readonly string[]): number[] {
    return texts.map((text) => {
      const known = this.#numbers.get(text);
      if (known !== undefined) return known;
      this.#numbers.set(text, this.#numbers.size);
      return this.#numbers.size - 1;
    });
  }

  /** All texts in the order of their numbers. */
  texts(): string[] {
    return [...this.#numbers.keys()];
  }
}
