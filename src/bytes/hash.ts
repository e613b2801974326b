/** SHA-256 for what must be trusted, a 64-bit id prefix for what must be short. */
import { createHash, hash } from 'node:crypto';
import type { Input } from './input.ts';

/** Bytes per read while hashing: large enough that the calls do not show, small enough for any machine. */
const PIECE = 2 * 1024 * 1024;

/** SHA-256 of bytes, lower-case hex. */
export function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

/**
 * SHA-256 of a whole input, read once from front to back in pieces of 2 MiB.
 *
 * @param input any size; memory use does not depend on it
 * @param onProgress called with the bytes done so far
 * @returns lower-case hex
 */
export function sha256OfInput(input: Input, onProgress?: (done: number) => void): string {
  const digest = createHash('sha256');
  const piece = Buffer.allocUnsafeSlow(Math.min(PIECE, Math.max(1, input.size)));
  let offset = 0;
  for (;;) {
    const got = input.readInto(piece, 0, offset, piece.length);
    if (got === 0) break;
    digest.update(piece.subarray(0, got));
    offset += got;
    onProgress?.(offset);
  }
  return digest.digest('hex');
}

/**
 * A 64-bit hash of text: the second half of its MD5 (of the UTF-8 form) as a little-endian number, which is what SQL's
 * `md5_number_lower(text)` gives in DuckDB, so that program and queries make the same ids.
 *
 * A short name for content, not a security boundary: who wants two texts with one id can make them. Evidence is named by
 * {@link sha256}.
 */
export function hash64(text: string): bigint {
  return hash('md5', text, 'buffer').readBigUInt64LE(8);
}
