/** Contacts of a question that is asked on the spot, from the links that `candidate` holds. */
import type { Definition } from '../../../model/definition.ts';
import type { Query } from '../../ledger.ts';
import { contactStatus, linkCounts } from '../contacts/definition.ts';

/** Makes the table counted: contacts that may count; certain: whatever is uncertain about them. */
export function askedContacts(definition: Definition): Query {
  return {
    name: 'asked-contacts',
    sql: `create or replace temp table counted as
      select c.contact_no, cast(bool_or(${contactStatus('c', definition)} = 2 and c.grade = 0 and c.member and c.inside) as utinyint) as certain
      from candidate c
      where ${contactStatus('c', definition)} > 0 and ${linkCounts('c', definition)}
      group by c.contact_no`,
  };
}
