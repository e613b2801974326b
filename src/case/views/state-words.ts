/** What each state of a contact says. */
import type { ContactState } from '../../model/state.ts';

export const STATE_MEANING: Readonly<{ [state in ContactState]: string }> = {
  undisclosed: 'no matching disclosure among those loaded',
  contested: 'competes with others for fewer disclosures; which of them is covered is not determined',
  partial: 'a disclosure fits, but leaves out somebody who certainly took part or something that was told',
  late: 'a disclosure fits that was given after the deadline',
  consistent: 'a coarse disclosure fits',
  disclosed: 'a disclosure fits it exactly',
  'not-required': 'no duty falls on it',
  undetermined: 'outside of what the loaded disclosures reach',
};
