/** Sources → segments: reads what is new, with threads, and keeps what was read before. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { archiveKind } from '../../bytes/archive-kind.ts';
import { type FoundFile, openFile, type Stamp, sameStamp, stamp } from '../../bytes/disk.ts';
import type { Division } from '../../formats/format.ts';
import type { LedgerSettings } from '../../ledger/duckdb.ts';
import { SegmentWriter } from '../../ledger/segment.ts';
import { CaseError } from '../error.ts';
import type { Event, TaskFile, Tellings } from './message.ts';
import { Pool, ReadingFailed } from './pool.ts';
import { recognize } from './recognize.ts';
import type { Seen } from './seen.ts';
import { Taking } from './take.ts';
import { inTurns } from './turns.ts';
import { type EntryOptions, goesOf, LARGE, segmentKey, type Unit } from './unit.ts';

/** Bytes of a piece of a large file. The same everywhere: a piece must not depend on the machine. */
const PIECE = 16 * 1024 * 1024;
/** Length of an archive that is unpacked several times at most, bytes: members of a larger one may be whole mailboxes. */
const MOST_SHARED = 512 * 1024 * 1024;
/** Threads that read one archive. */
const MOST_PARTS = 4;
/** Memory for the engine while a segment is written, MiB. */
const WRITER_MEMORY = 128;

export interface ReadingContext {
  /** Folder of the segments; made when it is missing. */
  readonly folder: string;
  /** Where large members of archives go for a while. */
  readonly spool: string;
  readonly seen: Seen;
  readonly threads: number;
  readonly signal?: AbortSignal;
  /** Bytes of sources dealt with so far. */
  readonly onBytes: (bytes: number, unit: Unit) => void;
}

/** A unit that is in a segment. */
export interface ReadUnit {
  readonly unit: Unit;
  readonly path: string;
  /** Whether the segment was there before. */
  readonly reused: boolean;
  readonly seconds: number;
}

/** A unit on its way: what is queued for it. */
interface Queued {
  readonly unit: Unit;
  readonly stamps: readonly Stamp[];
  /** The segment that is there already; null when the unit is read. */
  readonly ready: string | null;
  readonly whole: { readonly name: string; readonly size: number; readonly format: string } | null;
  readonly hash: Tellings | null;
  readonly tasks: readonly Tellings[];
  readonly starts: readonly number[];
}

/**
 * Reads all units, in order.
 * @param now seconds of a clock that only runs forward, for how long each took
 * @throws CaseError when a source cannot be read, changes meanwhile, or the disk is full
 */
export async function readUnits(
  units: readonly Unit[],
  context: ReadingContext,
  now: () => number,
): Promise<ReadUnit[]> {
  mkdirSync(context.folder, { recursive: true });
  const pool = new Pool(context.threads);
  const stop = (): void => void pool.close();
  context.signal?.addEventListener('abort', stop);
  try {
    const known = await knownHashes(units, context, pool);
    const queued = units.map((unit, i) => queue(unit, known[i]!, context, pool));
    const out: ReadUnit[] = [];
    let done = 0;
    for (const one of queued) {
      context.signal?.throwIfAborted();
      const began = now();
      const before = done;
      const path = one.ready ?? (await readUnit(one, context, (bytes) => context.onBytes(before + bytes, one.unit)));
      done += one.unit.files.reduce((sum, { size }) => sum + size, 0);
      context.onBytes(done, one.unit);
      out.push({ unit: one.unit, path, reused: one.ready !== null, seconds: now() - began });
    }
    return out;
  } catch (error) {
    context.signal?.throwIfAborted();
    throw told(error);
  } finally {
    context.signal?.removeEventListener('abort', stop);
    await pool.close();
  }
}

/** What the system said, for people. */
function told(error: unknown): unknown {
  if (!(error instanceof ReadingFailed) || error.code === '') return error;
  if (error.code === 'ENOSPC') return new CaseError('the disk is full', 'free some space and build again');
  return new CaseError(
    `a source cannot be read: ${error.message}`,
    'give this user the right to read it, or remove it from case.yaml',
  );
}

/** SHA-256 of the files of each unit where all are known; null where some must be read. */
async function knownHashes(
  units: readonly Unit[],
  { seen }: ReadingContext,
  pool: Pool,
): Promise<{ stamps: Stamp[]; hashes: string[] | null }[]> {
  const out: { stamps: Stamp[]; hashes: string[] | null }[] = [];
  for (const { files } of units) {
    const stamps = files.map(({ path }) => stamp(path));
    const hashes = files.map(({ path }, i) => seen.hash(path, stamps[i]!));
    const [large] = files;
    if (files.length === 1 && large!.size >= LARGE && hashes[0] === null && seen.hasLength(large!.size)) {
      hashes[0] = await hashOf(pool.run({ kind: 'hash', file: large! }));
    }
    out.push({ stamps, hashes: hashes.includes(null) ? null : (hashes as string[]) });
  }
  return out;
}

async function hashOf(events: Queued['hash'] & {}): Promise<string> {
  let hash = '';
  for await (const parcel of events) for (const event of parcel) if (event.type === 'file') hash = event.sha256;
  return hash;
}

function segmentPath(context: ReadingContext, unit: Unit, hashes: readonly string[]): string {
  return join(context.folder, `${segmentKey(unit, hashes)}.duckdb`);
}

