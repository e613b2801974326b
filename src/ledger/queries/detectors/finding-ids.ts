/** From ids that findings name to the numbers of this build. */
import type { Query } from '../../ledger.ts';
import { tableOfLines } from '../reconcile/lines.ts';

/** Ids that findings name. From $lines. */
export const NAMED_IDS: Query = { name: 'named-ids', sql: tableOfLines('named_id', { id: 'ubigint' }) };

export const CONTACTS_BY_ID: Query = {
  name: 'contacts-by-id',
  sql: 'select id, contact_no as no from contact where id in (select id from named_id) order by contact_no',
};

export const DISCLOSURES_BY_ID: Query = {
  name: 'disclosures-by-id',
  sql: 'select id, disclosure_no as no from disclosure where id in (select id from named_id) order by disclosure_no',
};
