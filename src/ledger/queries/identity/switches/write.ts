/** What is kept of the pairs that are proposed. */
import type { Query } from '../../../ledger.ts';

/** How many counterparts of the old identifier count as its most frequent ones. */
const FREQUENT = 10;

/**
 * Fills may_continue. From $lines: pair_no, score, similarity, circles, rhythm, by_chance, false_share. expected: how many of
 * the old circle an identifier reaches on average, in millionths.
 */
export const WRITE_SWITCHES: Query = {
  name: 'write-switches',
  sql: `insert into may_continue
    with lines as (
      select string_split(line, ' ') as part from (select unnest(string_split($lines, chr(10))) as line) where line <> ''),
    proposed as (
      select part[1]::integer as pair_no, part[2]::integer as score, part[3]::integer as similarity, part[4]::integer as circles,
        part[5]::integer as rhythm, part[6]::integer as by_chance, part[7]::integer as false_share from lines),
    early as (select other, count(*) as identifiers from switch_circle where not late group by 1),
    everybody as (select count(*) as lives from switch_life),
    ranked as (
      select p.pair_no, c.other, n.other is not null as in_both, coalesce(e.identifiers, 0) as identifiers,
        row_number() over (partition by p.pair_no order by c.contacts desc, c.weight desc, z.kind, z.norm) as place
      from proposed q join switch_pair p using (pair_no) join switch_circle c on c.own = p.a and c.late
      join address z on z.address_no = c.other
      left join switch_circle n on n.own = p.b and not n.late and n.other = c.other left join early e on e.other = c.other),
    reached as (
      select pair_no, count(*)::integer as circle, count(*) filter (place <= ${FREQUENT})::integer as frequent,
        count(*) filter (place <= ${FREQUENT} and in_both)::integer as frequent_shared,
        (sum(identifiers) filter (place <= ${FREQUENT})::bigint * 1000000 // any_value(lives))::bigint as expected
      from ranked, everybody group by 1)
    select p.a, p.b, x.last, y.first, q.score, q.similarity, p.shared, q.circles, r.circle,
      (select count(*) from switch_circle c where c.own = p.b and not c.late)::integer, r.frequent, r.frequent_shared, r.expected,
      q.rhythm, q.by_chance, q.false_share
    from proposed q join switch_pair p using (pair_no) join reached r using (pair_no)
    join switch_life x on x.own = p.a join switch_life y on y.own = p.b order by p.a, p.b`,
};

/** Fills may_continue_circle for all that stands in may_continue. */
export const WRITE_CIRCLES: Query = {
  name: 'write-circles',
  sql: `insert into may_continue_circle
    select p.a, p.b, s.other, s.late_contacts, s.early_contacts from switch_shared s join switch_pair p using (pair_no)
    join may_continue m on m.old_no = p.a and m.new_no = p.b and p.admissible order by p.a, p.b, s.other`,
};

export const FORGET_SWITCHES: Query = {
  name: 'forget-switches',
  sql: `drop view if exists temp.switch_end; ${[
    'source',
    'same',
    'mail',
    'life',
    'edge',
    'worth',
    'circle',
    'pair',
    'shared',
    'acquainted',
    'rhythm',
  ]
    .map((table) => `drop table if exists temp.switch_${table}`)
    .join('; ')}`,
};
