/** The members of one archive, unpacked once from front to back as far as they are asked for. */
import { type ArchiveProblem, expand, type Member } from '../../bytes/archive.ts';
import { ARCHIVE_LIMITS } from '../../bytes/archive-limits.ts';
import type { Input } from '../../bytes/input.ts';
import { pathText } from '../../model/citation.ts';
import type { Packs, Slice } from './packs.ts';

/** A member that was found. */
export interface Shelved {
  readonly slice: Slice;
  readonly sha256: string;
}

/**
 * Random access to an archive that can only be unpacked from its beginning. What is passed on the way is kept, so that
 * members asked for in the archive's order, or again, cost one pass in all; a member that had to go costs another one.
 */
export class ArchiveShelf {
  readonly #open: () => Input | null;
  readonly #packs: Packs;
  readonly #spoolDir: string | null;
  readonly #found = new Map<string, Shelved>();
  #walk: { readonly input: Input; readonly members: AsyncGenerator<Member | ArchiveProblem> } | null = null;
  /** Whether a walk came to the end: what it did not find is not there. */
  #complete = false;

  /**
   * @param open the archive; null when it cannot be opened
   * @param packs where members are kept
   * @param spoolDir where members too large for memory go; null leaves them out
   */
  constructor(open: () => Input | null, packs: Packs, spoolDir: string | null) {
    this.#open = open;
    this.#packs = packs;
    this.#spoolDir = spoolDir;
  }

  /**
   * A member.
   * @param path text of its citation path
   * @returns null when there is none, or the archive cannot be opened
   * @throws {Error} with the system's `code` when the spool folder cannot be written to
   */
  async find(path: string): Promise<Shelved | null> {
    const known = this.#found.get(path);
    if (known !== undefined && known.slice.pack.input !== null) return known;
    if (known === undefined && this.#complete) return null;
    if (known !== undefined) await this.close();
    return this.#advance(path);
  }

  /** Ends the walk; what was kept stays kept. */
  async close(): Promise<void> {
    const walk = this.#walk;
    this.#walk = null;
    await walk?.members.return(undefined);
    walk?.input.close();
  }

  async #advance(path: string): Promise<Shelved | null> {
    if (this.#walk === null) {
      const input = this.#open();
      if (input === null) return null;
      this.#walk = { input, members: expand(input, ARCHIVE_LIMITS, this.#spoolDir) };
    }
    for (;;) {
      const { value, done } = await this.#walk.members.next();
      if (done === true) break;
      if (!('input' in value)) continue;
      const key = pathText(value.steps);
      const shelved = this.#keep(key, value);
      if (key === path) return shelved;
    }
    this.#complete = true;
    await this.close();
    return null;
  }

  #keep(key: string, member: Member): Shelved {
    const known = this.#found.get(key);
    if (known !== undefined && known.slice.pack.input !== null) {
      member.input.close();
      return known;
    }
    const shelved = { slice: this.#packs.put(member.input), sha256: member.sha256 };
    this.#found.set(key, shelved);
    return shelved;
  }
}
