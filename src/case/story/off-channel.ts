/** Sentences that say contacts went around the official channel: those of a question that the detector found. */
import type { Bounds } from '../../model/bounds.ts';
import { numberVerdict } from '../../statements/sentence.ts';
import type { OffChannelWay, StoryOffChannel } from '../files/index.ts';
import type { OpenCase } from '../open.ts';
import { countedContacts } from '../views/count.ts';
import { type FindingView, findingViews } from '../views/findings.ts';
import { type Answer, answer } from './answer.ts';
import { atLeastText, heldCount, isComplete, isCovered } from './counts.ts';
import { coverageText, shortOf } from './coverage.ts';
import { scopeQuestion } from './question.ts';

const DETECTOR = 'off-channel';
/** The first word of a finding's subject, and the way in words. */
const WAYS: Readonly<{ [way in OffChannelWay]: readonly [subject: string, words: string] }> = {
  'private-account': ['address', 'by a private account'],
  'private-number': ['number', 'by a private number'],
  'blind-copy': ['blind', 'with a blind copy to an own address'],
  'not-in-calendar': ['calendar', 'held, and not in the official calendar'],
};
/** More findings of one detector are not looked at. */
const MOST = 100_000;

const shared = (finding: FindingView, numbers: ReadonlySet<number>): number =>
  finding.contacts.filter((contact) => numbers.has(contact)).length;

function isMeant({ subject }: FindingView, ways: readonly OffChannelWay[]): boolean {
  return ways.length === 0 || ways.some((way) => subject.split(' | ')[0] === WAYS[way][0]);
}

/** The answer: how many contacts of the question are in findings of the detector that nobody dismissed. */
export async function offChannelAnswer(open: OpenCase, sentence: StoryOffChannel): Promise<Answer> {
  const asked = scopeQuestion(open, sentence);
  const { view, coverage } = await heldCount(open, asked);
  const may = new Set((await countedContacts(open, asked)).numbers);
  const findings = (await findingViews(open, DETECTOR, MOST)).filter(
    (finding) => finding.status !== 'dismissed' && isMeant(finding, sentence.ways) && shared(finding, may) > 0,
  );
  const found = new Set(findings.flatMap(({ contacts }) => contacts));
  const bounds: Bounds = {
    min: view.listed.filter((contact) => found.has(contact)).length,
    max: [...may].filter((contact) => found.has(contact)).length,
  };
  const [heaviest] = [...findings].sort((a, b) => shared(b, may) - shared(a, may) || (a.id < b.id ? -1 : 1));
  const verdict = numberVerdict(sentence.told, bounds, isCovered(coverage), isComplete(coverage));
  return answer({
    verdict: verdict === 'contradicted' ? 'untested' : verdict,
    words: `${atLeastText(bounds)} ${sentence.ways.length === 0 ? 'around the official channel' : sentence.ways.map((way) => WAYS[way][1]).join(', or ')}`,
    bounds,
    besides: findings.map(({ shortId, text }) => `${shortId}  ${text}`),
    missing: verdict === 'untested' || verdict === 'contradicted' ? shortOf(sentence.told, bounds, coverage) : [],
    coverage: coverageText(coverage),
    opens: heaviest?.shortId ?? null,
  });
}
