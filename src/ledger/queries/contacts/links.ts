/** Contacts as ordered pairs of parties. */
import type { Query } from '../../ledger.ts';
import { gradesOf, parties } from './alias.ts';
import { attendance, channel, directness, has, kind, role } from './words.ts';

/** Calls, or text messages, with their two ends: those of one witness straight from the records. */
const lines = (texted: boolean): string => {
  const which = `${texted ? '' : 'not '}${has('flags', 'text')}`;
  return `select record_no as contact_no, a_no as from_no, b_no as to_no, earliest, latest, duration, flags
      from witness w where kind = ${kind('call')} and ${which} and a_no <> b_no
        and not exists (select 1 from grouped g where g.record_no = w.record_no)
    union all
    select c.contact_no, r.a_no, r.b_no, c.earliest, c.latest, c.duration, c.flags
      from contact c join record r on r.record_no = c.contact_no
      where c.channel = ${texted ? channel('text') : channel('call')} and c.witnesses > 1 and r.a_no <> r.b_no`;
};

/** One pass over all calls. A call is answered when it lasted; its length unknown, that is not known either. */
export const CALL_LINKS: Query = {
  name: 'call-links',
  sql: `insert into link
    select c.contact_no, c.from_no, c.to_no, f.party_no, t.party_no,
      case when ${has('c.flags', 'unanswered')} then ${directness('attempted')} else ${directness('direct')} end, ${gradesOf('c')},
      coalesce(c.duration, 0) > 0 and not ${has('c.flags', 'unanswered')}, ${channel('call')}, c.earliest, c.latest
    from (${lines(false)}) c ${parties('c')}`,
};

const OTHER_WAY = (time: string): string =>
  `${time}(case when forth then earliest end) over (w rows between %) as ${time}_forth,
      ${time}(case when not forth then earliest end) over (w rows between %) as ${time}_back`;

/** Text messages are answered by one the other way soon after, which is itself part of that exchange. */
export const TEXT_LINKS: Query = {
  name: 'text-links',
  sql: `insert into link
    with said as (
      select *, least(from_no, to_no) as low, greatest(from_no, to_no) as high, from_no < to_no as forth from (${lines(true)})),
    around as (
      select *, ${OTHER_WAY('min').replaceAll('%', '1 following and unbounded following')},
        ${OTHER_WAY('max').replaceAll('%', 'unbounded preceding and 1 preceding')}
      from said window w as (partition by low, high order by earliest, contact_no))
    select c.contact_no, c.from_no, c.to_no, f.party_no, t.party_no, ${directness('direct')}, ${gradesOf('c')},
      coalesce((case when forth then min_back else min_forth end) <= c.latest + $reply, false)
        or coalesce((case when forth then max_back else max_forth end) >= c.earliest - $reply, false),
      ${channel('text')}, c.earliest, c.latest
    from around c ${parties('c')}`,
};

/** Who is in a meeting or visit. rank 0: called or hosted it, or tells of it in a register that is read as a record. */
export const PERSON: Query = {
  name: 'person',
  sql: `create or replace temp table person as
    with said as (
      select contact_no, address_no, role in (${role('organizer', 'host', 'discloser')}) as leads,
        attendance = ${attendance('attended')} or (${has('flags', 'attended')}
          and attendance not in (${attendance('declined', 'no-show')})) as present,
        attendance = ${attendance('accepted')} as accepted, attendance in (${attendance('declined', 'no-show')}) as refused
      from part where kind in (${kind('meeting', 'visit')}))
    select s.contact_no, s.address_no, concat(a.kind, ' ', a.norm) as norm, case when bool_or(leads) then 0 else 1 end as rank, bool_or(present) as present,
      bool_or(accepted) as accepted, bool_or(refused) and not bool_or(present) as refused,
      count(*) over (partition by s.contact_no) as people
    from said s join address a using (address_no) group by s.contact_no, s.address_no, a.kind, a.norm`,
};

/**
 * Each pair of people in a meeting once, from who called or hosted it to the others, those of equal part by the order of
 * their names; in meetings of more than $largest people the guests are not linked with one another.
 */
