/** Deadlines: a number of days after something. */
import type * as z from 'zod';
import { notA, text } from './leaf.ts';

const UNITS: ReadonlyMap<string, number> = new Map([
  ['day', 1],
  ['days', 1],
  ['week', 7],
  ['weeks', 7],
]);

/** Longest deadline that is believed, days: beyond it a unit was mistaken. */
const LONGEST = 36_600;

/** Reads a span of whole days: 14 days, 2 weeks. Months and working days have no fixed length and are refused. */
function parseDays(written: string): number | null {
  const match = /^(\d{1,5})\s*([a-z]+)$/i.exec(written.trim());
  const unit = match === null ? undefined : UNITS.get(match[2]!.toLowerCase());
  const days = unit === undefined ? null : Number(match![1]) * unit;
  return days !== null && days <= LONGEST ? days : null;
}

function withinAdvice(written: string): string {
  if (/^\d+$/.test(written)) return `write the unit too, such as ${written} days`;
  if (/month|year|quarter/i.test(written)) return 'months and years differ in length: write days, such as 30 days';
  if (/working|business/i.test(written)) return 'write calendar days, such as 14 days';
  return 'write days or weeks, such as 14 days';
}

/** A span of whole days as written, such as 14 days; gives the days. */
export function within(): z.ZodType<number> {
  const expectation = { is: 'a number of days', advice: 'write days or weeks, such as 14 days' };
  return text(expectation, (written) =>
    parseDays(written) === null ? notA('a number of days', written, withinAdvice(written)) : null,
  ).transform((written) => parseDays(written) ?? 0);
}
