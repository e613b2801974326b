/** Where the records of reports.yaml begin, and its rows in the order of their numbers. */
import type { Query } from '../../ledger.ts';

/** How many rows there are: what the numbers of further ones begin with. */
export const NEXT_NUMBERS: Query = {
  name: 'next-numbers',
  sql: `select (select count(*) from source)::integer as source, (select coalesce(max(record_no) + 1, 0) from record)::integer as record,
    (select count(*) from address)::integer as address`,
};

/** Unnamed members of groups belong to these: from $lines, JSON, one [group, key of the party] a line. */
export const UNNAMED_MEMBERS: Query = {
  name: 'unnamed-members',
  sql: `insert into membership
    select (l.line ->> 0), p.party_no, null, null
    from (select nullif(line, '')::json as line from (select unnest(string_split($lines, chr(10))) as line)) l
    join party p on p.key = (l.line ->> 1) where l.line is not null order by 1, 2`,
};

/** Passages that tell of contacts, as they were taken in. @returns record_no, extras */
export const REPORT_RECORDS: Query = {
  name: 'report-records',
  sql: `select r.record_no, r.extras, coalesce(g.contact_no, r.record_no) as contact_no
    from record r join source s using (source_no) left join grouped g using (record_no)
    where s.format = 'reports' order by 1`,
};
