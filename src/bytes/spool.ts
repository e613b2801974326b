/**
 * Takes in the bytes of an archive member and gives them back with random access: in memory while they are few, in a
 * private temporary file when they are many. No source is opened here.
 */

import { createHash, type Hash } from 'node:crypto';
import { closeSync, constants, mkdtempSync, openSync, rmdirSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileInput } from './disk.ts';
import { sha256 } from './hash.ts';
import { type Input, memoryInput } from './input.ts';

/** Collects the bytes of one member. */
export class Spool {
  readonly #memoryBytes: number;
  readonly #folder: string | null;
  #chunks: Uint8Array[] = [];
  #digest: Hash | null = null;
  #fd: number | null = null;
  #size = 0;

  /**
   * @param memoryBytes how many bytes are kept in memory at most
   * @param folder where larger members go; null keeps them out
   */
  constructor(memoryBytes: number, folder: string | null) {
    this.#memoryBytes = memoryBytes;
    this.#folder = folder;
  }

  /** Bytes taken in so far. */
  get size(): number {
    return this.#size;
  }

  /**
   * Takes in more bytes, which it may keep: the caller leaves them alone.
   *
   * @returns false when they do not fit into memory and there is no folder; the spool is empty then
   * @throws {Error} with the system's `code` when the folder cannot be written to (a full disk)
   */
  write(chunk: Uint8Array): boolean {
    this.#size += chunk.length;
    if (this.#fd === null && this.#size <= this.#memoryBytes) {
      this.#chunks.push(chunk);
      return true;
    }
    if (this.#folder === null) {
      this.drop();
      return false;
    }
    if (this.#fd === null) {
      this.#fd = openPrivate(this.#folder);
      this.#digest = createHash('sha256');
      for (const held of this.#chunks) this.#append(this.#fd, held);
      this.#chunks = [];
    }
    this.#append(this.#fd, chunk);
    return true;
  }

  /**
   * Ends taking in.
   *
   * @param name the name to show
   * @returns the bytes, and their SHA-256; closing the input gives memory and disk back
   */
  finish(name: string): { input: Input; sha256: string } {
    const fd = this.#fd;
    this.#fd = null;
    if (fd !== null) return { input: fileInput(fd, this.#size, name), sha256: this.#digest!.digest('hex') };
    const only = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    this.#chunks = [];
    return { input: memoryInput(name, only), sha256: sha256(only) };
  }

  /** Gives back memory and disk without an input. */
  drop(): void {
    this.#chunks = [];
    if (this.#fd !== null) closeSync(this.#fd);
    this.#fd = null;
  }

  #append(fd: number, bytes: Uint8Array): void {
    let done = 0;
    while (done < bytes.length) done += writeSync(fd, bytes, done, bytes.length - done);
    this.#digest?.update(bytes);
  }
}

/**
 * A temporary file in a folder that only this user can enter. Both lose their names at once: the system removes the file when
 * it is closed, be it by a crash.
 */
function openPrivate(folder: string): number {
  const own = mkdtempSync(join(folder, 'member-'));
  const path = join(own, 'bytes');
  const fd = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600);
  unlinkSync(path);
  rmdirSync(own);
  return fd;
}
