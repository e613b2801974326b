/** States of contacts (docs/glossary.md): what became of one account that somebody owed. */
import { CONTACT_STATES, type ContactState } from '../model/state.ts';
import { RANKS } from './graph.ts';

/** What is known about an account that may be owed. */
export interface Standing {
  /** Whether it had to be given: kind and day of the duty. */
  readonly required: 'no' | 'perhaps' | 'yes';
  /** The day on which it had to be given at the latest has passed, or there is none. */
  readonly due: boolean;
  /** The loaded disclosures would show it. */
  readonly reached: boolean;
  /** Place in RANKS of the disclosure that covers it; −1 none. */
  readonly rank: number;
  readonly contested: boolean;
  /** Somebody who certainly took part is named by no disclosure that fits. */
  readonly leftOut: boolean;
}

/**
 * The state of one account. What speaks against the discloser (undisclosed, contested, partial) is said only inside the
 * reach of the loaded disclosures and where the duty is certain; outside of it, a disclosure that fits still counts.
 */
export function contactState(s: Standing): ContactState {
  if (s.required === 'no') return 'not-required';
  const known = s.reached && s.required === 'yes';
  if (s.rank === -1 || s.contested) {
    if (!s.due) return 'not-required';
    if (!known) return 'undetermined';
    return s.contested ? 'contested' : 'undisclosed';
  }
  if (s.leftOut && known) return 'partial';
  if (RANKS[s.rank] === 'late') return 'late';
  return RANKS[s.rank] === 'coarse' ? 'consistent' : 'disclosed';
}

/** From what weighs most to what weighs least in a headline. */
const WEIGHT: readonly ContactState[] = [
  'undisclosed',
  'contested',
  'partial',
  'undetermined',
  'late',
  'consistent',
  'disclosed',
  'not-required',
];

/** How much a state weighs in a headline, 0 most. @param state place in CONTACT_STATES */
export function headlineWeight(state: number): number {
  return WEIGHT.indexOf(CONTACT_STATES[state]!);
}
