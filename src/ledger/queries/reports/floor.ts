/** What is only told, below the evidence floor of the case's definition: nothing that the case asks is about it. */
export const BELOW_FLOOR = 'select contact_no from told_contact where not counts';
