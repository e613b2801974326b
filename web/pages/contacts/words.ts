/** Words of the model in the order in which pages offer them. */
import type { ContactState } from '../../../src/model/state.ts';

/** States as filters have them; `none` is a contact that no duty and no rule concerns. */
export const CONTACT_STATES: readonly (ContactState | 'none')[] = [
  'undisclosed',
  'contested',
  'partial',
  'late',
  'consistent',
  'disclosed',
  'not-required',
  'undetermined',
  'none',
];
