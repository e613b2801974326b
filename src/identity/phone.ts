/** Phone numbers in E.164, by libphonenumber's metadata. */
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * Normalises a number. Costs about 10 µs: call it once per distinct number, not once a row.
 * @param raw as printed
 * @param region ISO 3166 country for numbers without a country code; null when nobody said
 * @returns E.164 such as +46701740605; a number that cannot be placed keeps its digits after `local:`, with the region
 *   when one is known, so that equal digits of different countries stay apart
 */
export function normalizePhone(raw: string, region: string | null): string {
  const country = region !== null && isSupportedCountry(region) ? (region as CountryCode) : undefined;
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
