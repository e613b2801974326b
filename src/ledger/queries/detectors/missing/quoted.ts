/** Quoted messages that no loaded message is: each proves that it existed. */
import { DIRECTNESS } from '../../../../model/definition.ts';
import type { Query } from '../../../ledger.ts';
import { addressKind, channel, has, plainSubject, precision, utcDay } from '../../contacts/words.ts';

/** All offsets in use are multiples of a quarter of an hour: times that differ by no such multiple are two, seconds. */
const QUARTER = 900;
/** First characters of a subject that must agree before more of it is compared: quoted subjects may be cut. */
const CUT = 12;

/**
 * Quoted mails that were put to no loaded message and may be none, with their author and the minute of the quarter of an hour
 * that the written time shows in any zone. headed: a header block with a subject of its own; what only a line such as "Ada
 * wrote:" introduces is of the thread that quotes it, and counts where it gives a mail address.
 */
export const QUOTED_ALONE: Query = {
  name: 'quoted-alone',
  sql: `create or replace temp table quoted_alone as
    with perhaps as (
      select m.contact_b as contact_no from may_be_same m join contact o on o.contact_no = m.contact_a where not ${has('o.flags', 'quoted')}
      union
      select m.contact_a from may_be_same m join contact o on o.contact_no = m.contact_b where not ${has('o.flags', 'quoted')}),
    alone as (
      select c.contact_no, c.id, c.earliest, c.latest, c.initiator_no, c.precision from contact c
      where c.channel = ${channel('mail')} and ${has('c.flags', 'quoted')} and c.initiator_no is not null and c.earliest is not null
        and c.precision in (${precision('second', 'minute', 'range')})
        and c.contact_no not in (select contact_no from perhaps)),
    witnesses as (
      select contact_no, record_no from grouped where contact_no in (select contact_no from alone)
      union all select contact_no, contact_no from alone where contact_no not in (select contact_no from grouped)),
    around as (
      select w.contact_no, w.record_no, q.part, q.subject, o.record_no as outer_no, o.subject as outer_subject, o.flags as outer_flags
      from witnesses w join record q using (record_no) join quoted_in i using (record_no)
      join record o on o.record_no = i.outer_no)
    select a.*, r.record_no, r.part, r.outer_no, r.subject is not null as headed,
      ${plainSubject('coalesce(r.subject, r.outer_subject)')} as thread,
      (a.earliest % ${QUARTER} + ${QUARTER}) % ${QUARTER} as past_quarter
    from alone a join around r using (contact_no) join address b on b.address_no = a.initiator_no
    where not ${has('r.outer_flags', 'list', 'automatic')}
      and (r.subject is not null or b.kind = ${addressKind('mail')})`,
};

/**
 * Those that no loaded message can be, under whatever id and sender: gateways rewrite both. One may be it that has the same
 * subject, or a beginning of it, and a time that reads the same to $near seconds, within $slack seconds of the interval. A
 * message that quotes it is not it; one that is dated after that may be: gateways misdate by hours.
 */
export const QUOTED_ABSENT: Query = {
  name: 'quoted-absent',
  sql: `create or replace temp table quoted_absent as
    with asked as (select * from quoted_alone where thread <> ''),
    sought as (
      select distinct contact_no, earliest, latest, past_quarter, thread, substr(thread, 1, ${CUT}) as cut,
        unnest(range(${utcDay('earliest - $slack')}, ${utcDay('latest + $slack')} + 1)) as utc_day
      from asked),
    quoting as (
      select distinct q.contact_no, l.contact_no as outer_contact from asked q join letter_held l on l.record_no = q.outer_no),
    candidate as (
      select distinct contact_no as loaded, thread, substr(thread, 1, ${CUT}) as cut, earliest, latest, ${utcDay('earliest')} as utc_day from letter_held
      where earliest = latest and substr(thread, 1, ${CUT}) in (select cut from sought)),
    open_time as (select distinct thread from letter_held where earliest is null or latest > earliest),
    found as (
      select s.contact_no from sought s join candidate l using (cut, utc_day)
      left join quoting x on x.contact_no = s.contact_no and x.outer_contact = l.loaded
      where x.contact_no is null and (l.thread = s.thread or (length(l.thread) >= ${CUT} and length(s.thread) >= ${CUT}
          and (starts_with(l.thread, s.thread) or starts_with(s.thread, l.thread))))
        and l.earliest between s.earliest - $slack and s.latest + $slack
        and ((l.earliest - s.past_quarter + $near) % ${QUARTER} + ${QUARTER}) % ${QUARTER} < 60 + 2 * $near
      union
      select contact_no from asked where thread in (select thread from open_time))
    select * from asked where contact_no not in (select contact_no from found)`,
};

/**
 * Who should hold each, and with whom: both ends of the quoted header; and whoever quoted it first hand, who had it when
 * writing. grade: how sure it is that it is their account.
 */
export const QUOTED_HELD: Query = {
  name: 'quoted-held',
  sql: `create or replace temp table absent as
    with ends as (
      select l.contact_no, l.to_no as address_no, l.to_party as holder, l.from_party as other, l.grade, true as got
        from link l where l.contact_no in (select contact_no from quoted_absent) and l.directness <> ${DIRECTNESS.indexOf('audience')}
      union all
      select l.contact_no, l.from_no, l.from_party, l.to_party, l.grade, false
        from link l where l.contact_no in (select contact_no from quoted_absent) and l.directness <> ${DIRECTNESS.indexOf('audience')}
      union all
      select q.contact_no, w.address_no, h.party_no, o.party_no, greatest(h.grade, 0), true
        from quoted_absent q join letter_author w on w.record_no = q.outer_no
        join alias h on h.address_no = w.address_no and h.grade = 0 join alias o on o.address_no = q.initiator_no
        where q.part = 1 and h.party_no <> o.party_no and w.address_no <> q.initiator_no)
    select 'quoted' as way, q.contact_no as proof, q.contact_no, null::integer as record_no, e.holder, e.other,
      min(case when k.exact then e.grade else greatest(e.grade, 1) end)::integer as grade,
      bool_or(k.from_time <= q.earliest and k.to_time >= q.latest) as inside, 1 as least, 1 as most,
      min(q.earliest) as earliest, min(q.latest) as latest,
      concat(min(substr(q.thread, 1, ${CUT})), ' ', min(q.past_quarter) // 60) as likeness
    from quoted_absent q join ends e using (contact_no)
    join reach_address k on k.address_no = e.address_no and k.party_no = e.holder and (case when e.got then k.received else k.sent end)
      and k.from_time <= q.latest and k.to_time >= q.earliest
    group by q.contact_no, e.holder, e.other`,
};
