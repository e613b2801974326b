/**
 * The circle of each identifier in its last and in its first days, as communities of interest (Cortes, Pregibon and Volinsky
 * 2001), and the pairs that share enough of it. Weights are integers, so that sums have no order.
 */
import type { Query } from '../../../ledger.ts';
import { utcDay } from '../../contacts/words.ts';

const DAY = 86_400;

/** Who was in contact with whom at any time. firm: more than once. */
const EDGES: Query = {
  name: 'switch-edges',
  sql: 'create or replace temp table switch_edge as select own, other, count(*) > 1 as firm from switch_end group by 1, 2',
};

/** What a counterpart is worth: thousandths of bits, of how rare it is; hubs are worth nothing. */
const WORTH: Query = {
  name: 'switch-worth',
  sql: `create or replace temp table switch_worth as
    with counted as (select other, count(*) as degree from switch_edge group by 1),
    everybody as (select count(distinct own) as people from switch_edge)
    select other, round(1000 * log2((people + 1) / (degree + 1)))::bigint as worth from counted, everybody
    where degree <= $most_neighbours and degree < people`,
};

/** Circles in the last $window_days of those that ended (late) and in the first of all. weight: by contacts and rarity; begun: how many the identifier began. */
const CIRCLES: Query = {
  name: 'switch-circles',
  sql: `create or replace temp table switch_circle as
    with windows as (
      select own, true as late, last - $window_days * ${DAY} as from_time, last as to_time from switch_life where ended
      union all select own, false, first, first + $window_days * ${DAY} from switch_life)
    select e.own, w.late, e.other, count(*)::integer as contacts, count(*) filter (e.begun)::integer as begun,
      any_value(v.worth) * round(1000 * log2(1 + count(*)))::bigint // 1000 as weight
    from switch_end e join windows w on w.own = e.own and e.moment between w.from_time and w.to_time
    join switch_worth v on v.other = e.other where v.worth > 0
    group by e.own, w.late, e.other`,
};

/**
 * Pairs that share at least $least_shared counterparts, found through them: never all pairs. admissible: the second begins
 * within $most_gap_days after the first falls silent. Others are those that chance is judged by: the second begins at
 * another time, as far as it begins in the data at all, or ($everybody) whether or not it does.
 */
const PAIRS: Query = {
  name: 'switch-pairs',
  sql: `create or replace temp table switch_pair as
    with pairs as (
      select o.own as a, n.own as b, count(*)::integer as shared, sum(least(o.weight, n.weight))::bigint as common
      from switch_circle o join switch_circle n on n.other = o.other and o.late and not n.late and n.own <> o.own
      group by 1, 2 having count(*) >= $least_shared),
    placed as (
      select p.*, y.begun and y.first > x.last and y.first - x.last <= $most_gap_days * ${DAY} as admissible,
        ($everybody or y.begun) and abs(y.first - x.last) > $most_gap_days * ${DAY} as otherwise
      from pairs p join switch_life x on x.own = p.a join switch_life y on y.own = p.b where x.kind = y.kind)
    select row_number() over (order by a, b)::integer - 1 as pair_no, a, b, shared, common, admissible
    from placed where admissible or otherwise`,
};

/** Their shared counterparts. */
const SHARED: Query = {
  name: 'switch-shared',
  sql: `create or replace temp table switch_shared as
    select p.pair_no, o.other, o.contacts as late_contacts, n.contacts as early_contacts,
      o.begun as late_begun, n.begun as early_begun, least(o.weight, n.weight) as weight
    from switch_pair p join switch_circle o on o.own = p.a and o.late
    join switch_circle n on n.own = p.b and not n.late and n.other = o.other`,
};

/** Shared counterparts who are in contact with each other. */
const ACQUAINTED: Query = {
  name: 'switch-acquainted',
  sql: `create or replace temp table switch_acquainted as
    select s.pair_no, s.other as one, t.other as two from switch_shared s
    join switch_shared t on t.pair_no = s.pair_no and t.other > s.other
    join switch_edge e on e.own = s.other and e.other = t.other and e.firm`,
};

const HOURS = 3;
const bins = Array.from({ length: 24 / HOURS }, (_, i) => i);
/** Contacts by part of the day, on days of work and on weekends, of the identifiers of pairs, in the same days as their circles. */
const RHYTHM: Query = {
  name: 'switch-rhythm',
  sql: `create or replace temp table switch_rhythm as
    with windows as (
      select own, true as late, last - $window_days * ${DAY} as from_time, last as to_time from switch_life
      where own in (select a from switch_pair)
      union all select own, false, first, first + $window_days * ${DAY} from switch_life where own in (select b from switch_pair)),
    binned as (
      select w.own, w.late, (e.moment % ${DAY}) // ${HOURS * 3600} as bin, (${utcDay('e.moment')} + 3) % 7 >= 5 as weekend
      from switch_end e join windows w on w.own = e.own and e.moment between w.from_time and w.to_time where e.shown)
    select own, late, [${bins.flatMap((bin) => [false, true].map((weekend) => `count(*) filter (bin = ${bin} and weekend = ${weekend})`)).join(', ')}]::varchar as counts
    from binned group by 1, 2`,
};

/** Makes the pairs and what speaks for them. */
export const SWITCH_PAIRS: readonly Query[] = [EDGES, WORTH, CIRCLES, PAIRS, SHARED, ACQUAINTED, RHYTHM];
