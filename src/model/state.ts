/** States of a contact for one duty-holder and audience as of a day (design, 4.4); numbers are places, so append only. */
export const CONTACT_STATES = [
  'undisclosed',
  'contested',
  'partial',
  'late',
  'consistent',
  'disclosed',
  'not-required',
  'undetermined',
] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

/** States of a disclosure: whether the records show what it tells. */
export const DISCLOSURE_STATES = ['recorded', 'unrecorded', 'untestable'] as const;
export type DisclosureState = (typeof DISCLOSURE_STATES)[number];
