/** Change points of a question's contacts, without a day that is given. */
import { changePoints } from './changes.ts';
import { type Ratio, rateRatio } from './conditional.ts';
import { WEEK } from './dispersion.ts';
import type { RateSubject } from './rows.ts';
import { frameOfMost, seriesOf } from './series.ts';

/** A day from which on the rate is another. */
export interface FoundChange {
  /** First day of the new rate, days since 1970. */
  readonly day: number;
  readonly before: number;
  readonly after: number;
  readonly ratio: Ratio;
}

/** Contacts a week of a stretch, and the days from which they change. */
export interface FoundChanges {
  readonly changes: readonly FoundChange[];
  /** Covered days that were looked through. */
  readonly days: number;
  /** Contacts on them. */
  readonly contacts: number;
}

/**
 * Looks for change points in the contacts of a question, over all days whose coverage is the most usual one.
 * @param shortest covered days that a rate lasts at least
 * @returns null where it cannot be looked for: told contacts, or no coverage
 */
export function foundChanges(subject: RateSubject, shortest: number): FoundChanges | null {
  const frame = subject.told ? null : frameOfMost(subject.exposed);
  if (frame === null) return null;
  const { days, daily } = seriesOf(frame, subject.contacts);
  const points = changePoints(daily, shortest);
  const ends = [0, ...points, days.length];
  const stretches = ends.slice(1).map((to, i) => {
    const part = daily.slice(ends[i]!, to);
    return { count: part.reduce((sum, count) => sum + count, 0), days: part.length };
  });
  const perWeek = ({ count, days: length }: { count: number; days: number }): number => (WEEK * count) / length;
  return {
    days: days.length,
    contacts: daily.reduce((sum, count) => sum + count, 0),
    changes: points.map((place, i) => ({
      day: days[place]!,
      before: perWeek(stretches[i]!),
      after: perWeek(stretches[i + 1]!),
      ratio: rateRatio(stretches[i]!, stretches[i + 1]!, 0.95),
    })),
  };
}
