/** How far the records reach into a sentence's scope, in words. */
import type { Bounds } from '../../model/bounds.ts';
import type { ToldHere } from '../../statements/sentence.ts';
import type { QuestionCoverage } from '../coverage.ts';
import { channelsText } from '../views/coverage-words.ts';

/** One line: the share of the scope by channel, and of how many known accounts. */
export function coverageText(coverage: QuestionCoverage): string {
  const { share, accounts, unheld } = coverage;
  if (share === null) return 'no account of its parties is known';
  const none = unheld.length === 0 ? '' : `; no records of ${unheld.join(', ')} are loaded`;
  return `${channelsText(coverage)} covered; ${accounts.covered} of ${accounts.known} known accounts${none}`;
}

/** What a told number lacks to be more than untested. */
export function shortOf(told: ToldHere, records: Bounds, coverage: QuestionCoverage): string[] {
  const reach = coverageText(coverage);
  if (records.max < told.min) return [`the records show fewer, and are not declared complete: ${reach}`];
  if (records.min < told.min) return [`only ${records.min} are certain`];
  return told.max !== null && records.max > told.max
    ? [`up to ${records.max} may count, which is not settled`]
    : [`more may be missing from the records: ${reach}`];
}
