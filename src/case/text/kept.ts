/** A segment of the text on the disk: the index itself, and beside it what came of its records. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextTally } from './message.ts';

/** What a segment tells of itself. */
export interface KeptText {
  /** Records of its parts, with words and without. */
  readonly records: number;
  /** Whether there is an index: not where no record has words. */
  readonly indexed: boolean;
  readonly tally: TextTally;
}

const TOLD = 'told.json';
const FACTS = 'facts.bin';
const TORN = 'torn';

/** Writes both files into a segment's folder. @param facts bits of TEXT_FACT for each record */
export function writeKept(folder: string, kept: KeptText, facts: Uint8Array): void {
  writeFileSync(join(folder, FACTS), facts);
  writeFileSync(join(folder, TOLD), `${JSON.stringify(kept)}\n`);
}

/**
 * Notes that a segment cannot be searched: its files have their lengths, and not their bytes. The next build makes it again.
 * Where nothing can be written nothing is noted.
 */
export function noteTorn(folder: string): void {
  try {
    writeFileSync(join(folder, TORN), '');
  } catch {
    // a case on a read-only disk: it is said each time, and built again elsewhere
  }
}

/** Whether a search met a segment that it could not read. */
export function isNotedTorn(folder: string): boolean {
  return existsSync(join(folder, TORN));
}

/** What a segment tells of itself; null when it is not there, or not whole. */
export function readKept(folder: string): KeptText | null {
  try {
    return JSON.parse(readFileSync(join(folder, TOLD), 'utf8')) as KeptText;
  } catch {
    return null;
  }
}

/** Bits of TEXT_FACT for each record of a segment; null when they are not there, or not whole. */
export function readFacts(folder: string, records: number): Uint8Array | null {
  try {
    const facts = readFileSync(join(folder, FACTS));
    return facts.length === records ? facts : null;
  } catch {
    return null;
  }
}
