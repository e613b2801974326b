/** What is read together: one large file, or some small ones of one entry. A unit becomes one segment. */
import { createHash } from 'node:crypto';
import type { FoundFile } from '../../bytes/disk.ts';
import { FORMATS } from '../../formats/list.ts';
import type { ReadOptions } from '../../model/source.ts';

/** How the files of an entry are read. */
export interface EntryOptions extends ReadOptions {
  /** Name of a format; null lets content decide. */
  readonly as: string | null;
  /** Which members of archives are read: names with * and ?, ** for folders. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export interface Unit {
  /** Place in the sources of case.yaml. */
  readonly entry: number;
  readonly files: readonly FoundFile[];
  readonly options: EntryOptions;
}

/** Raise it when the layout of segments changes. */
const LAYOUT = 1;

/** A file of this length or more is a unit of its own, bytes. */
export const LARGE: number = 8 * 1024 * 1024;
const MOST_FILES = 32_768;
const MOST_BYTES = 256 * 1024 * 1024;
/**
 * A unit of small files ends after one whose name hashes to 0 modulo this, so that a new file changes one unit only.
 * A segment costs a tenth of a second, reading this many small files anew about as much.
 */
const CUT = 8192;

/** Small files that one thread reads in one go. */
const GO_FILES = 512;
const GO_BYTES = 16 * 1024 * 1024;

/** The files of an entry, as units: by names and lengths alone. */
export function unitsOf(entry: number, files: Iterable<FoundFile>, options: EntryOptions): Unit[] {
  const units: Unit[] = [];
  let small: FoundFile[] = [];
  let bytes = 0;
  const cut = (): void => {
    if (small.length > 0) units.push({ entry, files: small, options });
    small = [];
    bytes = 0;
  };
  for (const file of files) {
    if (file.size >= LARGE) {
      units.push({ entry, files: [file], options });
      continue;
    }
    small.push(file);
    bytes += file.size;
    if (small.length >= MOST_FILES || bytes >= MOST_BYTES || endsUnit(file.name)) cut();
  }
  cut();
  return units;
}

/** The files of a unit, cut into what one thread reads in one go: all threads work on a unit. */
export function goesOf(files: readonly FoundFile[]): FoundFile[][] {
  const goes: FoundFile[][] = [];
  let bytes = 0;
  for (const file of files) {
    const go = goes.at(-1);
    bytes += file.size;
    if (go !== undefined && go.length < GO_FILES && bytes <= GO_BYTES) go.push(file);
    else {
      goes.push([file]);
      bytes = file.size;
    }
  }
  return goes;
}

function endsUnit(name: string): boolean {
  return createHash('sha256').update(name).digest().readUInt32LE(0) % CUT === 0;
}

/**
 * The name of a unit's segment: a hash of all that its records follow from.
 * @param hashes SHA-256 of the files, in their order
 */
export function segmentKey(unit: Unit, hashes: readonly string[]): string {
  const readers = FORMATS.map(({ name, version }) => `${name} ${version}`);
  const files = unit.files.map(({ name }, i) => [name, hashes[i]]);
  const told = JSON.stringify([LAYOUT, readers, sorted(unit.options), files]);
  return createHash('sha256').update(told).digest('hex').slice(0, 40);
}

function sorted(options: EntryOptions): unknown {
  return Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1));
}
