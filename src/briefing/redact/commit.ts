/**
 * Commitments: HMAC-SHA-256 (RFC 2104) of a field's name and value under a key of its own, which follows from the key of
 * the case by HKDF (RFC 5869). A value is opened by handing over the value and that one key; nothing else follows from it.
 */
import { createHmac, hkdfSync } from 'node:crypto';
import type { Commitment } from '../manifest.ts';

/** A value with the key that opens it alone. */
export interface Opening {
  readonly field: string;
  readonly value: string;
  /** Lower-case hex. */
  readonly key: string;
}

/** The key of one field. @param master 32 bytes */
function fieldKey(master: Uint8Array, field: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, '', `backchannel briefing field ${field}`, 32));
}

/** HMAC-SHA-256(key, field ‖ 0 ‖ value), lower-case hex. */
function commitmentOf(key: Uint8Array, field: string, value: string): string {
  return createHmac('sha256', key).update(field).update('\0').update(value).digest('hex');
}

/** Collects what is redacted. */
export class Commitments {
  readonly #master: Uint8Array;
  readonly #openings = new Map<string, Opening>();

  constructor(master: Uint8Array) {
    this.#master = master;
  }

  /** Commits a value. @returns what stands in its place */
  hide(field: string, value: string): string {
    const key = fieldKey(this.#master, field).toString('hex');
    this.#openings.set(field, { field, value, key });
    return `[redacted: ${field}]`;
  }

  /** The same of a value that may be absent. */
  hideOrNull(field: string, value: string | null): string | null {
    return value === null ? null : this.hide(field, value);
  }

  openings(): readonly Opening[] {
    return [...this.#openings.values()];
  }

  commitments(): Commitment[] {
    return this.openings()
      .map(({ field, value, key }) => ({ field, hmac: commitmentOf(Buffer.from(key, 'hex'), field, value) }))
      .sort((a, b) => (a.field < b.field ? -1 : 1));
  }
}
