/** Rows for the detector missing-message: what existed and was not produced, by who should hold it and with whom. */
import type { Query } from '../../ledger.ts';
import { recordIdSql } from '../record-id.ts';
import { ONE_SIDED } from './missing/copies.ts';
import { CUSTODY, LETTER_AUTHOR, LETTER_HELD, QUOTED_IN, REACH_ADDRESS } from './missing/custody.ts';
import { QUOTED_ABSENT, QUOTED_ALONE, QUOTED_HELD } from './missing/quoted.ts';
import { ANSWERED, REFERRED_ABSENT, REFERRED_HELD } from './missing/referred.ts';

/** SQL for the first ids of a group, certain ones first. */
const ids = (id: string, way: string): string =>
  `list(${id}::varchar order by not (g.inside and g.grade < 2), g.latest, ${id}) filter (where ${way})[:$most_listed]::json::varchar`;

/**
 * Rows of three standings. found: for one holder, one other party and one of two kinds (absent: nobody produced it; copy: the
 * holder's copy alone is lacking), the bounds, how many by each way, from when to when, and the first $most_listed ids.
 * rest: how many pairs are not listed, with their greatest number. untested: no mail material whose owner is known.
 *
 * The lower bound counts, inside what the holder's material reaches, messages of which no two can be one: quotations by
 * subject and minute of the quarter of an hour, answers by the answer.
 */
const ROWS: Query = {
  name: 'missing-message',
  sql: `with grouped_by as (
      select a.*, case when a.way = 'copy' then 'copy' else 'absent' end as kind from absent a where a.holder <> a.other),
    pairs as (
      select kind, holder, other,
        (count(distinct case when way <> 'answered' and inside and grade < 2 then likeness end)
          + coalesce(sum(least) filter (where way = 'answered' and inside and grade < 2), 0))::integer as least,
        sum(most)::integer as most, max(grade) filter (where inside and grade < 2 and least > 0) as grade,
        count(*) filter (where way = 'quoted')::integer as quoted, count(*) filter (where way = 'answered')::integer as answered,
        min(case when inside and grade < 2 then coalesce(earliest, latest) end) as first_time,
        max(case when inside and grade < 2 then latest end) as last_time,
        min(coalesce(earliest, latest)) as any_first, max(latest) as any_last
      from grouped_by group by kind, holder, other),
    placed as (
      select p.*, row_number() over (order by p.kind, p.least desc, p.most desc, h.key, o.key) as place
      from pairs p join party h on h.party_no = p.holder join party o on o.party_no = p.other
      where p.most > 0),
    listed as (
      select g.kind, g.holder, g.other, ${ids('c.id', 'c.id is not null')} as contacts, ${ids('r.id', 'r.id is not null')} as records
      from grouped_by g join placed p on p.kind = g.kind and p.holder = g.holder and p.other = g.other and p.place <= $most_pairs
      left join contact c on c.contact_no = g.contact_no
      left join (
        select x.record_no, ${recordIdSql('x', 's')} as id from record x join source s using (source_no)
        where x.record_no in (select record_no from absent)) r on r.record_no = g.record_no
      group by g.kind, g.holder, g.other)
    select 'found' as standing, p.kind, h.key as holder_key, h.name as holder_name, o.key as other_key, o.name as other_name,
        p.least, p.most, p.grade::integer as grade, p.quoted, p.answered, coalesce(p.first_time, p.any_first) as earliest,
        coalesce(p.last_time, p.any_last) as latest, l.contacts, l.records, p.place
      from placed p join listed l using (kind, holder, other)
      join party h on h.party_no = p.holder join party o on o.party_no = p.other
    union all
    select 'rest', kind, null, null, null, null, 0, sum(most)::integer, null, count(*)::integer, 0, null, null, null, null, 9000000000
      from placed where place > $most_pairs group by kind
    union all
    select 'untested', null, null, null, null, null, 0, 0, null, 0, 0, null, null, null, null, 9000000001
      where exists (select 1 from letter_held) and not exists (select 1 from custody)
    order by place, kind`,
};

/** Its queries, whatever counts as a contact. */
export function missingMessage(): readonly Query[] {
  return [
    LETTER_HELD,
    LETTER_AUTHOR,
    QUOTED_IN,
    CUSTODY,
    REACH_ADDRESS,
    QUOTED_ALONE,
    QUOTED_ABSENT,
    QUOTED_HELD,
    ANSWERED,
    REFERRED_ABSENT,
    REFERRED_HELD,
    ONE_SIDED,
    ROWS,
  ];
}
