/** States, by shape first: they can be told apart in black and white, and heard. */
import type { VNode } from 'preact';
import type { ContactState, DisclosureState } from '../../src/model/state.ts';

export type AnyState = ContactState | DisclosureState | 'none';

interface Look {
  readonly word: string;
  /** One sentence for those who stop at it. */
  readonly says: string;
  /** Path inside a box of 12 by 12: what is filled, and what is only drawn. */
  readonly fill?: string;
  readonly line?: string;
  readonly dashed?: boolean;
}

const RING = 'M6 1.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6z';

const LOOKS: Readonly<Record<AnyState, Look>> = {
  undisclosed: {
    word: 'undisclosed',
    says: 'No matching disclosure among those loaded.',
    fill: 'M1.2 1.2h9.6v9.6H1.2z',
  },
  contested: {
    word: 'contested',
    says: 'Several contacts share fewer disclosures; which of them is not covered is not determined.',
    fill: 'M1.2 10.8V1.2h9.6z',
    line: 'M1.2 1.2h9.6v9.6H1.2z',
  },
  partial: {
    word: 'partial',
    says: 'A disclosure covers it, but leaves somebody or something out.',
    fill: 'M6 1.2a4.8 4.8 0 0 0 0 9.6z',
    line: RING,
  },
  late: { word: 'late', says: 'Disclosed after its deadline.', line: `${RING}M6 3.4V6l2 1.4` },
  consistent: {
    word: 'consistent',
    says: 'A coarse disclosure fits it.',
    fill: 'M6 3.9a2.1 2.1 0 1 0 0 4.2a2.1 2.1 0 1 0 0-4.2z',
    line: RING,
  },
  disclosed: { word: 'disclosed', says: 'A disclosure names it.', line: `${RING}M3.6 6.2l1.7 1.7 3.2-3.6` },
  'not-required': { word: 'not required', says: 'No duty asks to disclose it.', line: 'M2 6h8' },
  undetermined: {
    word: 'undetermined',
    says: 'Outside of what the loaded disclosures reach.',
    line: RING,
    dashed: true,
  },
  recorded: { word: 'recorded', says: 'The records show what it tells.', line: `${RING}M3.6 6.2l1.7 1.7 3.2-3.6` },
  unrecorded: {
    word: 'not recorded',
    says: 'The records reach there and do not show it.',
    fill: 'M6 .8l5.2 5.2L6 11.2.8 6z',
  },
  untestable: { word: 'untestable', says: 'The records do not reach there.', line: RING, dashed: true },
  none: { word: 'no duty', says: 'No duty and no rule concerns it.', line: 'M4 6h4' },
};

/** The mark of a state alone, 12 pixels wide; its word has to stand nearby. */
export function StateMark({ state }: { readonly state: AnyState }): VNode {
  const { fill, line, dashed } = LOOKS[state];
  return (
    <svg class="state-mark" viewBox="0 0 12 12" aria-hidden="true">
      {line !== undefined && <path class={dashed === true ? 'line dashed' : 'line'} d={line} />}
      {fill !== undefined && <path class="fill" d={fill} />}
    </svg>
  );
}

/** Mark and word of a state; null is a contact that no duty concerns. */
export function State({ state }: { readonly state: AnyState | null }): VNode {
  const known = state ?? 'none';
  return (
    <span class={`state state-${known}`} title={LOOKS[known].says}>
      <StateMark state={known} />
      {LOOKS[known].word}
    </span>
  );
}

/** The word of a state for sentences and options. */
export function stateWord(state: AnyState): string {
  return LOOKS[state].word;
}
