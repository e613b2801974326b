/** Grades of sourcing: how firmly something is known. Pure. */
import type { Origins } from './informants.ts';

/** The strongest first. `none`: nothing stands behind it that is no circle. */
export const SOURCING_GRADES = [
  'records-of-both-sides',
  'records-of-one-side',
  'independent-reports',
  'one-report',
  'anonymous-only',
  'none',
] as const;
export type SourcingGrade = (typeof SOURCING_GRADES)[number];

/** Records behind something. */
export interface Witnessed {
  /** Witness-sources: copies of one mail in one custody are one, the caller's and the callee's carrier are two. */
  readonly custodians: number;
  /** Of how many sides: who handed the records over. */
  readonly sides: number;
}

/** The grade of what records and tellings show. */
export function gradeOf({ custodians, sides }: Witnessed, told: Origins): SourcingGrade {
  if (custodians > 0) return sides > 1 ? 'records-of-both-sides' : 'records-of-one-side';
  if (told.origins.length === 0) return 'none';
  if (told.anonymous) return 'anonymous-only';
  return told.origins.length > 1 ? 'independent-reports' : 'one-report';
}

/** The weakest of some grades; the weakest there is of none. */
export function weakest(grades: readonly SourcingGrade[]): SourcingGrade {
  const places = grades.map((grade) => SOURCING_GRADES.indexOf(grade));
  return places.length === 0 ? 'none' : SOURCING_GRADES[Math.max(...places)]!;
}

const WORDS: Readonly<{ [grade in SourcingGrade]: string }> = {
  'records-of-both-sides': 'records of both sides',
  'records-of-one-side': 'records of one side',
  'independent-reports': 'independent reports',
  'one-report': 'one report',
  'anonymous-only': 'anonymous only',
  none: 'no independent origin',
};

/** A grade in words. */
export function gradeText(grade: SourcingGrade): string {
  return WORDS[grade];
}

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** Origins in words: `2 independent origins (5 persons)`; circles are told. */
export function originsText({ origins, circles, persons }: Origins): string {
  const people = persons === null ? '' : ` (${counted(persons, 'person', 'persons')})`;
  const round = circles.map((circle) => `${circle.join(', ')} rely on each other alone, which is no origin`);
  return [`${counted(origins.length, 'independent origin', 'independent origins')}${people}`, ...round].join('; ');
}
