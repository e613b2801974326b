/** What passages hold against themselves. */
import type { Query } from '../../ledger.ts';

/** Caveats of the reports that witness the contacts of $numbers (one a line). @returns caveats: a JSON list; each once */
export const CONTACT_CAVEATS: Query = {
  name: 'contact-caveats',
  sql: `with asked as (select cast(unnest(string_split($numbers, chr(10))) as integer) as contact_no),
      witness as (
        select g.record_no from grouped g join asked using (contact_no)
        union
        select contact_no from asked)
    select distinct json_extract_string(r.extras, '$.caveats') as caveats
    from record r join witness w using (record_no)
    where json_extract_string(r.extras, '$.caveats') is not null order by 1`,
};
