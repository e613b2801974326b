/** Call records that may be one call. */
import type { Query } from '../../ledger.ts';
import { has, kind } from './words.ts';

/** Widest interval of a start that is an instant for this purpose: a minute. */
const NARROW = 60;
const COLUMNS = 'record_no, place, texted, a_no, b_no, earliest, latest, duration';
const CALLS = `select record_no, place, ${has('flags', 'text')} as texted, a_no, b_no, earliest, latest, duration
  from witness where kind = ${kind('call')} and a_no is not null and b_no is not null and earliest is not null`;

/**
 * Calls of one ordered pair of lines that begin before an earlier one's reach ends: while it lasts and, where $spread is
 * more than 0 because there are several sources, within that many seconds of its start. One pass over all calls.
 */
export const CALL_NEAR: Query = {
  name: 'call-near',
  sql: `create or replace temp table call_near as
    with reach as (
      select *, greatest(latest + $spread, earliest + coalesce(duration, 0)) as ends from (${CALLS})
      where latest - earliest <= ${NARROW}),
    placed as (
      select ${COLUMNS},
        max(ends) over (w rows between unbounded preceding and 1 preceding) as before,
        max(ends) over (w rows between unbounded preceding and current row) as reached,
        max(latest + coalesce(duration, 0)) over (w rows between unbounded preceding and 1 preceding) as talked,
        lead(earliest) over w as following
      from reach
      window w as (partition by texted, a_no, b_no order by earliest, place, record_no))
    select ${COLUMNS}, coalesce(before < earliest, true) as begins, coalesce(talked >= earliest, false) as overlapping
    from placed where before >= earliest or following <= reached`,
};

/** The same by stretches of time, without those where neither a second source nor an overlap leaves anything to decide. */
export const CALL_STRETCH: Query = {
  name: 'call-stretch',
  sql: `create or replace temp table call_stretch as
    with numbered as (
      select *, sum(cast(begins as integer)) over
        (partition by texted, a_no, b_no order by earliest, place, record_no rows unbounded preceding) as stretch
      from call_near),
    kept as (
      select texted, a_no, b_no, stretch, count(*) as calls from numbered group by texted, a_no, b_no, stretch
      having min(place) <> max(place) or bool_or(overlapping))
    select n.record_no, n.place, n.texted, n.a_no, n.b_no, n.stretch, n.earliest, n.latest, n.duration, k.calls
    from numbered n join kept k using (texted, a_no, b_no, stretch)`,
};

/** Stretches of two records, one of each source, that agree: nothing else could be the one or the other. */
export const CALL_PAIR: Query = {
  name: 'call-pair',
  sql: `create or replace temp table call_pair as
    select min(record_no) as first_no, max(record_no) as second_no from call_stretch where calls = 2
    group by texted, a_no, b_no, stretch
    having min(place) <> max(place) and max(earliest) - min(latest) <= $start
      and (count(duration) < 2
        or 100 * (max(duration) - min(duration)) <= greatest(100 * $length, $percent * max(duration)))`,
};

/** Every other stretch, its records together. */
export const CALL_CROWDS: Query = {
  name: 'call-crowds',
  sql: `select ${COLUMNS}, stretch
    from call_stretch c
    where not exists (
      select 1 from (select first_no as record_no from call_pair union all select second_no from call_pair) p
      where p.record_no = c.record_no)
    order by c.texted, c.a_no, c.b_no, c.stretch, c.earliest, c.place, c.record_no`,
};

/** Calls of which less than the minute is known, and those of other sources that they may be; of a pair its first. */
export const COARSE_CALLS: Query = {
  name: 'coarse-calls',
  sql: `with calls as (${CALLS}), coarse as (select * from calls where latest - earliest > ${NARROW})
    select distinct w.record_no as a, coalesce(p.first_no, o.record_no) as b
    from coarse w join calls o using (texted, a_no, b_no) left join call_pair p on p.second_no = o.record_no
    where w.place <> o.place and w.earliest <= o.latest + $start and o.earliest <= w.latest + $start
      and (w.duration is null or o.duration is null
        or 100 * abs(w.duration - o.duration) <= greatest(100 * $length, $percent * greatest(w.duration, o.duration)))
    order by 1, 2`,
};
