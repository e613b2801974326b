/** A judged claim in words, for whoever shows it. */
import type { Bounds } from '../../model/bounds.ts';
import type { Channel, Definition } from '../../model/definition.ts';
import type { Claim } from '../../statements/claim.ts';
import type { Judgement, Missing, Reached, Verdict } from '../../statements/verdict.ts';
import { claimText, missingText, verdictText, wholeText, whyText } from '../../statements/wording.ts';
import type { QuestionCoverage } from '../coverage.ts';
import { channelsText, coverageSentences } from '../views/coverage-words.ts';
import { reasonText } from '../views/definition.ts';
import { type AskedCount, askedCount } from '../views/question.ts';
import type { JudgedClaim, Timing } from './judged.ts';
import type { WeighedClaim } from './weigh.ts';

/** A claim with what the records say to it. */
export interface CheckedClaim {
  readonly claim: Claim;
  /** The claim in plain words, one line; `check` takes it again. */
  readonly text: string;
  readonly verdict: Verdict;
  /** The verdict holds in every reading of what a contact is; else by the case's definition alone. */
  readonly every: boolean;
  /** It rests on accounts that are active but not declared complete. */
  readonly ifComplete: boolean;
  /** Such as `contradicted`, `contradicted under the case's definition`, `consistent, if the export is complete`. */
  readonly verdictText: string;
  /** Why: one sentence with bounds, without its full stop. */
  readonly why: string;
  /** How many contacts fall into the claim by the case's definition. */
  readonly bounds: Bounds;
  /** In the reading that favours the speaker most, and least; null where the verdict does not turn on it. */
  readonly favourable: Bounds | null;
  readonly unfavourable: Bounds | null;
  /** contact_no of those that certainly count, the strongest first. */
  readonly contacts: readonly number[];
  /** How many of them lay before it was said; null where nobody said when. */
  readonly timing: Timing | null;
  /** Parts of the definition without which a contradiction would not stand. */
  readonly hangsOn: readonly (keyof Definition)[];
  readonly reached: Reached;
  /** Null where a side has no members. */
  readonly coverage: QuestionCoverage | null;
  /** How much of its scope is covered, sentences. */
  readonly coverageText: string;
  /** What the verdict lacks, one clause each; empty unless untested. */
  readonly missing: readonly string[];
  /** The question behind the lower bound: keepCount(open, counted) gives the id that explain opens. */
  readonly counted: AskedCount;
  /** Share of the scope that had to be covered, per mille. */
  readonly threshold: number;
}

/**
 * The channels that were looked at, where a claim denies any contact and the case holds no records of other channels. A
 * claim of many is borne out by what was found, wherever that stands.
 */
function testedBy({ reached, coverage }: WeighedClaim, { channels, quantity }: Claim): readonly Channel[] | null {
  if (channels !== null || quantity.kind === 'at-least' || coverage === null || coverage.unheld.length === 0)
    return null;
  const { unheld } = coverage;
  return reached.channels.flatMap(({ channel }) => (channel === null || unheld.includes(channel) ? [] : [channel]));
}

/** Why some contacts may count and do not certainly, where a claim is untested for that. */
function openText({ kind }: Missing, { count, own }: WeighedClaim): string {
  if (kind !== 'possible' && kind !== 'fewer') return '';
  const onTheDay = own.max - count.bounds.max;
  const reasons = [
    ...count.reasons.map(reasonText),
    ...(onTheDay > 0 ? [`${onTheDay} may be from after it was said, or from the hours before`] : []),
  ];
  return reasons.length === 0 ? '' : `: ${reasons.join(', ')}`;
}

/** How far the records reach, where a claim is borne out by what they do not show. */
function reachText({ verdict }: Judgement, { quantity }: Claim, { coverage }: WeighedClaim): string {
  if (verdict !== 'consistent' || quantity.kind === 'at-least' || coverage === null) return '';
  const { covered, known } = coverage.accounts;
  return `; covered: ${channelsText(coverage)} (${covered} of ${known} known accounts)`;
}

function coverageText({ reached, coverage }: WeighedClaim): string {
  const sentences = [wholeText(reached), ...(coverage === null ? [] : coverageSentences(coverage))];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** A judged claim with its words. @param zone IANA zone in which days are shown */
export function checkedClaim(judged: JudgedClaim, zone: string): CheckedClaim {
  const { claim, weighed, judgement, threshold } = judged;
  const { verdict, every, ifComplete } = judgement;
  const missing = judgement.missing.map((lack) => `${missingText(lack)}${openText(lack, weighed)}`);
  return {
    claim,
    text: claimText(claim, zone),
    verdict,
    every,
    ifComplete,
    verdictText: verdictText(judgement, testedBy(weighed, claim)),
    why: `${whyText(claim, weighed, missing, weighed.hangsOn)}${reachText(judgement, claim, weighed)}`,
    bounds: weighed.own,
    favourable: weighed.favourable,
    unfavourable: weighed.unfavourable,
    contacts: judged.contacts,
    timing: judged.timing,
    hangsOn: weighed.hangsOn,
    reached: weighed.reached,
    coverage: weighed.coverage,
    coverageText: coverageText(weighed),
    missing,
    counted: askedCount(weighed.question, null),
    threshold,
  };
}
