/** Opens sources again, whole files and members of archives, for citations. */
import { isAbsolute, join } from 'node:path';
import { memberInput } from '../../bytes/archive.ts';
import { ARCHIVE_LIMITS } from '../../bytes/archive-limits.ts';
import { openFile, walk } from '../../bytes/disk.ts';
import { sha256OfInput } from '../../bytes/hash.ts';
import type { Input } from '../../bytes/input.ts';
import { ArchiveShelf } from './archive-shelf.ts';
import { Packs, type Slice } from './packs.ts';
import { parsePath } from './path-steps.ts';

/** Where a source is, as its row in the ledger says. */
export interface SourcePlace {
  /** Absolute, or from the case folder. */
  readonly path: string;
  /** Citation path inside the file, '' for the file itself. */
  readonly member: string;
  /** SHA-256 of the file or member, lower-case hex. */
  readonly sha256: string;
  readonly size: number;
}

/** Files and archives that stay open at once. */
const OPEN_FILES = 32;
const OPEN_ARCHIVES = 8;

/**
 * Opens a file of the case.
 * @param folder absolute path of the case folder
 * @param path absolute, or from the case folder
 * @param name the name to show
 * @returns null when it is missing, refused, or no regular file
 */
export function openSource(folder: string, path: string, name: string): Input | null {
  // walk resolves the links that the user named; openFile follows none.
  const [found] = walk(isAbsolute(path) ? path : join(folder, path), () => false);
  if (found === undefined || 'problem' in found) return null;
  try {
    return openFile(found.path, name);
  } catch {
    return null; // it went, or was refused, between the two
  }
}

/** Part of a pack as a file of its own. */
function sliceInput({ pack, offset: base, size }: Slice): Input {
  const within = (offset: number): number => Math.min(Math.max(0, offset), size);
  return {
    name: '',
    size,
    read: (offset, length) => pack.input!.read(base + within(offset), Math.min(length, size - within(offset))),
    readInto: (target, at, offset, length) =>
      pack.input!.readInto(target, at, base + within(offset), Math.min(length, size - within(offset))),
    close() {},
  };
}

/** Bytes of sources in any order; cheap in the order of the sources. */
export class SourceFiles {
  readonly #folder: string;
  readonly #spoolDir: string | null;
  readonly #packs: Packs;
  readonly #files = new Map<string, Input | null>();
  readonly #archives = new Map<string, ArchiveShelf>();

  /**
   * @param folder absolute path of the case folder
   * @param spoolDir where unpacked members are kept while they are needed; null: in memory, and not the largest
   * @param keep most bytes of unpacked members that are kept
   */
  constructor(folder: string, spoolDir: string | null, keep?: number) {
    this.#folder = folder;
    this.#spoolDir = spoolDir;
    this.#packs = new Packs(spoolDir, keep);
  }

  /**
   * A source, open until this object reads others; closing it does nothing.
   * @returns null when the source is gone, or is not what was taken in: a member of other content, a file of other length
   * @throws {Error} with the system's `code` when the spool folder cannot be written to
   */
  async input(source: SourcePlace): Promise<Input | null> {
    if (source.member === '') {
      const input = this.#file(source.path);
      return input === null || input.size !== source.size ? null : { ...input, close() {} };
    }
    const shelved = await (await this.#archive(source.path)).find(source.member);
    if (shelved === null || shelved.sha256 !== source.sha256) return null;
    this.#packs.touch(shelved.slice.pack);
    return sliceInput(shelved.slice);
  }

  /**
   * The same for a source that is asked for alone: other members of an archive are passed over, not kept.
   * @returns an input that the caller closes
   */
  async single(source: SourcePlace): Promise<Input | null> {
    const steps = parsePath(source.member)?.filter((step) => 'member' in step) ?? [];
    const outer = steps.length === 0 ? null : this.#file(source.path);
    if (outer === null) return this.input(source);
    const found = await memberInput(outer, steps, ARCHIVE_LIMITS, this.#spoolDir);
    if (found === null || sha256OfInput(found) === source.sha256) return found;
    found.close();
    return null;
  }

  /**
   * A range of a source.
   * @param offset bytes from the start of the file or member
   * @param length in bytes
   * @returns null as {@link input} does
   */
  async read(source: SourcePlace, offset: number, length: number): Promise<Buffer | null> {
    return (await this.input(source))?.read(offset, length) ?? null;
  }

  async close(): Promise<void> {
    for (const input of this.#files.values()) input?.close();
    this.#files.clear();
    for (const archive of this.#archives.values()) await archive.close();
    this.#archives.clear();
    this.#packs.close();
  }

  #file(path: string): Input | null {
    let input = this.#files.get(path);
    if (input === undefined) input = openSource(this.#folder, path, '');
    this.#files.delete(path);
    this.#files.set(path, input); // the last one used stands last
    if (this.#files.size > OPEN_FILES) {
      const [oldest, held] = this.#files.entries().next().value!;
      held?.close();
      this.#files.delete(oldest);
    }
    return input;
  }

  async #archive(path: string): Promise<ArchiveShelf> {
    const known = this.#archives.get(path);
    const archive = known ?? new ArchiveShelf(() => openSource(this.#folder, path, ''), this.#packs, this.#spoolDir);
    this.#archives.delete(path);
    this.#archives.set(path, archive);
    // What was found in the others stays known; only their walks end.
    for (const other of [...this.#archives.values()].slice(0, -OPEN_ARCHIVES)) await other.close();
    return archive;
  }
}