function queue(
  unit: Unit,
  known: { stamps: Stamp[]; hashes: string[] | null },
  context: ReadingContext,
  pool: Pool,
): Queued {
  const base = { unit, stamps: known.stamps, whole: null, hash: null, tasks: [], starts: [] };
  if (known.hashes !== null) {
    const path = segmentPath(context, unit, known.hashes);
    for (const [i, file] of unit.files.entries()) context.seen.note(file.path, known.stamps[i]!, known.hashes[i]!);
    if (existsSync(path)) return { ...base, ready: path };
  }
  const [file] = unit.files;
  const cut = unit.files.length === 1 && file!.size >= LARGE ? divide(unit, taskFile(file!), pool) : null;
  if (cut === null) return { ...base, ready: null, ...queueFiles(unit, context, pool) };
  const { cuts, plan } = cut.division;
  const starts = cuts.slice(0, -1);
  const tasks = starts.map((from, i) =>
    pool.run({
      kind: 'piece',
      file: taskFile(file!),
      format: cut.format,
      from,
      to: cuts[i + 1]!,
      plan,
      options: unit.options,
    }),
  );
  const whole = { name: file!.name, size: file!.size, format: cut.format };
  return { ...base, ready: null, whole, hash: cut.hash, tasks, starts };
}

function taskFile({ path, name }: FoundFile): TaskFile {
  return { path, name };
}

/** Queues files that are read whole. */
function queueFiles(
  { files, options }: Unit,
  { spool, threads }: ReadingContext,
  pool: Pool,
): Pick<Queued, 'tasks' | 'starts' | 'hash'> {
  const parts = isShared(files, options) ? Math.min(threads, MOST_PARTS) : 1;
  if (parts > 1) {
    const task = { kind: 'files', files: files.map(taskFile), options, spool } as const;
    const shares = Array.from({ length: parts }, (_, part) => pool.run({ ...task, share: { part, of: parts } }));
    const hash = pool.run({ kind: 'hash', file: taskFile(files[0]!) });
    return { tasks: [inTurns(shares)], starts: [0], hash };
  }
  const goes = goesOf(files);
  let start = 0;
  const starts = goes.map((go) => {
    const before = start;
    start += go.reduce((sum, { size }) => sum + size, 0);
    return before;
  });
  const tasks = goes.map((go) => pool.run({ kind: 'files', files: go.map(taskFile), options, spool }));
  return { tasks, starts, hash: null };
}

/** Whether a unit is an archive that several threads read: each unpacks everything, a fifth of the time for mail. */
function isShared(files: readonly FoundFile[], options: EntryOptions): boolean {
  const [file] = files;
  if (files.length > 1 || file!.size < LARGE || file!.size > MOST_SHARED || options.as !== null) return false;
  const input = openFile(file!.path, file!.name);
  try {
    return archiveKind(input) !== null;
  } finally {
    input.close();
  }
}

interface Cut {
  readonly division: Division;
  readonly format: string;
  readonly hash: Tellings;
}

/**
 * Cuts a large file into pieces. It is hashed meanwhile: to find the cuts of a table takes a look at all of it, and hashing
 * tells nothing until its end, so it never waits for the main thread.
 * @returns null when the file is read whole
 */
function divide({ files, options }: Unit, file: TaskFile, pool: Pool): Cut | null {
  const input = openFile(files[0]!.path, files[0]!.name);
  try {
    if (options.as === null && archiveKind(input) !== null) return null;
    const format = recognize(input, options.as)?.format;
    if (format?.pieces === undefined) return null;
    const hash = pool.run({ kind: 'hash', file });
    const division = format.pieces.divide(input, PIECE, options);
    if (division !== null) return { division, format: format.name, hash };
    pool.forget(hash);
    return null;
  } finally {
    input.close();
  }
}

async function readUnit(queued: Queued, context: ReadingContext, onBytes: (bytes: number) => void): Promise<string> {
  const { unit, whole, hash, tasks, starts, stamps } = queued;
  const fresh = join(context.folder, `new-${process.pid}.duckdb`);
  rmSync(fresh, { force: true });
  rmSync(`${fresh}.wal`, { force: true });
  const settings: LedgerSettings = { threads: context.threads, memory: WRITER_MEMORY, spill: context.spool };
  const writer = await SegmentWriter.create(fresh, settings);
  try {
    let start = 0;
    const taking = new Taking(writer, unit.options, (bytes) => onBytes(start + bytes));
    if (whole !== null) await taking.take(oneEvent({ type: 'begin', member: '', ...whole }));
    for (const [i, events] of tasks.entries()) {
      start = starts[i]!;
      await taking.take(events);
    }
    if (hash !== null) await taking.take(whole === null ? hash : withEnd(hash));
    unit.files.forEach(({ path, name }, i) => {
      if (!sameStamp(stamp(path), stamps[i]!)) throw changed(name);
      context.seen.note(path, stamps[i]!, taking.hashes[i]!);
    });
    await writer.finish();
    const path = segmentPath(context, unit, taking.hashes);
    renameSync(fresh, path);
    return path;
  } catch (error) {
    await writer.abandon().catch(() => undefined); // the first error is the one to tell
    rmSync(fresh, { force: true });
    rmSync(`${fresh}.wal`, { force: true });
    throw error;
  }
}

async function* oneEvent(event: Event): Tellings {
  yield [event];
}

async function* withEnd(hash: AsyncIterable<readonly Event[]>): Tellings {
  yield [{ type: 'end', sha256: '' }];
  yield* hash;
}

function changed(name: string): CaseError {
  return new CaseError(
    `${name} changed while it was read`,
    'build again when nothing writes to it; the last ledger stays',
  );
}
