/** States of all contacts that no disclosure fits, at once. */
import { CONTACT_STATES, type ContactState } from '../../../model/state.ts';
import type { Query } from '../../ledger.ts';

const at = (state: ContactState): number => CONTACT_STATES.indexOf(state);

/** The rules of contactState where nothing fits; a test holds the two against each other. */
const STATE = `case
  when due.required = 0 or due.deadline > $as_of then ${at('not-required')}
  when due.required = 2 and due.reached then ${at('undisclosed')}
  else ${at('undetermined')} end`;

/** States for each duty. */
export const STATE_REST: Query = {
  name: 'state-rest',
  sql: `insert into state
    select contact_no, d.id, holder, d.audience, ${STATE}, null, 0, null, deadline
    from due join duty d using (duty_no)
    where d.duty_no > 0 and holder is not null and contact_no not in (select contact_no from fitting)`,
};

/**
 * Headline states: every duty-holder, public; where no such duty falls on a contact, public and by anybody.
 * Of several accounts the worst: one that is undisclosed, then one that is undetermined. As one number, the smallest
 * wins: 0 to 2 under a public duty, 3 and 4 where there is none.
 */
export const HEADLINE_REST: Query = {
  name: 'headline-rest',
  sql: `insert into state
    with judged as (
      select contact_no, min(case
          when not public_duty or required = 0 then case when reached_public and inside then 3 else 4 end
          when due.deadline > $as_of then 2
          when required = 2 and reached then 0
          else 1 end) as worst
      from due
      where contact_no not in (select contact_no from fitting)
      group by contact_no)
    select contact_no, '', null, 'public',
      case when worst in (0, 3) then ${at('undisclosed')} when worst = 2 then ${at('not-required')}
        else ${at('undetermined')} end,
      null, 0, null, null
    from judged`,
};

/** Gives back the memory of the temporary tables. */
export const CLEAR: Query = {
  name: 'clear-reconcile',
  sql: [
    'duty',
    'side',
    'reach',
    'deadline',
    'due_link',
    'lone',
    'due',
    'pair',
    'fit_link',
    'fit',
    'fitting',
    'unfit_party',
    'pair_owed',
    'pair_fit',
    'pair_kept',
    'named_id',
    'via',
    'official',
  ]
    .map((table) => `drop table if exists temp."${table}"`)
    .join('; '),
};
