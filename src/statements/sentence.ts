/** The verdict on one sentence of a story, from what the records say to what it is coded as. */
import type { Bounds } from '../model/bounds.ts';
import type { Verdict } from './verdict.ts';

export const SENTENCE_VERDICTS = [
  'supported',
  'contradicted',
  'exceeded',
  'untested',
  'not for records to say',
] as const;
export type SentenceVerdict = (typeof SENTENCE_VERDICTS)[number];

/** How many contacts a sentence tells of; max null: no upper end is told. */
export interface ToldHere {
  readonly min: number;
  readonly max: number | null;
}

/**
 * A told number beside the records of the same window.
 * supported: the records show it whatever is uncertain in them. exceeded: they certainly show more than was told.
 * contradicted: they certainly show fewer, and are declared to be whole. All else is untested: prose says that there were
 * contacts, and that records lack them proves nothing while they may lack them.
 * @param told what the sentence says
 * @param records how many the records show
 * @param isCovered the window is covered, so that what the records do not show is not there
 * @param isComplete it is covered by sources that are declared complete
 */
export function numberVerdict(
  told: ToldHere,
  records: Bounds,
  isCovered: boolean,
  isComplete: boolean,
): SentenceVerdict {
  if (told.max !== null && records.min > told.max) return 'exceeded';
  if (records.max < told.min) return isComplete ? 'contradicted' : 'untested';
  if (records.min < told.min) return 'untested';
  return told.max === null || (records.max <= told.max && isCovered) ? 'supported' : 'untested';
}

/**
 * What a claim's verdict means for the sentence that repeats the claim. One that is at odds with the records but hedged
 * by what its speaker knew is untested: no record says what somebody knew.
 */
export function claimVerdict(verdict: Verdict): SentenceVerdict {
  if (verdict === 'contradicted') return 'contradicted';
  return verdict === 'consistent' ? 'supported' : 'untested';
}

/** A tested change of rate. */
export interface TestedRate {
  /** False where the exposure, or how contacts were picked, is unknown. */
  readonly isTestable: boolean;
  /** After over before; null where there was none before. */
  readonly ratio: number | null;
  /** By more than chance and rhythm explain. */
  readonly changed: boolean;
}

/** A sentence that says contact became more (or less) frequent. */
export function rateVerdict(direction: 'up' | 'down', { isTestable, ratio, changed }: TestedRate): SentenceVerdict {
  if (!isTestable || !changed) return 'untested';
  const isUp = ratio === null || ratio > 1;
  return isUp === (direction === 'up') ? 'supported' : 'contradicted';
}
