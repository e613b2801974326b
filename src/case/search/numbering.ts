/** Records by their numbers in the ledger and by those in the segments of the text. */
import { join } from 'node:path';
import type { TextSegment } from '../text/index-file.ts';
import { noteTorn, readFacts } from '../text/kept.ts';
import { TEXT_FACT } from '../text/message.ts';
import { copyBits } from './bits.ts';
import type { FactCondition } from './conditions.ts';

const recordsOf = ({ stretches }: TextSegment): number => stretches.reduce((sum, { count }) => sum + count, 0);

const firstOf = ({ stretches }: TextSegment): number => stretches[0]?.base ?? 0;

/** The segments of a build that have an index, with what of their records stands beside it. */
export class Numbering {
  readonly segments: readonly TextSegment[];
  readonly #folder: string;
  readonly #facts = new Map<string, Uint8Array>();

  /** @param folder of all segments */
  constructor(folder: string, segments: readonly TextSegment[]) {
    this.#folder = folder;
    // Of two records of one second the later one comes first in answers: so the order is that of the ledger.
    this.segments = segments.filter(({ indexed }) => indexed).toSorted((a, b) => firstOf(a) - firstOf(b));
  }

  /** Their folders, in their order. */
  folders(): string[] {
    return this.segments.map(({ name }) => join(this.#folder, name));
  }

  /** Has the next build make a segment again. @param path of the segment, or of a file in it */
  noteTorn(path: string): void {
    const folder = this.folders().find((one) => path.startsWith(one));
    if (folder !== undefined) noteTorn(folder);
  }

  /** The number in the ledger of a record of a segment. @param segment place in the list */
  ledgerNumber(segment: number, record: number): number {
    let before = 0;
    for (const { base, count } of this.segments[segment]!.stretches) {
      if (record < before + count) return base + record - before;
      before += count;
    }
    throw new RangeError(`segment ${segment} has no record ${record}`);
  }

  /** A set of records of the ledger as sets of those of each segment. */
  apart(bits: Uint8Array): Uint8Array[] {
    return this.segments.map((segment) => {
      const own = new Uint8Array((recordsOf(segment) + 7) >> 3);
      let before = 0;
      for (const { base, count } of segment.stretches) {
        copyBits(bits, base, count, own, before);
        before += count;
      }
      return own;
    });
  }

  /**
   * The records of which something is known beside the index, for each segment.
   * @returns null where a file of a segment is torn
   */
  having({ fact }: FactCondition): Uint8Array[] | null {
    const bit = TEXT_FACT[fact];
    const sets: Uint8Array[] = [];
    for (const segment of this.segments) {
      const facts = this.#factsOf(segment);
      if (facts === null) return null;
      const own = new Uint8Array((facts.length + 7) >> 3);
      for (const [record, bits] of facts.entries()) if ((bits & bit) !== 0) own[record >> 3]! |= 1 << (record & 7);
      sets.push(own);
    }
    return sets;
  }

  /** Sets of each segment as one set of the ledger's records. @param records how many the ledger has */
  together(sets: readonly Uint8Array[], records: number): Uint8Array {
    const bits = new Uint8Array((records + 7) >> 3);
    for (const [i, segment] of this.segments.entries()) {
      let before = 0;
      for (const { base, count } of segment.stretches) {
        copyBits(sets[i]!, before, count, bits, base);
        before += count;
      }
    }
    return bits;
  }

  #factsOf(segment: TextSegment): Uint8Array | null {
    const known = this.#facts.get(segment.name) ?? readFacts(join(this.#folder, segment.name), recordsOf(segment));
    if (known !== null) this.#facts.set(segment.name, known);
    return known;
  }
}
