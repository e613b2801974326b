/** Calendar entries and rows of logs that may be one meeting. */
import type { Query } from '../../ledger.ts';
import { kind, plainSubject, precision, role, utcDay } from './words.ts';

const GATHERING = kind('meeting', 'visit');
const TIMED = `precision in (${precision('second', 'minute')})`;

/** Calendar entries that share their UID with another one. */
export const ENTRY_COPIES: Query = {
  name: 'entry-copies',
  sql: `with counted as (
      select record_no, place, earliest, latest, ${plainSubject('subject')} as subject,
        min(record_no) over (partition by message_id) as uid_group, count(*) over (partition by message_id) as copies
      from witness where kind = ${kind('meeting')} and message_id is not null and message_id <> 0)
    select record_no, uid_group, earliest, latest, subject from counted where copies > 1 order by place, record_no`,
};

export const ENTRY_ORGANIZERS: Query = {
  name: 'entry-organizers',
  sql: `select p.record_no, p.address_no from participant p join witness w using (record_no)
    where w.kind = ${kind('meeting')} and w.message_id is not null and p.role = ${role('organizer')} order by 1, 2`,
};

/** Hosts of each row of a log, in one text. */
export const HOSTED: Query = {
  name: 'hosted',
  sql: `create or replace temp table hosted as
    select p.record_no, string_agg(distinct cast(p.address_no as varchar), ',' order by cast(p.address_no as varchar)) as hosts
    from participant p join witness w using (record_no)
    where w.kind in (${GATHERING}) and p.role = ${role('host')} group by p.record_no`,
};

/** Rows of one table with one host and one time of day, and the first row of each such group. */
export const SLOTS: Query = {
  name: 'slots',
  sql: `with counted as (
      select w.record_no, min(w.record_no) over g as head_no, count(*) over g as places
      from witness w join hosted h using (record_no)
      where w.kind in (${GATHERING}) and w.row_no > 0 and ${TIMED}
      window g as (partition by w.source_no, w.kind, h.hosts, w.earliest, w.latest))
    select record_no, head_no from counted where places > 1 and record_no <> head_no order by 1`,
};

/** Visits of one log to one host on one day, no time given: the rows of each such day, its first row, and how many. */
export const HOST_DAYS: Query = {
  name: 'host-days',
  sql: `with counted as (
      select w.record_no, min(w.record_no) over g as head_no, count(*) over g as visits
      from witness w join hosted h using (record_no)
      where w.kind = ${kind('visit')} and w.earliest is not null and not ${TIMED}
      window g as (partition by w.source_no, h.hosts, w.earliest, w.latest))
    select head_no, record_no, visits from counted where visits > 1 order by 1, 2`,
};

/** Who is in a meeting or visit, under the address and the bare name that the display name reads as. */
export const GUEST: Query = {
  name: 'guest',
  sql: `create or replace temp table guest as
    with named as (
      select p.record_no, p.role, p.address_no, p.name_no from participant p join witness w using (record_no)
      where w.kind in (${GATHERING}) and p.role in (${role('organizer', 'attendee', 'host', 'visitor')}))
    select record_no, role, address_no, address_no as who from named
    union
    select n.record_no, n.role, n.address_no, f.address_no from named n join text_fold f on f.text_no = n.name_no
    where f.address_no is not null`,
};

/** Records by the days that they reach, those left out that are wider than a day anywhere on Earth. */
function byDay(records: string, reach: string): string {
  return `select *, unnest(range(${utcDay('earliest - $arrival')}, ${utcDay(`latest + ${reach}`)} + 1)) as utc_day
    from ${records} where latest - earliest <= 50 * 3600`;
}
const LENGTH = 'least(greatest(coalesce(duration, 0), $assumed), 172800)';

/** Log rows and calendar entries of other sources that come near in time and name somebody both. */
export const VISIT_PAIR: Query = {
  name: 'visit-pair',
  sql: `create or replace temp table visit_pair as
    with log as (${byDay(`(select * from witness where kind = ${kind('visit')})`, LENGTH)}),
    entry as (${byDay(`(select * from witness where kind = ${kind('meeting')})`, LENGTH)})
    select distinct l.record_no as log, e.record_no as entry, lg.role, lg.address_no
    from log l join guest lg on lg.record_no = l.record_no
    join guest eg on eg.who = lg.who
    join entry e on e.record_no = eg.record_no and e.utc_day = l.utc_day
    where e.place <> l.place and l.earliest <= e.latest + ${LENGTH.replaceAll('duration', 'e.duration')}
      and e.earliest - $arrival <= l.latest + ${LENGTH.replaceAll('duration', 'l.duration')}`,
};

/** The same, one row a pair, with both times. An organisation is shared when its name is, folded. */
export const VISIT_PAIRS: Query = {
  name: 'visit-pairs',
  sql: `with told as (
      select distinct p.record_no, f.fold_no from participant p join witness w using (record_no)
      join text_fold f on f.text_no = p.organisation_no where w.kind in (${GATHERING})),
    pair as (select log, entry, bool_or(role = ${role('host')}) as host from visit_pair group by log, entry)
    select p.log, p.entry, p.host, exists (select 1 from hosted h where h.record_no = p.log) as hosted,
      exists (select 1 from told a join told b using (fold_no) where a.record_no = p.log and b.record_no = p.entry) as organisation,
      l.place as log_place, l.earliest as log_earliest, l.latest as log_latest, l.duration as log_duration,
      l.${TIMED} as log_timed, e.place as entry_place, e.earliest as entry_earliest, e.latest as entry_latest,
      e.duration as entry_duration, e.${TIMED} as entry_timed
    from pair p join witness l on l.record_no = p.log join witness e on e.record_no = p.entry
    order by 1, 2`,
};

/** Visitors of a log row whom the entry names. */
export const VISIT_GUESTS: Query = {
  name: 'visit-guests',
  sql: `select log, entry, address_no from visit_pair where role <> ${role('host')} order by 1, 2, 3`,
};
