/** Many small things kept in few files: members of archives that were unpacked and may be asked for again. */
import { ARCHIVE_LIMITS } from '../../bytes/archive-limits.ts';
import { type Input, memoryInput } from '../../bytes/input.ts';
import { Spool } from '../../bytes/spool.ts';

/** Something kept; `input` is null once room was needed for others. */
export interface Pack {
  readonly input: Input | null;
}

/** Bytes of a pack. */
export interface Slice {
  readonly pack: Pack;
  readonly offset: number;
  readonly size: number;
}

interface Kept extends Pack {
  input: Input | null;
  /** Bytes that it takes. */
  size: number;
}

/** Bytes that one pack holds before it is written out. */
const PACK = 4 * 1024 * 1024;
/** Bytes that are kept on disk, and in memory where there is no disk to use. */
const ON_DISK = 4 * 1024 ** 3;
const IN_MEMORY = 64 * 1024 ** 2;

/** Keeps bytes up to a limit; beyond it what was asked for longest ago goes. */
export class Packs {
  readonly #folder: string | null;
  readonly #limit: number;
  /** In the order of their last use. */
  readonly #kept = new Set<Kept>();
  #total = 0;
  #open: { pack: Kept; buffer: Buffer; used: number } | null = null;

  /**
   * @param folder where packs are written, as files without a name that vanish with the program; null keeps them in memory
   * @param limit most bytes that are kept
   */
  constructor(folder: string | null, limit: number = folder === null ? IN_MEMORY : ON_DISK) {
    this.#folder = folder;
    this.#limit = limit;
  }

  /**
   * Takes an input over: copies and closes it, or keeps it as it is when it is large.
   * @throws {Error} with the system's `code` when the folder cannot be written to
   */
  put(input: Input): Slice {
    const { size } = input;
    if (size > PACK) return this.#alone(input);
    if (this.#open !== null && this.#open.used + size > PACK) this.#seal();
    if (this.#open === null) this.#begin();
    const { pack, buffer, used } = this.#open!;
    input.readInto(buffer, used, 0, size);
    this.#open!.used += size;
    input.close();
    return { pack, offset: used, size };
  }

  /** Marks a pack as used now. */
  touch(pack: Pack): void {
    if (this.#kept.delete(pack as Kept)) this.#kept.add(pack as Kept);
  }

  close(): void {
    for (const pack of this.#kept) this.#drop(pack);
    this.#open = null;
  }

  /** A member that fills a pack of its own. What is too large for memory lies on disk already. */
  #alone(input: Input): Slice {
    const { size } = input;
    const pack: Kept = { input, size };
    if (this.#folder !== null && size <= ARCHIVE_LIMITS.memoryBytes) {
      pack.input = this.#written(input.read(0, size), this.#folder);
      input.close();
    }
    this.#keep(pack);
    return { pack, offset: 0, size };
  }

  #begin(): void {
    const buffer = Buffer.alloc(PACK);
    const pack: Kept = { input: memoryInput('', buffer), size: PACK };
    this.#open = { pack, buffer, used: 0 };
    this.#keep(pack);
  }

  #seal(): void {
    const { pack, buffer, used } = this.#open!;
    this.#open = null;
    if (this.#folder === null || pack.input === null) return;
    pack.input = this.#written(buffer.subarray(0, used), this.#folder);
  }

  #written(bytes: Buffer, folder: string): Input {
    const spool = new Spool(0, folder);
    let kept = false;
    try {
      spool.write(bytes);
      kept = true;
    } finally {
      if (!kept) spool.drop();
    }
    return spool.finish('').input;
  }

  #keep(pack: Kept): void {
    this.#kept.add(pack);
    this.#total += pack.size;
    for (const old of this.#kept) {
      if (this.#total <= this.#limit || old === pack) return;
      if (old !== this.#open?.pack) this.#drop(old);
    }
  }

  #drop(pack: Kept): void {
    this.#kept.delete(pack);
    this.#total -= pack.size;
    pack.input?.close();
    pack.input = null;
  }
}
