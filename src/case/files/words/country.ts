/** Countries as case files write them: the two-letter codes of ISO 3166-1. */
import type * as z from 'zod';
import { COUNTRIES } from './countries.ts';
import { type Fault, notA, text } from './leaf.ts';
import { nearest } from './nearest.ts';

/** Codes that people write and that are none. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['UK', 'GB'],
  ['EN', 'GB'],
  ['EL', 'GR'],
  ['ENGLAND', 'GB'],
  ['SCOTLAND', 'GB'],
  ['WALES', 'GB'],
  ['GREAT BRITAIN', 'GB'],
  ['USA', 'US'],
  ['AMERICA', 'US'],
]);

let english: Map<string, string> | null = null;

/** English names of the countries, as the runtime's locale data has them, with their codes. */
function names(): Map<string, string> {
  const display = new Intl.DisplayNames(['en'], { type: 'region' });
  english ??= new Map([...COUNTRIES.keys()].map((code) => [(display.of(code) ?? code).toUpperCase(), code]));
  return english;
}

function meantCountry(written: string): string | null {
  const upper = written.trim().toUpperCase();
  const direct = COUNTRIES.has(upper) ? upper : MEANT.get(upper);
  if (direct !== undefined) return direct;
  for (const [two, three] of COUNTRIES) if (three === upper) return two;
  if (upper.length < 4) return null;
  const name = nearest(upper, names().keys());
  return name === null ? null : names().get(name)!;
}

/** What is wrong with a country code; null when it is one. */
function countryFault(written: string): Fault | null {
  if (COUNTRIES.has(written)) return null;
  const meant = meantCountry(written);
  return notA(
    'a country',
    written,
    meant === null ? 'write the two-letter code, such as SE' : `write the two-letter code, here ${meant}`,
  );
}

/** An ISO 3166-1 two-letter code. */
export function country(): z.ZodType<string> {
  return text({ is: 'a country', advice: 'write the two-letter code, such as SE' }, countryFault, '^[A-Z]{2}$');
}
