/** What the records say to one sentence. */
import type { Bounds } from '../../model/bounds.ts';
import type { SentenceVerdict } from '../../statements/sentence.ts';

/** What the records say to a sentence of a story. */
export interface Answer {
  readonly verdict: SentenceVerdict;
  /** How many contacts the records show; null where nothing is counted. */
  readonly bounds: Bounds | null;
  /** What the records say, one line without a full stop. */
  readonly words: string;
  /** More of it, such as what was said and when, one line each. */
  readonly besides: readonly string[];
  /** What it lacks; empty unless untested. */
  readonly missing: readonly string[];
  /** Share of the sentence's scope that the records cover, in words; null where nothing is counted. */
  readonly coverage: string | null;
  /** What the passages that tell it hold against themselves. */
  readonly caveats: readonly string[];
  /** Id that `explain` opens (n:, c:, f:), or that `cite` shows (r:); null where there is none. */
  readonly opens: string | null;
}

/** An answer, of which most sentences need a few parts only. */
export function answer(given: Pick<Answer, 'verdict' | 'words'> & Partial<Answer>): Answer {
  return {
    bounds: null,
    besides: [],
    missing: [],
    coverage: null,
    caveats: [],
    opens: null,
    ...given,
  };
}
