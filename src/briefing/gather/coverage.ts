/** In how much covered time a question is answered, in sentences and as strips of days. */
import { exposure, questionCoverage } from '../../case/coverage.ts';
import type { OpenCase } from '../../case/open.ts';
import { withList } from '../../case/views/count.ts';
import { coverageSentences } from '../../case/views/coverage-words.ts';
import type { AskedCount } from '../../case/views/question.ts';
import { type DayRange, dayText, joined, without } from '../../coverage/day-ranges.ts';
import type { TimelineCoverage } from '../figures.ts';

/** Spans of days that one strip draws. */
const SPANS = 400;

/** How far the loaded records and disclosures reach into a question, one sentence each. */
export function coverageLines(open: OpenCase, asked: AskedCount): Promise<string[]> {
  return withList(open, asked, async () => [...coverageSentences(await questionCoverage(open, asked.question))]);
}

type Span = TimelineCoverage['spans'][number];

function spansOf(days: readonly DayRange[], level: Span['level']): Span[] {
  return days.slice(0, SPANS).map(({ from, to }) => ({ first: dayText(from), last: dayText(to), level }));
}

/** Days that the records of a question cover, by channel. */
export function coverageStrips(open: OpenCase, asked: AskedCount): Promise<TimelineCoverage[]> {
  return withList(open, asked, async () => {
    const { channels } = await exposure(open, asked.question);
    return channels.map(({ channel, days, whole }): TimelineCoverage => {
      const all = joined(whole);
      const spans = [...spansOf(all, 'whole'), ...spansOf(without(days, all), 'part')];
      return { channel, spans: spans.sort((a, b) => (a.first < b.first ? -1 : 1)) };
    });
  });
}
