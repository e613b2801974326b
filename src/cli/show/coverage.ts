/** How far records and disclosures reach, under counts and for machines. */
import type { RecordShares } from '../../case/coverage/shapes.ts';
import type { QuestionCoverage } from '../../case/coverage.ts';
import { coverageSentences, disclosureSentences } from '../../case/views/coverage-words.ts';
import { type DayRange, dayText } from '../../coverage/day-ranges.ts';
import type { Line } from '../frame/line.ts';
import type { Json } from '../frame/output.ts';

const rangesJson = (ranges: readonly DayRange[]): Json => ranges.map(({ from, to }) => [dayText(from), dayText(to)]);

/** Shares of records: per mille, rounded down; days as [first, last]. */
export function sharesJson({ share, accounts, channels, gaps }: RecordShares): { readonly [key: string]: Json } {
  return {
    share: share === null ? null : { ...share },
    accounts,
    channels: channels.map((of) => ({
      channel: of.channel,
      ...of.share,
      accounts: of.accounts,
      gaps: rangesJson(of.gaps),
    })),
    gaps: rangesJson(gaps),
  };
}

/** The same with what disclosures reach. */
export function coverageJson(coverage: QuestionCoverage): Json {
  const { window, unheld, limits, declaredBy, disclosures } = coverage;
  return {
    window: window === null ? null : [dayText(window.from), dayText(window.to)],
    ...sharesJson(coverage),
    unheld,
    limits,
    declaredBy,
    disclosures: disclosures.map((of) => ({
      audience: of.audience,
      disclosers: of.disclosers,
      share: of.share,
      parties: of.parties,
      gaps: rangesJson(of.gaps),
    })),
  };
}

/** Lines under a count. */
export function coverageLines(coverage: QuestionCoverage): Line[] {
  return [...coverageSentences(coverage), ...disclosureSentences(coverage)].map((sentence) => `  ${sentence}`);
}
