/** Numbers and expressions that the queries of this folder share. */
import { CHANNELS, type Channel, DIRECTNESS, type Directness } from '../../../model/definition.ts';
import {
  ADDRESS_KINDS,
  type AddressKind,
  ATTENDANCE,
  type Attendance,
  FLAG,
  RECORD_KINDS,
  type RecordKind,
  ROLES,
  type Role,
} from '../../../model/record.ts';
import { PRECISIONS, type Precision } from '../../../model/time.ts';

const numbers = (list: readonly string[], words: readonly string[]): string =>
  words.map((word) => list.indexOf(word)).join(', ');

/** Numbers of the named kinds of record, for `in (…)` or `=`. */
export const kind = (...words: RecordKind[]): string => numbers(RECORD_KINDS, words);
export const role = (...words: Role[]): string => numbers(ROLES, words);
export const channel = (...words: Channel[]): string => numbers(CHANNELS, words);
export const directness = (...words: Directness[]): string => numbers(DIRECTNESS, words);
export const attendance = (...words: Attendance[]): string => numbers(ATTENDANCE, words);
export const addressKind = (...words: AddressKind[]): string => numbers(ADDRESS_KINDS, words);
export const precision = (...words: Precision[]): string => numbers(PRECISIONS, words);

/** Bits of the named flags. */
export const flags = (...words: (keyof typeof FLAG)[]): number => words.reduce((bits, word) => bits | FLAG[word], 0);

/** SQL for whether any of the named flags is set. @param column of flags */
export const has = (column: string, ...words: (keyof typeof FLAG)[]): string => `(${column} & ${flags(...words)}) <> 0`;

/** What mail programs put before the subject of an answer or a forwarded mail, in several languages. */
const MARKS = 're|fwd?|aw|wg|sv|vs|tr|rv|ref|antw|odp|enc|doorst';

/**
 * SQL for a subject without case, double spaces, marks such as Re: and Fwd:, and names of lists in brackets.
 * @returns text, '' for none
 */
export function plainSubject(column: string): string {
  return `regexp_replace(lower(trim(regexp_replace(coalesce(${column}, ''), '\\s+', ' ', 'g'))),
    '^(?:(?:${MARKS})(?: ?\\[\\d+\\]| ?\\(\\d+\\))? ?: ?|\\[[^\\]]{1,40}\\] ?)+', '')`;
}

/** Days since 1970 in UTC that an instant falls on. @param seconds SQL of epoch seconds */
export const utcDay = (seconds: string): string => `cast(floor((${seconds}) / 86400) as integer)`;
