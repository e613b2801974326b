/** Which days a recurrence rule allows. Days are numbers: days since 1 January 1970, in the calendar's own local time. */
import type { Rule } from './rule.ts';

/** A day of the calendar. */
export interface CivilDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Year, month and day of a day number. */
export function civilDay(number: number): CivilDay {
  const date = new Date(number * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Day number of a date; the month may be any number, 13 is the January after. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 86_400_000;
}

/** Weekday of a day number, 0 Monday to 6 Sunday. 1 January 1970 was a Thursday. */
export function weekday(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

/** First day of the week that a day lies in. */
export function weekOf(number: number, weekStart: number): number {
  return number - ((weekday(number) - weekStart + 7) % 7);
}

/** The year that a day's week belongs to: the one that has at least four of its days. */
export function weekYear(number: number, weekStart: number): number {
  return civilDay(weekOf(number, weekStart) + 3).year;
}

/**
 * Fills in from the start what a rule leaves open: a monthly rule without days means the day of the start.
 *
 * @param start day number of the first occurrence
 */
export function completed(rule: Rule, start: number): Rule {
  const { day, month } = civilDay(start);
  const days = [{ weekday: weekday(start), nth: 0 }];
  const open = rule.days.length + rule.monthDays.length + rule.yearDays.length === 0;
  switch (rule.frequency) {
    case 'YEARLY':
      if (!open) return rule;
      if (rule.weeks.length > 0) return { ...rule, days };
      return { ...rule, monthDays: [day], months: rule.months.length > 0 ? rule.months : [month] };
    case 'MONTHLY':
      return open ? { ...rule, monthDays: [day] } : rule;
    case 'WEEKLY':
      return rule.days.length === 0 ? { ...rule, days } : rule;
    default:
      return rule;
  }
}

/**
 * Whether a rule allows a day. The parts of a rule that name days all have to hold (the table in section 3.3.10: they limit;
 * where they expand, they do so over all days of the period).
 *
 * @param rule completed
 */
export function allowsDay(rule: Rule, number: number): boolean {
  const { year, month, day } = civilDay(number);
  if (rule.months.length > 0 && !rule.months.includes(month)) return false;
  if (rule.monthDays.length > 0) {
    const length = dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
    if (!rule.monthDays.includes(day) && !rule.monthDays.includes(day - length - 1)) return false;
  }
  if (rule.yearDays.length > 0) {
    const [first, next] = [dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1)];
    if (!rule.yearDays.includes(number - first + 1) && !rule.yearDays.includes(number - next)) return false;
  }
  if (rule.weeks.length > 0 && !inWeeks(rule, number)) return false;
  return rule.days.length === 0 || onWeekdays(rule, number, year, month);
}

function inWeeks(rule: Rule, number: number): boolean {
  const middle = weekOf(number, rule.weekStart) + 3;
  const { year } = civilDay(middle);
  const week = Math.floor((middle - dayNumber(year, 1, 1)) / 7) + 1;
  const weeks = week + Math.floor((dayNumber(year, 12, 31) - middle) / 7);
  return rule.weeks.includes(week) || rule.weeks.includes(week - weeks - 1);
}

function onWeekdays(rule: Rule, number: number, year: number, month: number): boolean {
  const counts = rule.frequency === 'MONTHLY' || rule.frequency === 'YEARLY';
  // The nth of the month where months are given, else of the year.
  const inMonth = rule.frequency === 'MONTHLY' || rule.months.length > 0;
  const first = inMonth ? dayNumber(year, month, 1) : dayNumber(year, 1, 1);
  const last = inMonth ? dayNumber(year, month + 1, 1) - 1 : dayNumber(year, 12, 31);
  const nth = Math.floor((number - first) / 7) + 1;
  const fromEnd = -Math.floor((last - number) / 7) - 1;
  return rule.days.some(
    (day) => day.weekday === weekday(number) && (!counts || day.nth === 0 || day.nth === nth || day.nth === fromEnd),
  );
}
