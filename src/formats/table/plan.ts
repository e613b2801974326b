/** How the times of one table are read: its zone, its years, its orders of day and month. */
import type { RecordKind } from '../../model/record.ts';
import type { ReadOptions } from '../../model/source.ts';
import type { When } from '../../model/time.ts';
import { isZone } from '../../model/zone.ts';
import type { YearSource } from '../templates/template.ts';
import type { TableContext } from './context.ts';
import type { Facts } from './facts.ts';
import type { Access } from './row/access.ts';
import type { TimePlan } from './row/time.ts';
import type { Day } from './time/date.ts';
import { datesOf } from './time/rules.ts';
import { daysOf, floorOf, spanOfZone, type YearFor } from './time/when.ts';

const YEARS: readonly YearSource[] = ['column', 'name', 'heading'];

/** The plan for rows of a kind. The zone of the case goes before the one of the template. */
export function timePlan(context: TableContext, options: ReadOptions, kind: RecordKind): TimePlan {
  const { template, survey } = context;
  const zone = options.zone ?? template.zone ?? null;
  const orders = [...survey.orders.values()];
  const shared = orders.every((order) => order === orders[0]) ? (orders[0] ?? 'either') : 'either';
  return {
    zone: zone !== null && isZone(zone) ? zone : null,
    floor: floorOf(kind),
    rulesOf: (index) => datesOf(template, survey.orders.get(index) ?? shared),
    yearFor: (access) => yearFor(context, access),
    parts: survey.parts,
    period: template.period ?? false,
    asOf: options.asOf,
  };
}

function yearFor(context: TableContext, access: Access): YearFor {
  const sources = context.template.years ?? YEARS;
  return (day) => {
    for (const source of sources) {
      const year = yearOf(source, context, access, day);
      if (year !== null) return year;
    }
    return null;
  };
}

function yearOf(source: YearSource, context: TableContext, access: Access, day: Day): number | null {
  switch (source) {
    case 'column': {
      const { text } = access.first('year');
      return /^\d{4}$/.test(text) ? Number(text) : null;
    }
    case 'name':
      return yearIn(context.name, day);
    case 'heading':
      return yearIn(context.heading, day);
    case 'other rows':
      return (
        [context.name, context.heading]
          .filter(isQuarter)
          .map(({ months, values }) => yearIn({ year: context.survey.year, months, values }, day))[0] ?? null
      );
  }
}

/** A year stands for the months that are named beside it, or for all where none are. */
function yearIn({ year, months }: Facts, day: Day): number | null {
  if (year === null || months === null || day.month === null) return year;
  return day.month >= months.from && day.month <= months.until ? year : null;
}

/** Only within some months of one year do other rows say anything about the year of one. */
function isQuarter({ months }: Facts): boolean {
  return months !== null && months.from <= months.until;
}

/** The period that the name of a file or its heading gives for all rows; null where they do not give all of one. */
export function periodOf(context: TableContext, plan: TimePlan): When | null {
  const { name, heading, survey, template } = context;
  const months = name.months ?? heading.months;
  const rows = template.years?.includes('other rows') === true ? survey.year : null;
  const year = name.year ?? heading.year ?? (months === null ? null : rows);
  if (year === null || (months !== null && months.from > months.until)) return null;
  const from: Day = { year, month: months?.from ?? null, day: null };
  const to: Day = { year, month: months?.until ?? null, day: null };
  const span = daysOf({ from, to, form: 'range', list: false, clock: null, instant: null });
  const precision =
    months === null ? 'year' : months.until - months.from === 2 && months.from % 3 === 1 ? 'quarter' : 'range';
  return spanOfZone(span, null, precision, plan);
}
