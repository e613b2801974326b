/** What is read of the pairs, so that they can be weighed. */
import type { Query } from '../../../ledger.ts';

const DAY = 86_400;

/**
 * Pairs by pair_no: a, b, admissible, shared, common (weight that both have), late and early (weights of both circles),
 * late_many and early_many (how many of each are met more than once), late_contacts and early_contacts (with all of them),
 * late_begun and early_begun (those of them that the identifier began),
 * late_days and early_days (that these took), late_rhythm and early_rhythm (JSON lists of counts), settled: people.yaml, decisions or likeness say already whether they are one.
 */
export const PAIRS_FOUND: Query = {
  name: 'switch-pairs-found',
  sql: `with sums as (
      select own, late, sum(weight)::bigint as weight, count(*) filter (contacts > 1)::integer as many,
        sum(contacts)::integer as contacts, sum(begun)::integer as begun
      from switch_circle group by 1, 2),
    one as (
      select distinct p.pair_no from switch_pair p join alias x on x.address_no = p.a and x.grade < 2
      join alias y on y.address_no = p.b and y.grade < 2 and y.party_no = x.party_no where p.admissible),
    two as (
      select distinct p.pair_no from switch_pair p join alias x on x.address_no = p.a and x.grade = 0
      join alias y on y.address_no = p.b and y.grade = 0 and y.party_no <> x.party_no
      join party q on q.party_no = x.party_no and q.named join party r on r.party_no = y.party_no and r.named where p.admissible)
    select p.pair_no, p.a, p.b, p.admissible, p.shared, cast(p.common as double) as common, cast(x.weight as double) as late,
      cast(y.weight as double) as early, x.many as late_many, y.many as early_many,
      x.contacts as late_contacts, y.contacts as early_contacts, x.begun as late_begun, y.begun as early_begun,
      cast(least(o.last - o.first, $window_days * ${DAY}) // ${DAY} as integer) as late_days,
      cast(least(n.last - n.first, $window_days * ${DAY}) // ${DAY} as integer) as early_days,
      v.counts as late_rhythm, w.counts as early_rhythm,
      p.pair_no in (select pair_no from one union all select pair_no from two) as settled
    from switch_pair p join sums x on x.own = p.a and x.late join sums y on y.own = p.b and not y.late
    join switch_life o on o.own = p.a join switch_life n on n.own = p.b
    left join switch_rhythm v on v.own = p.a and v.late left join switch_rhythm w on w.own = p.b and not w.late order by p.pair_no`,
};

/** @returns pair_no, other, worth (thousandths of bits), late and early (contacts), late_begun and early_begun, in order */
export const SHARED_FOUND: Query = {
  name: 'switch-shared-found',
  sql: `select s.pair_no, s.other, cast(v.worth as integer) as worth, s.late_contacts as late, s.early_contacts as early,
      s.late_begun, s.early_begun
    from switch_shared s join switch_worth v using (other) order by s.pair_no, s.other`,
};

/** @returns pair_no, one, two: shared counterparts who know each other, in order */
export const ACQUAINTED_FOUND: Query = {
  name: 'switch-acquainted-found',
  sql: 'select pair_no, one, two from switch_acquainted order by pair_no, one, two',
};

/** Addresses of pairs whose dates fit: address_no, kind, norm. */
export const SWITCHED_ADDRESSES: Query = {
  name: 'switched-addresses',
  sql: `select address_no, cast(kind as integer) as kind, norm from address
    where address_no in (select a from switch_pair where admissible union select b from switch_pair where admissible)`,
};
