/** Hashes of files that were read before, so that what did not change is not read again. A cache: losing it costs time. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type Stamp, sameStamp } from '../../bytes/disk.ts';

interface Entry {
  readonly stamp: Stamp;
  readonly sha256: string;
}

export class Seen {
  readonly #path: string;
  readonly #before: Map<string, Entry>;
  readonly #now = new Map<string, Entry>();

  /** @param path of the cache's file; one that is missing or damaged is an empty cache */
  constructor(path: string) {
    this.#path = path;
    this.#before = load(path);
  }

  /** SHA-256 of a file when it stands as it did; null when it must be read. */
  hash(path: string, stamp: Stamp): string | null {
    const entry = this.#before.get(path);
    return entry !== undefined && sameStamp(entry.stamp, stamp) ? entry.sha256 : null;
  }

  /** Whether some file of this length was read before: then it may be that one, with a new date. */
  hasLength(size: number): boolean {
    return [...this.#before.values()].some(({ stamp }) => stamp.size === size);
  }

  /** Notes a file of this build. */
  note(path: string, stamp: Stamp, sha256: string): void {
    this.#now.set(path, { stamp, sha256 });
  }

  /** Writes the cache, with the files of this build only. */
  save(): void {
    const text = JSON.stringify([...this.#now].map(([path, { stamp, sha256 }]) => [path, stamp, sha256]));
    writeFileSync(`${this.#path}.new`, text);
    renameSync(`${this.#path}.new`, this.#path);
  }
}

function load(path: string): Map<string, Entry> {
  try {
    const rows = JSON.parse(readFileSync(path, 'utf8')) as [string, Stamp, string][];
    return new Map(rows.map(([file, stamp, sha256]) => [file, { stamp, sha256 }]));
  } catch {
    return new Map();
  }
}
