/** Rows for the detector contradicted-statement. */
import { VERDICTS } from '../../../statements/verdict.ts';
import type { Query } from '../../ledger.ts';

const BROKEN = (['contradicted', 'at-odds'] as const).map((verdict) => VERDICTS.indexOf(verdict)).join(', ');

const ROWS: Query = {
  name: 'contradicted-statement',
  sql: `with broken as (select * from claim where verdict in (${BROKEN})),
      listed as (
        select claim_no, place, cast(json_extract_string(contacts, '$[' || place || ']') as integer) as contact_no
        from (
          select claim_no, contacts, unnest(range(0, cast(json_array_length(contacts) as bigint))) as place from broken)),
      named as (
        select l.claim_no, list(k.id::varchar order by l.place)::json::varchar as contacts
        from listed l join contact k using (contact_no) group by l.claim_no)
    select b.statement, b.quantity, b.quote, b.text, b.verdict, b.every, b.verdict_text, b.why, b.reach, b.min, b.max, b.said_from,
      b.before, b.same_day, b.after, coalesce(p.name, b.speaker) as speaker, n.contacts
    from broken b left join party p on p.key = b.speaker left join named n using (claim_no)
    order by b.claim_no`,
};

/** Its query, whatever counts as a contact: the claims were judged before. */
export function contradictedStatement(): readonly Query[] {
  return [ROWS];
}
