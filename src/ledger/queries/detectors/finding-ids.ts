/** From ids that findings name to the numbers of this build. */
import type { Query } from '../../ledger.ts';
import { tableOfLines } from '../reconcile/lines.ts';
import { recordIdSql } from '../record-id.ts';

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

/** A file that was taken in twice gives one id to two records; the first counts. */
export const RECORDS_BY_ID: Query = {
  name: 'records-by-id',
  sql: `select id, min(record_no) as no
    from (select r.record_no, ${recordIdSql('r', 's')} as id from record r join source s using (source_no))
    where id in (select id from named_id) group by id order by no`,
};
