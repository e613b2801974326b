/**
 * Segments → the first tables of a ledger. The largest segment is copied as it is, file for file: its numbers are the
 * ledger's. The others follow in the order they are given, so the same segments give the same numbers on every machine.
 */
import { constants, copyFileSync } from 'node:fs';
import { continueLedger, createLedger, type LedgerSettings, openLedger } from './duckdb.ts';
import type { Ledger } from './ledger.ts';
import {
  attachSegment,
  BASES,
  DETACH_SEGMENT,
  NO_SOURCES,
  newRows,
  newWords,
  SEGMENT_SOURCES,
} from './queries/assemble.ts';
import { createTable, STAGE_TABLES } from './tables.ts';

/** A source as its segment knows it. */
export interface FoundSource {
  readonly name: string;
  readonly member: string;
  readonly file_sha256: string;
  readonly sha256: string;
  readonly size: number;
  readonly format: string;
}

/** A finished segment: where it is, and what is in it. */
export interface Segment {
  readonly path: string;
  readonly records: number;
  readonly sources: readonly FoundSource[];
}

interface Bases extends Readonly<{ [name: string]: number }> {
  readonly records: number;
  readonly addresses: number;
  readonly texts: number;
}

/**
 * Looks into a segment.
 * @throws Error when it is none or damaged
 */
export async function readSegment(path: string, settings: LedgerSettings): Promise<Segment> {
  const segment = await openLedger(path, settings);
  try {
    const sources = await segment.rows<FoundSource>(SEGMENT_SOURCES);
    const [bases] = await segment.rows<Bases>(BASES);
    return { path, records: bases!.records, sources };
  } finally {
    await segment.close();
  }
}

/**
 * Makes a ledger of segments: addresses, texts, records, participants, references, equations, problems and skips; the
 * table of sources is left empty.
 * @param path file that must not exist yet
 * @param segments in the order that the numbers shall have; the first one should be the largest
 */
export async function assemble(path: string, segments: readonly Segment[], settings: LedgerSettings): Promise<Ledger> {
  const [first, ...others] = segments;
  if (first === undefined) return createLedger(path, settings);
  copyFileSync(first.path, path, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  const ledger = await continueLedger(path, settings);
  await ledger.run(NO_SOURCES);
  // A segment has the tables of records alone; one of an earlier version of the program had all of that version, empty.
  await ledger.run({ name: 'stage-tables', sql: STAGE_TABLES.map(createTable).join('; ') });
  let sources = first.sources.length;
  for (const segment of others) {
    const [bases] = await ledger.rows<Bases>(BASES);
    await ledger.run(attachSegment(segment.path));
    await ledger.run(newWords(bases!.addresses, bases!.texts));
    await ledger.run(newRows(bases!.records, sources));
    await ledger.run(DETACH_SEGMENT);
    sources += segment.sources.length;
  }
  return ledger;
}