export const MEETING_PAIR: Query = {
  name: 'meeting-pair',
  sql: `create or replace temp table meeting_pair as
    with pair as (
      select a.contact_no, a.address_no as from_no, b.address_no as to_no, a.present and b.present as met,
        a.refused or b.refused as refused, (a.accepted or a.rank = 0) and (b.accepted or b.rank = 0) as agreed
      from person a join person b on b.contact_no = a.contact_no and (b.rank = 1 or a.norm < b.norm) and a.address_no <> b.address_no
      where a.rank = 0
      union all
      select a.contact_no, a.address_no, b.address_no, a.present and b.present, a.refused or b.refused, a.accepted and b.accepted
      from person a join person b on b.contact_no = a.contact_no and a.norm < b.norm and a.address_no <> b.address_no
      where a.rank = 1 and b.rank = 1 and a.people <= $largest and b.people <= $largest)
    select p.contact_no, p.from_no, p.to_no, p.met, p.refused or ${has('c.flags', 'cancelled')} as refused, p.agreed, c.channel,
      c.earliest, c.latest
    from pair p join contact c using (contact_no)`,
};

/** They attended when the records say so of both; they answered when they attended or accepted. */
export const MEETING_LINKS: Query = {
  name: 'meeting-links',
  sql: `insert into link
    select p.contact_no, p.from_no, p.to_no, f.party_no, t.party_no,
      case when p.met then ${directness('attended')} when p.refused then ${directness('attempted')}
        else ${directness('scheduled')} end,
      ${gradesOf('p')}, p.met or (p.agreed and not p.refused), p.channel, p.earliest, p.latest
    from meeting_pair p ${parties('p')}`,
};

/**
 * Pairs that a passage of prose tells of: everybody of one side with everybody of the other, from who began it where that
 * is told; where a row tells no sides, each pair that it names.
 */
export const REPORT_PAIR: Query = {
  name: 'report-pair',
  sql: `create or replace temp table report_pair as
    with named as (
      select distinct p.contact_no, p.address_no, p.role, concat(a.kind, ' ', a.norm) as norm
      from part p join address a using (address_no) where p.kind = ${kind('report')}),
    begun as (select distinct contact_no, address_no from named where role = ${role('from')}),
    sided as (
      select a.contact_no, a.address_no as one, b.address_no as other
      from named a join named b using (contact_no)
      where a.role = ${role('mentioned')} and b.role = ${role('counterpart')} and a.address_no <> b.address_no),
    pair as (
      select s.contact_no, case when b.address_no is null then one else other end as from_no,
        case when b.address_no is null then other else one end as to_no
      from sided s left join begun b on b.contact_no = s.contact_no and b.address_no = s.other
      union
      select a.contact_no, a.address_no, b.address_no
      from named a join named b on b.contact_no = a.contact_no and a.norm < b.norm and a.address_no <> b.address_no
      where a.contact_no not in (select contact_no from sided))
    select p.contact_no, p.from_no, p.to_no, c.channel, c.earliest, c.latest, c.flags
    from pair p join contact c using (contact_no)`,
};

/**
 * Prose tells of a contact, not of how near its parties came: they spoke or wrote to each other, or met, unless it was an
 * attempt. What is told as a contact was one of both sides.
 */
export const REPORT_LINKS: Query = {
  name: 'report-links',
  sql: `insert into link
    select p.contact_no, p.from_no, p.to_no, f.party_no, t.party_no,
      case when ${has('p.flags', 'unanswered')} then ${directness('attempted')}
        when p.channel in (${channel('meeting', 'visit')}) then ${directness('attended')} else ${directness('direct')} end,
      ${gradesOf('p')}, not ${has('p.flags', 'unanswered')}, p.channel, p.earliest, p.latest
    from report_pair p ${parties('p')}`,
};

export const LINKS_MADE: Query = { name: 'links-made', sql: 'select count(*) as links from link' };

/** Takes away what the stage made for itself. */
export const FORGET_LINKS: Query = {
  name: 'forget-links',
  sql: [
    'named',
    'known_name',
    'part',
    'person',
    'meeting_pair',
    'report_pair',
    'told',
    'stands_for',
    'told_pair',
    'told_fit',
    'text_fold',
    'address_end',
    'mail_pair',
    'mail_link',
    'mail_answer',
    'subject_talk',
    'gathering',
    'gathering_source',
  ]
    .map((table) => `drop table if exists temp."${table}"`)
    .concat('drop view if exists temp.witness', 'drop table if exists temp.record_source')
    .join('; '),
};
