/** What an archive may ask of the machine. Archives are made by strangers; a kilobyte can stand for a petabyte. */

/** Limits that hold for one outermost archive, with everything nested in it. */
export interface ArchiveLimits {
  /** How deep archives in archives are opened; a deeper one is handed over as a file, with a problem. */
  readonly depth: number;
  /** Most bytes that are unpacked in all. */
  readonly totalBytes: number;
  /** Most unpacked bytes for one byte of the outermost archive; looked at once `ratioFloor` bytes are unpacked. */
  readonly ratio: number;
  readonly ratioFloor: number;
  /** Most members in all, those of nested archives included. */
  readonly members: number;
  /** Longest name of a member in bytes of UTF-8; a longer one is cut, with a problem. */
  readonly nameLength: number;
  /** Largest member that is held in memory, in bytes; a larger one goes to the spool folder. */
  readonly memoryBytes: number;
}

/**
 * Limits that real mail archives stay far away from. Text packs 3 to 20 times, endless repetition up to 1032 times
 * (the most that Deflate can do).
 */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  depth: 4,
  totalBytes: 256 * 1024 ** 3,
  ratio: 250,
  ratioFloor: 256 * 1024 ** 2,
  members: 10_000_000,
  nameLength: 4096,
  memoryBytes: 64 * 1024 ** 2,
};

/** Counts what an archive has asked for so far. */
export class Budget {
  readonly limits: ArchiveLimits;
  readonly #packed: number;
  #bytes = 0;
  #members = 0;

  /**
   * @param limits see {@link ArchiveLimits}
   * @param packed length in bytes of the outermost archive
   */
  constructor(limits: ArchiveLimits, packed: number) {
    this.limits = limits;
    this.#packed = Math.max(1, packed);
  }

  /** Counts unpacked bytes. @returns why the archive must not go on, or null */
  addBytes(count: number): string | null {
    this.#bytes += count;
    const { totalBytes, ratio, ratioFloor } = this.limits;
    if (this.#bytes > totalBytes) return `it unpacks to more than ${totalBytes} bytes`;
    if (this.#bytes > ratioFloor && this.#bytes > ratio * this.#packed) {
      return `it unpacks to more than ${ratio} times its own length`;
    }
    return null;
  }

  /** Counts a member. @returns why the archive must not go on, or null */
  addMember(): string | null {
    this.#members++;
    return this.#members > this.limits.members ? `it has more than ${this.limits.members} members` : null;
  }
}
