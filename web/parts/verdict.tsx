/** Verdicts of statements and of sentences of a story, by shape first. */
import type { VNode } from 'preact';
import type { SentenceVerdict } from '../../src/statements/sentence.ts';
import type { Verdict as ClaimVerdict } from '../../src/statements/verdict.ts';

interface Look {
  readonly css: string;
  readonly sign: string;
  /** Where it is another than the name. */
  readonly word?: string;
}

const LOOKS: Readonly<Record<SentenceVerdict | ClaimVerdict, Look>> = {
  contradicted: { css: 'firm', sign: '≠' },
  exceeded: { css: 'firm', sign: '>' },
  supported: { css: 'line', sign: '=' },
  consistent: { css: 'line', sign: '=' },
  'at-odds': { css: 'line', sign: '≠', word: 'at odds' },
  untested: { css: 'dashed', sign: '?' },
  'not for records to say': { css: 'none', sign: '–' },
};

/** A verdict's word in a frame that tells it apart without colour. */
export function Verdict({
  verdict,
  text,
}: {
  readonly verdict: SentenceVerdict | ClaimVerdict;
  readonly text?: string;
}): VNode {
  const { css, sign, word } = LOOKS[verdict];
  return (
    <span class={`verdict ${css}`}>
      <span aria-hidden="true">{sign} </span>
      {text ?? word ?? verdict}
    </span>
  );
}
