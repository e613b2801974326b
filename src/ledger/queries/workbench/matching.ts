/** Which contacts were given which disclosures, and who competes with them. $numbers: one contact_no a line. */
import type { Query } from '../../ledger.ts';

const ASKED = 'asked as (select cast(unnest(string_split($numbers, chr(10))) as integer) as contact_no)';

/** Matches of the contacts by any duty or the headline rule. @returns contact, disclosure (ids), disclosure_no */
export const MATCHED: Query = {
  name: 'matched',
  sql: `with ${ASKED}
    select distinct k.id as contact, d.id as disclosure, d.disclosure_no
    from state s join asked using (contact_no) join contact k using (contact_no)
    join disclosure d on d.disclosure_no = s.disclosure_no order by d.disclosure_no, k.id`,
};

/** Other contacts of the components that these compete in. Parameters: numbers, most. @returns contact_no */
export const RIVALS: Query = {
  name: 'rivals',
  sql: `with ${ASKED},
      contested as (select distinct duty, component from state join asked using (contact_no) where component is not null)
    select distinct s.contact_no from state s join contested c using (duty, component)
    where s.contact_no not in (select contact_no from asked) order by 1 limit $most`,
};
