/** Where generated data lies, and making it when it is not there. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of generated data: BENCH_DATA, or bench/data. */
export const DATA: string = process.env.BENCH_DATA ?? fileURLToPath(new URL('data/', import.meta.url));

/** Goes up when a generator writes other bytes than before. */
const GENERATION = 3;

const GIB = 1 << 30;
/** What stays free. */
const SPARE = 2 * GIB;

/** @throws Error when the disk that holds the data has not so much room */
export function checkRoom(bytes: number, what: string): void {
  mkdirSync(DATA, { recursive: true });
  const { bavail, bsize } = statfsSync(DATA);
  if (bavail * bsize >= bytes + SPARE) return;
  const gib = (n: number): string => (n / GIB).toFixed(1);
  throw new Error(
    `${what} needs ${gib(bytes)} GiB in ${DATA} and ${gib(SPARE)} more, ${gib(bavail * bsize)} are free; set BENCH_DATA to a folder on a larger disk`,
  );
}

/** Bytes given to `write`, copied to a file. */
export function toFile(path: string, generate: (write: (chunk: Buffer) => void) => number): number {
  const file = openSync(path, 'w');
  try {
    return generate((chunk) => {
      for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
    });
  } finally {
    closeSync(file);
  }
}

interface Stamp {
  readonly generation: number;
  readonly size: number;
}

function stampOf(path: string): Stamp | null {
  if (!existsSync(path) || !existsSync(`${path}.json`)) return null;
  return JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Stamp;
}

/**
 * A generated file: the one that is there when this generation of generators made it, else a new one.
 * @param room bytes that it will take at most
 * @param make writes it under the path given, which is not its last one
 * @returns its path
 */
export async function dataFile(name: string, room: number, make: (path: string) => unknown): Promise<string> {
  const path = join(DATA, name);
  const stamp = stampOf(path);
  if (stamp?.generation === GENERATION && stamp.size === statSync(path).size) return path;
  checkRoom(room, name);
  process.stderr.write(`  making ${name} …`);
  const started = performance.now();
  const unfinished = `${path}.unfinished`;
  rmSync(unfinished, { force: true });
  await make(unfinished);
  renameSync(unfinished, path);
  const { size } = statSync(path);
  writeFileSync(`${path}.json`, `${JSON.stringify({ generation: GENERATION, size } satisfies Stamp)}\n`);
  const seconds = (performance.now() - started) / 1000;
  process.stderr.write(` ${(size / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s\n`);
  return path;
}

const folders: string[] = [];

/** A new empty folder beside the data, so that what is built lies on the same disk; it goes when the process ends. */
export function workFolder(): string {
  const path = join(DATA, `work-${process.pid}-${folders.length}`);
  if (folders.length === 0) {
    process.on('exit', () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    });
  }
  folders.push(path);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}
