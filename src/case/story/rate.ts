/** Sentences that say contact became more or less frequent. */

import { dayNumber } from '../../coverage/day-ranges.ts';
import { rateVerdict } from '../../statements/sentence.ts';
import { parseDay, type StoryRate } from '../files/index.ts';
import { resolveDay, resolvePeriod } from '../files/windows.ts';
import type { OpenCase } from '../open.ts';
import { rateAround } from '../rate.ts';
import { keepCount } from '../views/kept-counts.ts';
import { type Answer, answer } from './answer.ts';
import { daysQuestion } from './question.ts';

/** Days from one to another, both counted; null where one is open. */
function length(from: string | null, to: string | null): number | null {
  const [first, last] = [from === null ? null : parseDay(from), to === null ? null : parseDay(to)];
  if (first === null || last === null) return null;
  return dayNumber(last.last) - dayNumber(first.first) + 1;
}

/** The answer: what the test around the event finds. */
export async function rateAnswer(open: OpenCase, rate: StoryRate): Promise<Answer> {
  const { files } = open;
  const before = resolvePeriod(files, rate.before);
  const after = resolvePeriod(files, rate.after);
  const asked = daysQuestion(open, rate, { from: before.from, to: after.to });
  const event = resolveDay(files, rate.around);
  const days = {
    before: length(before.from, event?.first ?? null),
    after: length(event?.last ?? null, after.to),
  };
  const view = await rateAround(open, {
    question: asked.question,
    around: rate.around,
    ...(days.before === null ? {} : { before: days.before }),
    ...(days.after === null ? {} : { after: days.after }),
  });
  const isTestable = view.testable === true;
  const verdict = rateVerdict(rate.direction, { isTestable, ratio: view.ratio, changed: view.changed });
  const chance = 'the difference is no larger than chance and the usual rhythm make it';
  return answer({
    verdict,
    words: view.text,
    missing: verdict !== 'untested' ? [] : [view.testable === true ? chance : view.testable],
    coverage: view.coverage,
    opens: keepCount(open, asked),
  });
}
