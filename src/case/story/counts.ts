/** Sentences that tell of how many contacts there were. */
import { type Bounds, boundsText } from '../../model/bounds.ts';
import type { SentenceVerdict } from '../../statements/sentence.ts';
import { numberVerdict } from '../../statements/sentence.ts';
import { THRESHOLD } from '../claims/judged.ts';
import { type QuestionCoverage, questionCoverage } from '../coverage.ts';
import type { StoryCount } from '../files/schema/sentence.ts';
import type { OpenCase } from '../open.ts';
import { type ToldComparison, type ToldCountView, type ToldVerdict, toldCounts } from '../told.ts';
import { type CountView, countView, withList } from '../views/count.ts';
import { keepCount, keptCount } from '../views/kept-counts.ts';
import type { AskedCount } from '../views/question.ts';
import { type Answer, answer } from './answer.ts';
import { coverageText, shortOf } from './coverage.ts';
import { scopeQuestion } from './question.ts';

const FROM_TOLD: Readonly<{ [verdict in ToldVerdict]: SentenceVerdict }> = {
  supported: 'supported',
  compatible: 'untested',
  exceeded: 'exceeded',
  short: 'contradicted',
  untestable: 'untested',
};

/** `at least 18, at most 22`, `6`, `none`. */
export function atLeastText({ min, max }: Bounds): string {
  if (max === 0) return 'none';
  return min === max ? String(min) : `at least ${min}, at most ${max}`;
}

/** Coverage of what a told count was compared in; null where the comparison was not kept. */
async function coverageOf(open: OpenCase, { count }: ToldComparison): Promise<QuestionCoverage | null> {
  if (count === null) return null;
  const asked = keptCount(open, count);
  return withList(open, asked, () => questionCoverage(open, asked.question));
}

/** A told number that has an upper end is borne out only by records that would show more: where they do not reach, more may be. */
async function comparisonAnswer(open: OpenCase, told: ToldComparison, count: ToldCountView): Promise<Answer> {
  const isOpen = told.verdict === 'supported' && told.told.max !== null;
  const reach = isOpen ? await coverageOf(open, told) : null;
  const verdict = isOpen && (reach === null || !isCovered(reach)) ? 'untested' : FROM_TOLD[told.verdict];
  const missing = isOpen ? 'more may be missing from the records' : told.text;
  return answer({
    verdict,
    words: atLeastText(told.recorded),
    bounds: told.recorded,
    besides: verdict === 'untested' ? [] : [told.text],
    missing: verdict === 'untested' ? [missing] : [],
    coverage: `${told.coverage} covered`,
    caveats: count.caveats,
    opens: told.count,
  });
}

/** The answer to a sentence that is a told count of reports.yaml, or a part of one. @param part from 1 */
export async function toldCountAnswer(open: OpenCase, id: string, part: number | null): Promise<Answer> {
  const count = (await toldCounts(open)).find((view) => view.id === id);
  const told = part === null ? count?.whole : count?.parts[part - 1];
  if (count === undefined || told === undefined)
    return answer({ verdict: 'untested', words: 'nothing is coded of it', missing: ['build the case again'] });
  return comparisonAnswer(open, told, count);
}

/** A count with what its scope is covered by. */
export interface HeldCount {
  readonly view: CountView;
  readonly coverage: QuestionCoverage;
  readonly opens: string | null;
}

/** Counts the contacts of a question, and keeps it so that explain can open it. */
export async function heldCount(open: OpenCase, asked: AskedCount): Promise<HeldCount> {
  const view = await countView(open, asked, false);
  const coverage = await withList(open, asked, () => questionCoverage(open, asked.question));
  return { view, coverage, opens: keepCount(open, asked) };
}

/** Whether nothing of a scope that matters is left out of the records. */
export const isCovered = ({ share, unheld }: QuestionCoverage): boolean =>
  share !== null && unheld.length === 0 && share.covered >= THRESHOLD;
export const isComplete = ({ share, unheld }: QuestionCoverage): boolean =>
  share !== null && unheld.length === 0 && share.declared >= THRESHOLD;

/** The answer to a sentence that tells a number itself. */
export async function countAnswer(open: OpenCase, count: StoryCount): Promise<Answer> {
  const { view, coverage, opens } = await heldCount(open, scopeQuestion(open, count));
  const bounds = count.undisclosed ? view.undisclosed?.bounds : view.contacts;
  if (bounds === undefined)
    return answer({
      verdict: 'untested',
      words: `${boundsText(view.contacts)}, of which nothing loaded says how many were disclosed`,
      bounds: view.contacts,
      missing: ['no loaded disclosure is declared to reach anybody'],
      coverage: coverageText(coverage),
      opens,
    });
  const verdict = numberVerdict(count.told, bounds, isCovered(coverage), isComplete(coverage));
  return answer({
    verdict,
    words: atLeastText(bounds),
    bounds,
    missing: verdict === 'untested' ? shortOf(count.told, bounds, coverage) : [],
    coverage: coverageText(coverage),
    opens,
  });
}
