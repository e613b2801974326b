/** When contacts were, as passages tell it. */
import { UNKNOWN_TIME, type When } from '../../model/time.ts';
import { offsetAt } from '../../model/zone.ts';
import { endOfDay, startOfDay } from '../../reconcile/days.ts';
import { type CaseFiles, parseDay, resolvePeriod } from '../files/index.ts';
import type { PeriodEntry } from '../files/words/period.ts';

const DAY_LENGTH = 86_400;

function precisionOf(from: string | null, to: string | null): When['precision'] {
  if (from === null || to === null) return 'range';
  if (from === to) return 'day';
  const [month, year] = [from.slice(0, 7), from.slice(0, 4)];
  if (parseDay(month)?.first === from && parseDay(month)?.last === to) return 'month';
  return parseDay(year)?.first === from && parseDay(year)?.last === to ? 'year' : 'range';
}

/**
 * When a contact was as told. Days are those of the case's zone; an end that is not told stays open, and nothing told is
 * after the case's "now".
 * @param asOf the case's "now", epoch seconds UTC
 */
export function toldWhen(files: CaseFiles, period: PeriodEntry | undefined, asOf: number): When {
  if (period === undefined) return UNKNOWN_TIME;
  const { zone } = files.case;
  const instant = period.from !== undefined && period.from === period.to ? parseDay(period.from)?.instant : null;
  const { from, to } = resolvePeriod(files, period);
  const earliest = instant ?? (from === null ? null : startOfDay(zone, from));
  const latest = instant ?? (to === null ? (earliest === null ? null : asOf) : endOfDay(zone, to));
  if (earliest === null && latest === null) return UNKNOWN_TIME;
  const exact = instant !== null && instant !== undefined;
  return {
    earliest,
    latest: latest === null || earliest === null ? latest : Math.max(earliest, latest),
    offset: earliest === null ? null : Math.round(offsetAt(zone, earliest) / 60),
    precision: exact ? 'minute' : precisionOf(from, to),
    zone: exact ? 'written' : 'source',
    plausibility: earliest !== null && earliest > asOf + DAY_LENGTH ? 'after-asof' : 'plausible',
  };
}
