/** Sentences that tell what somebody said, or that claim something themselves. */
import { claimVerdict } from '../../statements/sentence.ts';
import { checkClaim } from '../check.ts';
import type { CheckedClaim } from '../claims/checked.ts';
import type { ClaimEntry } from '../files/index.ts';
import type { OpenCase } from '../open.ts';
import { keepCount } from '../views/kept-counts.ts';
import { type StatementView, statementViews } from '../views/statements.ts';
import { type Answer, answer } from './answer.ts';

/** How many of the contacts existed when it was said. */
function timingText({ timing }: Pick<StatementView | CheckedClaim, 'timing'>): string {
  if (timing === null || timing.before + timing.sameDay + timing.after === 0) return '';
  const { before, sameDay, after } = timing;
  if (sameDay === 0 && after === 0) return ', all before it was said';
  const parts = [
    `${before} before it was said`,
    sameDay === 0 ? '' : `${sameDay} on that day`,
    after === 0 ? '' : `${after} after`,
  ];
  return `: ${parts.filter((part) => part !== '').join(', ')}`;
}

function wordsOf(view: StatementView | CheckedClaim): string {
  const isAgainst = view.verdict === 'contradicted' || view.verdict === 'at-odds';
  const reserve = view.verdict !== 'untested' && !view.every ? " (under the case's definition)" : '';
  return `${view.why}${isAgainst ? timingText(view) : ''}${reserve}`;
}

const HEDGED = 'it is hedged by what the speaker knew, which no record says';

function missingOf({ verdict, missing }: Pick<StatementView, 'verdict' | 'missing'>): readonly string[] {
  return verdict === 'at-odds' ? [HEDGED] : missing;
}

/** The weakest verdict of several claims stands for the statement: contradicted before untested before supported. */
const ORDER = ['contradicted', 'at-odds', 'untested', 'consistent'];

const PARTY = 'it is hedged, but its speaker took part in one of these contacts';

/** Whether a claim of the statement is hedged. */
function isHedged({ files }: OpenCase, id: string): boolean {
  return files.statements.statements.some(
    (entry) => entry.id === id && entry.claims.some((c) => c.hedge !== undefined),
  );
}

/** The answer to a sentence that tells of a statement of statements.yaml: what the records say to its claims. */
export async function statementAnswer(open: OpenCase, id: string): Promise<Answer> {
  const claims = (await statementViews(open)).filter(({ statement }) => statement === id);
  const [first, ...rest] = [...claims].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  if (first === undefined)
    return answer({
      verdict: 'untested',
      words: 'nothing is known of that statement',
      missing: ['build the case again'],
    });
  const said = `${first.speaker} said it on ${first.said}${first.where === null ? '' : `: ${first.where.place}`}`;
  return answer({
    verdict: claimVerdict(first.verdict),
    words: wordsOf(first),
    bounds: first.bounds,
    besides: [
      said,
      ...(first.verdict === 'contradicted' && isHedged(open, id) ? [PARTY] : []),
      `coded as: ${first.claim}: ${first.verdictText}`,
      ...rest.map((c) => `coded as: ${c.claim}: ${c.verdictText}, ${c.why}`),
    ],
    missing: missingOf(first),
    coverage: first.coverage,
    caveats: first.note === null ? [] : [first.note],
    opens: keepCount(open, first.counted),
  });
}

/** The answer to a sentence that claims something itself. @param published day of the story; null: as of the case */
export async function claimAnswer(open: OpenCase, claim: ClaimEntry, published: string | null): Promise<Answer> {
  const checked = await checkClaim(open, { claim, speaker: null, said: published });
  return answer({
    verdict: claimVerdict(checked.verdict),
    words: wordsOf(checked),
    bounds: checked.bounds,
    besides: [`coded as: ${checked.text}: ${checked.verdictText}`],
    missing: missingOf(checked),
    coverage: checked.coverageText,
    opens: keepCount(open, checked.counted),
  });
}
