/** The filters of contacts in an address: the same names on the list, the timeline and the network. Pure. */
import type { OffsetAt } from '../../charts/calendar.ts';
import { seedOf } from '../../charts/seeded.ts';

/** In the order in which addresses have them. */
export const FILTERS = [
  'between',
  'and',
  'channel',
  'state',
  'from',
  'to',
  'window',
  'floor',
  'definition',
  'all',
] as const;
export type FilterName = (typeof FILTERS)[number];

/** Those that say when. */
export const TIME_FILTERS: readonly FilterName[] = ['from', 'to', 'window'];

/**
 * The filters of a page's query as a query of the server, without what belongs to the page alone.
 * @param without filters that are left out, such as the time on the timeline
 * @param besides further names and values, behind the filters
 * @returns without `?`; '' for none
 */
export function filterQuery(
  query: URLSearchParams,
  without: readonly FilterName[] = [],
  besides: Readonly<Record<string, string | number>> = {},
): string {
  const out = new URLSearchParams();
  for (const name of FILTERS) {
    if (without.includes(name)) continue;
    for (const value of query.getAll(name)) if (value !== '') out.append(name, value);
  }
  for (const [name, value] of Object.entries(besides)) out.append(name, String(value));
  return out.toString();
}

/** An address with filters: `/contacts` and `a=b` give `/contacts?a=b`. */
export function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}

/** An instant as a filter takes it: `@1900000000`. */
export function instantFilter(epoch: number): string {
  return `@${Math.round(epoch)}`;
}

/** The instant that a filter is written as; null for a day, an event, or nothing. */
export function instantIn(value: string | null): number | null {
  const match = /^@(-?\d{1,12})$/.exec(value ?? '');
  return match === null ? null : Number(match[1]);
}

/** Spans from which on nobody means an hour when he draws one: a fortnight, in seconds. */
const LONG = 14 * 86_400;

/**
 * A span as time filters, which people read in the address and change by hand: whole days where it is long, instants else.
 * @param span epoch seconds UTC, `to` the first instant after it
 */
export function spanFilters(
  { from, to }: { readonly from: number; readonly to: number },
  offsetAt: OffsetAt,
): { readonly from: string; readonly to: string; readonly window: null } {
  const day = (epoch: number): string => new Date((epoch + offsetAt(epoch)) * 1000).toISOString().slice(0, 10);
  return to - from >= LONG
    ? { from: day(from), to: day(to - 1), window: null }
    : { from: instantFilter(from), to: instantFilter(to - 1), window: null };
}

/**
 * What a part of the definition is changed to in a query; null where it is as the case has it.
 * @param part such as `unanswered`
 */
export function definitionPart(query: URLSearchParams, part: string): string | null {
  const found = query.getAll('definition').findLast((change) => change.startsWith(`${part}=`));
  return found === undefined ? null : found.slice(part.length + 1);
}

/** The changes of the definition with one part changed, or as the case has it when `value` is null. */
export function changedDefinition(query: URLSearchParams, part: string, value: string | null): string[] {
  const others = query.getAll('definition').filter((change) => !change.startsWith(`${part}=`));
  return value === null ? others : [...others, `${part}=${value}`];
}

/** A place in a list as the address has it, with a sign of the list: under other filters the number would mean nothing. */
export function placeText(row: number, list: string): string {
  return `${row + 1}-${seedOf(list).toString(36)}`;
}

/** The row, from 0, that an address names in a list; 0 where it names none, or one of another list. */
export function placeIn(query: URLSearchParams, list: string): number {
  const match = /^(\d{1,10})-(\w+)$/.exec(query.get('at') ?? '');
  return match === null || match[2] !== seedOf(list).toString(36) ? 0 : Math.max(0, Number(match[1]) - 1);
}
