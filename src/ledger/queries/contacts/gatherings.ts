/** Meetings and visits that may be one event, seen once their parties are known. */
import type { Query } from '../../ledger.ts';
import { channel, has, utcDay } from './words.ts';

const TOGETHER = channel('meeting', 'visit');
/** A start known to the day anywhere on Earth, seconds. */
const DAY = 50 * 3600;

/** People in meetings and visits, with the time that these take. Organisations are in many at once. */
export const GATHERING: Query = {
  name: 'gathering',
  sql: `create or replace temp table gathering as
    with there as (
      select contact_no, from_party as party_no from link where channel in (${TOGETHER})
      union select contact_no, to_party from link where channel in (${TOGETHER}))
    select t.contact_no, t.party_no, c.earliest, c.latest + greatest(coalesce(c.duration, 0), $assumed) as ends
    from there t join contact c using (contact_no) join party p using (party_no)
    where c.earliest is not null and p.kind <> 'organisation' and not ${has('c.flags', 'told')}`,
};

/** Sources that witness each of them: entries of one calendar, or of one log, are different meetings. */
export const GATHERING_SOURCE: Query = {
  name: 'gathering-source',
  sql: `create or replace temp table gathering_source as
    with asked as (select distinct contact_no from gathering)
    select a.contact_no, r.source_no from asked a join record r on r.record_no = a.contact_no
    union
    select a.contact_no, r.source_no from asked a join grouped g using (contact_no) join record r on r.record_no = g.record_no`,
};

const KNOWN = 'not exists (select 1 from may_be_same s where s.contact_a = f.a and s.contact_b = f.b)';

/**
 * Nobody is in two meetings at once: two of different sources in which one person is, and whose times meet, may be one,
 * whomever else each of them names. Pairs are found by day; those of wider times by the person alone.
 */
export const SAME_GATHERING: Query = {
  name: 'same-gathering',
  sql: `insert into may_be_same
    with near as (
      select *, unnest(range(${utcDay('earliest - $arrival')}, ${utcDay('ends')} + 1)) as utc_day
      from gathering where ends - earliest <= ${2 * DAY}),
    wide as (select * from gathering where ends - earliest > ${2 * DAY}),
    found as (
      select least(x.contact_no, y.contact_no) as a, greatest(x.contact_no, y.contact_no) as b
      from near x join near y using (party_no, utc_day)
      where x.contact_no < y.contact_no and x.earliest - $arrival <= y.ends and y.earliest - $arrival <= x.ends
      union
      select least(x.contact_no, y.contact_no), greatest(x.contact_no, y.contact_no)
      from wide x join gathering y using (party_no)
      where x.contact_no <> y.contact_no and x.earliest - $arrival <= y.ends and y.earliest - $arrival <= x.ends)
    select f.a, f.b, 'same-party-same-time' from found f
    where ${KNOWN} and not exists (
      select 1 from gathering_source p join gathering_source q using (source_no) where p.contact_no = f.a and q.contact_no = f.b)`,
};

/** SQL for pairs of parties without regard to direction. */
const BOTH = 'least(from_party, to_party) as low, greatest(from_party, to_party) as high';

/** A call and a meeting of the same two at one time: a meeting by telephone. */
export const CALL_OR_MEETING: Query = {
  name: 'call-or-meeting',
  sql: `insert into may_be_same
    with meeting as (
      select distinct l.contact_no, ${BOTH}, c.earliest, c.latest + greatest(coalesce(c.duration, 0), $assumed) as ends
      from link l join contact c using (contact_no)
      where l.channel in (${TOGETHER}) and c.earliest is not null and not ${has('c.flags', 'told')}),
    found as (
      select distinct least(m.contact_no, l.contact_no) as a, greatest(m.contact_no, l.contact_no) as b
      from (select contact_no, ${BOTH}, l.earliest, l.latest from link l join contact c using (contact_no)
        where l.channel = ${channel('call')} and not ${has('c.flags', 'told')}) l
      join meeting m using (low, high) where l.earliest <= m.ends and l.latest >= m.earliest - $arrival)
    select f.a, f.b, 'call-or-meeting' from found f where ${KNOWN}`,
};
