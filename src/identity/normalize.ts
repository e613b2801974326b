/** Addresses in one spelling per kind. The raw form stays beside it in the ledger. */
import type { AddressKind } from '../model/record.ts';
import { normalizeMail } from './mail.ts';
import { foldName } from './name.ts';
import { normalizePhone } from './phone.ts';

/**
 * Normalises one address. Deterministic; never throws.
 * @param kind what the reader took it for
 * @param raw as written
 * @param region country of phone numbers without a country code; null when unknown
 * @returns the normalised form; two addresses of a kind are the same exactly when these are equal. Never empty.
 */
export function normalizeAddress(kind: AddressKind, raw: string, region: string | null): string {
  const norm = byKind(kind, raw, region);
  return norm === '' ? `raw:${raw}` : norm;
}

function byKind(kind: AddressKind, raw: string, region: string | null): string {
  switch (kind) {
    case 'mail':
      return normalizeMail(raw);
    case 'phone':
      return normalizePhone(raw, region);
    case 'x500':
      return raw
        .trim()
        .toLowerCase()
        .replace(/\s*([/=])\s*/g, '$1');
    case 'name':
      return foldName(raw);
    case 'handle':
      return raw.trim().toLowerCase();
    case 'redacted':
      return raw; // the reader gives every redaction its own text: unknown parties are distinct
    case 'party':
      return raw;
  }
}
