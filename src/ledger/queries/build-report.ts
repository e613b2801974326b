/** What a build tells of its sources. */
import { RECORD_KINDS } from '../../model/record.ts';
import type { Query } from '../ledger.ts';

const MESSAGE = RECORD_KINDS.indexOf('message');

/** Of each entry of case.yaml: files, records, items that were read, and which kinds they are (bits). */
export const ENTRY_RECORDS: Query = {
  name: 'entry-records',
  sql: `with of_source as (
      select source_no, count(*) as records, count(*) filter (part = 0) as whole, bit_or(1 << kind) as kinds,
        count(distinct case when part > 0 and kind <> ${MESSAGE} then byte_offset end) as repeated
      from record group by source_no)
    select s.entry_no, count(*) as files, coalesce(sum(r.records), 0)::bigint as records,
      coalesce(sum(r.whole + r.repeated), 0)::bigint as read, coalesce(bit_or(r.kinds), 0)::integer as kinds
    from source_entry s left join of_source r using (source_no) group by 1 order by 1`,
};

/** Of each entry: problems by severity, counted by the items that they are about. */
export const ENTRY_PROBLEMS: Query = {
  name: 'entry-problems',
  sql: `select s.entry_no, p.severity, count(*) as problems, count(distinct (p.source_no, p.byte_offset, p.row_no)) as items
    from problem p join source_entry s using (source_no) group by all order by all`,
};

/** Of each entry: the gravest problem, of equals the first. */
export const ENTRY_FIRST_PROBLEM: Query = {
  name: 'entry-first-problem',
  sql: `select s.entry_no, p.message, p.byte_offset, p.byte_length, p.row_no, p.severity, o.member
    from problem p join source_entry s using (source_no) join source o using (source_no)
    qualify row_number() over (partition by s.entry_no
      order by case p.severity when 'failed' then 0 when 'doubtful' then 1 else 2 end, p.source_no, p.byte_offset, p.row_no, p.code) = 1
    order by 1`,
};

/** Of each entry: what was left out by rule. */
export const ENTRY_SKIPS: Query = {
  name: 'entry-skips',
  sql: `select s.entry_no, k.rule, sum(k.items)::bigint as items from skip k join source_entry s using (source_no)
    group by all order by all`,
};

/** Of each entry: the hashes of its files and members, in order, as one. */
export const ENTRY_CONTENT: Query = {
  name: 'entry-content',
  sql: `select s.entry_no, md5(string_agg(concat(o.path, ' ', o.member, ' ', o.sha256), chr(10) order by o.path, o.member)) as content
    from source o join source_entry s using (source_no) group by 1 order by 1`,
};

/** From $lines: the place in case.yaml that each source's entry has. */
export const SOURCE_ENTRY: Query = {
  name: 'source-entry',
  sql: `create or replace temp table source_entry as
    select (row_number() over () - 1)::integer as source_no, cast(line as integer) as entry_no
    from (select unnest(string_split($lines, ',')) as line) where line <> ''`,
};

/** Sizes of the tables that a build tells of. */
export const BUILD_TOTALS: Query = {
  name: 'build-totals',
  sql: `select (select count(*) from record) as records, (select count(*) from contact) as contacts,
    (select count(*) from party) as parties, (select count(*) from disclosure) as disclosures,
    (select count(*) from finding) as findings, (select count(*) from problem) as problems`,
};
