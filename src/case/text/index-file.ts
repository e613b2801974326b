/** Which segments of the text belong to a build, and how their records are numbered in its ledger. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextGroup, TextPart } from './groups.ts';
import { TEXT_VERSION } from './groups.ts';
import type { TextTally } from './message.ts';

/** Records of a segment whose numbers in the ledger follow on each other, as they do in the segment. */
export interface NumberStretch {
  /** Number in the ledger of the first one. */
  readonly base: number;
  readonly count: number;
}

/** A segment of the text as a build uses it. */
export interface TextSegment {
  /** Name of its folder. */
  readonly name: string;
  /** Place of its entry in case.yaml; null for what case files tell. */
  readonly entry: number | null;
  /** In the order of the records in the segment. */
  readonly stretches: readonly NumberStretch[];
  /** Whether there is an index: not where no record has words. */
  readonly indexed: boolean;
  readonly tally: TextTally;
}

/** What stands beside a build. */
export interface TextIndexFile {
  readonly version: string;
  readonly segments: readonly TextSegment[];
}

const NAME = 'text.json';

/**
 * How the records of groups are numbered in a ledger.
 * @param parts in the order of the ledger's numbers
 */
export function stretchesOf(group: TextGroup, parts: readonly TextPart[]): NumberStretch[] {
  const bases = new Map<TextPart, number>();
  let base = 0;
  for (const part of parts) {
    bases.set(part, base);
    base += part.segment.records;
  }
  return group.parts.map((part) => ({ base: bases.get(part)!, count: part.segment.records }));
}

/** Writes the file in one step. @param folder of the build */
export function writeTextIndex(folder: string, segments: readonly TextSegment[]): void {
  const path = join(folder, NAME);
  const told: TextIndexFile = { version: TEXT_VERSION, segments };
  writeFileSync(`${path}.new`, `${JSON.stringify(told)}\n`);
  renameSync(`${path}.new`, path);
}

/** What stands beside a build; null where there is nothing, or something of another version. */
export function readTextIndex(folder: string): TextIndexFile | null {
  try {
    const told = JSON.parse(readFileSync(join(folder, NAME), 'utf8')) as TextIndexFile;
    return told.version === TEXT_VERSION ? told : null;
  } catch {
    return null;
  }
}
