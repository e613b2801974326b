/** Which rows of a list are asked for. */
import { Refused } from '../http/exchange.ts';

/**
 * A whole number of an address.
 * @param most larger ones are refused
 * @throws Refused for what is no number from `least` to `most`
 */
export function numberOf(query: URLSearchParams, name: string, fallback: number, least: number, most: number): number {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most))
    throw new Refused(400, `${name} is no number from ${least} to ${most}: ${JSON.stringify(text.slice(0, 40))}`, name);
  return value;
}

/** Place of the first row, and how many. */
export interface Paging {
  readonly offset: number;
  readonly limit: number;
}

/** The rows of an address. @throws Refused for what is no place */
export function pagingOf(query: URLSearchParams, limit: number, most: number): Paging {
  return {
    offset: numberOf(query, 'offset', 0, 0, 1_000_000_000),
    limit: numberOf(query, 'limit', limit, 1, most),
  };
}

/** One of some words. @throws Refused for another */
export function wordOf<Word extends string>(
  query: URLSearchParams,
  name: string,
  words: readonly Word[],
  fallback: Word,
): Word {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  const word = words.find((each) => each === text);
  if (word === undefined)
    throw new Refused(
      400,
      `${name} cannot be ${JSON.stringify(text.slice(0, 40))}`,
      name,
      `one of: ${words.join(', ')}`,
    );
  return word;
}
