/** Phone numbers in E.164, by libphonenumber's metadata. */
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A number of the North American plan, whose countries share one code and numbers of ten digits. To the library each costs
 * five times what another one does, because it finds out the country, which E.164 does not tell.
 */
function northAmerican(raw: string, country: CountryCode | undefined): string | null {
  if (!/^[+\d() .-]+$/.test(raw)) return null;
  const match = /^(\+1|1?)([2-9]\d{9})$/.exec(raw.replace(/[() .-]/g, ''));
  if (match === null || (match[1] !== '+1' && country !== 'US' && country !== 'CA')) return null;
  return `+1${match[2]}`;
}

/**
 * Normalises a number. Costs about 10 µs: call it once per distinct number, not once a row.
 * @param raw as printed
 * @param region ISO 3166 country for numbers without a country code; null when nobody said
 * @returns E.164 such as +46701740605; a number that cannot be placed keeps its digits after `local:`, with the region
 *   when one is known, so that equal digits of different countries stay apart
 */
export function normalizePhone(raw: string, region: string | null): string {
  const country = region !== null && isSupportedCountry(region) ? (region as CountryCode) : undefined;
  const plain = northAmerican(raw, country);
  if (plain !== null) return plain;
  const international = raw.replace(/^\s*00(?=[1-9])/, '+');
  const number =
    parsePhoneNumberFromString(raw, country) ??
    (international === raw ? undefined : parsePhoneNumberFromString(international, country));
  if (number !== undefined && (number.isPossible() || country === undefined)) {
    return number.ext === undefined ? number.number : `${number.number};ext=${number.ext}`;
  }
  const digits = raw.replace(/[^0-9*#+]/g, '');
  return `local:${country ?? ''}:${digits === '' ? raw.trim().toLowerCase() : digits}`;
}
