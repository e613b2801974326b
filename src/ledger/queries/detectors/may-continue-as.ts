/** Rows for the detector may-continue-as: what the stage before it found, with names and contacts. A name is that of the one party of people.yaml that certainly has the address. */
import type { Query } from '../../ledger.ts';

/**
 * Rows of two standings. found: an address that falls silent and one that may continue as it, with the last contact of the
 * one and the first of the other, what they share, and the first $most_listed contacts of either with the counterparts that
 * both have. asked: what was compared with what, without addresses.
 */
const ROWS: Query = {
  name: 'may-continue-as',
  sql: `with named as (
      select x.address_no, min(p.name) as name from alias x join party p using (party_no)
      where x.grade = 0 and p.named group by 1 having count(distinct p.party_no) = 1),
    ends as (
      select m.old_no, m.new_no, l.contact_no, l.from_no as own, l.to_party as other, l.earliest
      from link l join may_continue m on l.from_no in (m.old_no, m.new_no)
      union
      select m.old_no, m.new_no, l.contact_no, l.to_no, l.from_party, l.earliest
      from link l join may_continue m on l.to_no in (m.old_no, m.new_no)),
    circle as (
      select distinct c.old_no, c.new_no, a.party_no as other from may_continue_circle c join alias a on a.address_no = c.counterpart_no),
    shared as (
      select distinct e.old_no, e.new_no, e.contact_no, e.own, e.earliest from ends e
      join circle c on c.old_no = e.old_no and c.new_no = e.new_no and c.other = e.other),
    placed as (
      select s.old_no, s.new_no, k.id, s.earliest,
        row_number() over (partition by s.old_no, s.new_no, s.own order by abs(s.earliest - m.last_time), k.id) as place
      from shared s join may_continue m on m.old_no = s.old_no and m.new_no = s.new_no join contact k using (contact_no)
      where s.earliest is not null),
    listed as (
      select old_no, new_no, list(id::varchar order by earliest, id)::json::varchar as contacts
      from placed where place <= $most_listed group by 1, 2)
    select 'found' as standing, x.kind::integer as kind, x.norm as old_norm, y.norm as new_norm, x.raw as old_raw, y.raw as new_raw,
      v.name as old_name, w.name as new_name, m.last_time, m.first_time, m.score, m.shared, m.circles,
      m.frequent, m.frequent_shared, m.expected, m.by_chance, m.false_share, t.compared, t.otherwise, t.everybody, l.contacts
    from may_continue m cross join may_continue_test t join address x on x.address_no = m.old_no join address y on y.address_no = m.new_no
    left join named v on v.address_no = m.old_no left join named w on w.address_no = m.new_no
    left join listed l on l.old_no = m.old_no and l.new_no = m.new_no
    union all
    select 'asked', null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
      compared, otherwise, everybody, null from may_continue_test
    order by standing, old_norm, new_norm`,
};

/** Its query, whatever counts as a contact. */
export function mayContinueAs(): readonly Query[] {
  return [ROWS];
}
