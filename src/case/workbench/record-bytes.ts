/** The bytes of records for somebody who leafs through them: every source is hashed once, and stays open. */
import { stamp } from '../../bytes/disk.ts';
import { sha256OfInput } from '../../bytes/hash.ts';
import type { Input } from '../../bytes/input.ts';
import type { CitedRow } from '../../ledger/queries/citations/cited.ts';
import { ledgerFolder } from '../build/folder.ts';
import { openSource, SourceFiles } from '../citations/source-files.ts';
import { sourcePath } from '../read-case.ts';
import { Seen } from '../reading/seen.ts';

/** Bytes, or why there are none. */
export type Opened = { readonly input: Input } | { readonly fault: string };

export class RecordBytes {
  readonly #folder: string;
  readonly #files: SourceFiles;
  readonly #seen: Seen;
  /** SHA-256 by path and stamp of what was hashed here. */
  readonly #hashed = new Map<string, string>();

  /**
   * @param folder of the case
   * @param spoolDir where unpacked members are kept while they are needed
   */
  constructor(folder: string, spoolDir: string) {
    this.#folder = folder;
    this.#files = new SourceFiles(folder, spoolDir);
    this.#seen = new Seen(ledgerFolder(folder).seen);
  }

  /**
   * The file or archive member that a record stands in, if it is what was taken in.
   * @param name of the source as it is shown
   */
  async open(row: CitedRow, name: string): Promise<Opened> {
    const hash = this.#hashOf(row.path);
    if (hash === null) return { fault: `${name} cannot be opened: put the source back where it was` };
    if (hash !== row.file_sha256)
      return { fault: `${name} was changed since it was taken in: put it back as it was, or build again` };
    const input = await this.#files.input(row);
    return input === null ? { fault: `${name}: a member of it cannot be read again` } : { input };
  }

  close(): Promise<void> {
    return this.#files.close();
  }

  /** SHA-256 of a source as it is now; null when it cannot be opened. Its date and length say whether it is as it was. */
  #hashOf(path: string): string | null {
    try {
      const file = sourcePath(this.#folder, path);
      const now = stamp(file);
      const key = JSON.stringify([path, now]);
      const known = this.#hashed.get(key) ?? this.#seen.hash(file, now) ?? this.#hash(path);
      if (known !== null) this.#hashed.set(key, known);
      return known;
    } catch {
      return null; // it is gone, or was refused
    }
  }

  #hash(path: string): string | null {
    const input = openSource(this.#folder, path, '');
    if (input === null) return null;
    try {
      return sha256OfInput(input);
    } finally {
      input.close();
    }
  }
}
