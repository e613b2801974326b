/** Numbers of the North American plan are normalised as the library does it, without it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { normalizePhone } from '../../src/identity/phone.ts';

const digits = fc.stringMatching(/^[2-9]\d{9}$/);
const written: fc.Arbitrary<(n: string) => string> = fc.constantFrom(
  (n) => n,
  (n) => `1${n}`,
  (n) => `+1${n}`,
  (n) => `+1 (${n.slice(0, 3)}) ${n.slice(3, 6)}-${n.slice(6)}`,
  (n) => `(${n.slice(0, 3)}) ${n.slice(3, 6)}.${n.slice(6)}`,
  (n) => `1-${n.slice(0, 3)}-${n.slice(3)}`,
);

test('any ten digits, however they are written', () => {
  fc.assert(
    fc.property(digits, written, fc.constantFrom<CountryCode>('US', 'CA', 'SE', 'GB'), (number, write, region) => {
      const raw = write(number);
      const parsed = parsePhoneNumberFromString(raw, region);
      if (parsed?.isPossible() === true && parsed.ext === undefined) {
        assert.equal(normalizePhone(raw, region), parsed.number);
      }
    }),
    { numRuns: 500 },
  );
});
