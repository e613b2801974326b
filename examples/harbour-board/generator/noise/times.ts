/** When ordinary things happen: in working hours on working days, all year round. */
import { at, day, fields, skarvik, two } from '../form/clock.ts';
import type { Random } from '../form/random.ts';

const FIRST = Date.UTC(2030, 0, 2) / 1000;
/** 2 January to 30 December. */
const DAYS = 363;

/** Public holidays of 2030 on working days, and the days around them when nobody works. */
const CLOSED: ReadonlySet<string> = new Set([
  '2030-04-19',
  '2030-04-22',
  '2030-05-01',
  '2030-05-30',
  '2030-06-06',
  '2030-06-21',
  '2030-12-24',
  '2030-12-25',
  '2030-12-26',
]);

const isOpen = (weekday: number, day: string): boolean => weekday >= 1 && weekday <= 5 && !CLOSED.has(day);

/** A working day, as `YYYY-MM-DD`. */
export function workingDay(random: Random): string {
  for (;;) {
    const f = fields(FIRST + random.int(0, DAYS - 1) * 86400, 0);
    const text = `${f.year}-${two(f.month)}-${two(f.day)}`;
    if (isOpen(f.weekday, text)) return text;
  }
}

/** An instant in the working hours of a day. */
export function workingTime(random: Random, day: string = workingDay(random)): number {
  return at(`${day} ${two(random.int(7, 17))}:${two(random.int(0, 59))}:${two(random.int(0, 59))}`);
}

/** When an answer to a mail follows: within hours, or on a morning soon after. */
export function answeredAt(asked: number, random: Random): number {
  const soon = asked + random.int(240, 20_000);
  const late = fields(soon, skarvik(soon));
  if (late.hour >= 7 && late.hour < 19 && isOpen(late.weekday, day(soon)) && random.chance(70)) return soon;
  for (let next = soon + 86_400; ; next += 86_400) {
    const on = day(next);
    if (isOpen(fields(next, skarvik(next)).weekday, on))
      return at(`${on} ${two(random.int(7, 11))}:${two(random.int(0, 59))}:${two(random.int(0, 59))}`);
  }
}
