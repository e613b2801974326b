/** Mails as ordered pairs of parties, and which of them were answered. */
import type { Query } from '../../ledger.ts';
import { gradesOf, parties } from './alias.ts';
import { ENCLOSING } from './quoted.ts';
import { channel, directness, has, kind, plainSubject, role } from './words.ts';

/**
 * Author and recipient of each mail, by the nearest part that the recipient has: an address in Cc that some export repeats
 * in Bcc was copied. Of two authors who also write to each other one direction stands for both. A quoted mail that names no
 * recipient was possibly sent to whoever quotes it (quoted_in): they have its text.
 */
export const MAIL_PAIR: Query = {
  name: 'mail-pair',
  sql: `create or replace temp table mail_pair as
    with mail as (select contact_no, role, address_no from part where kind = ${kind('message')}),
    signed as (select distinct contact_no from mail where role = ${role('from')}),
    author as (
      select distinct m.contact_no, m.address_no from mail m left join signed s using (contact_no)
      where m.role = ${role('from')} or (m.role = ${role('sender')} and s.contact_no is null)),
    addressed as (
      select contact_no, address_no, min(case role when ${role('to')} then ${directness('direct')}
        when ${role('cc')} then ${directness('copied')} else ${directness('blind')} end) as directness
      from mail where role in (${role('to', 'cc', 'bcc')}) group by contact_no, address_no),
    enclosed as (
      select coalesce(g.contact_no, q.record_no) as contact_no, coalesce(h.contact_no, w.record_no) as around
      from (select * from witness where part > 0 and kind = ${kind('message')}) q
      asof join (${ENCLOSING}) w on w.source_no = q.source_no and w.record_no <= q.record_no
      left join grouped g on g.record_no = q.record_no left join grouped h on h.record_no = w.record_no),
    held as (
      select distinct a.contact_no, a.address_no as from_no, h.address_no as to_no, e.around
      from enclosed e join author a on a.contact_no = e.contact_no join author h on h.contact_no = e.around
      where a.address_no <> h.address_no and not exists (select 1 from addressed r where r.contact_no = e.contact_no))
    select h.contact_no, h.from_no, h.to_no, ${directness('direct')} as directness, c.earliest, c.latest,
      ${plainSubject('c.subject')} as subject, c.flags, min(h.around) as quoted_in
    from held h join contact c using (contact_no) group by all
    union all
    select a.contact_no, a.address_no, r.address_no, r.directness, c.earliest, c.latest,
      ${plainSubject('c.subject')}, c.flags, null
    from author a join addressed r using (contact_no) join contact c using (contact_no)
    left join author also on also.contact_no = a.contact_no and also.address_no = r.address_no
    left join addressed back on back.contact_no = a.contact_no and back.address_no = a.address_no
    join address x on x.address_no = a.address_no join address y on y.address_no = r.address_no
    where a.address_no <> r.address_no and (also.contact_no is null or back.contact_no is null or x.norm < y.norm)`,
};

/** Whoever quotes a mail may be the one who got it: that end is possible only. */
export const MAIL_LINK: Query = {
  name: 'mail-link',
  sql: `create or replace temp table mail_link as
    with held as (
      select p.contact_no, p.from_no, p.to_no, f.party_no as from_party, t.party_no as to_party, p.directness,
        ${gradesOf('p')}, p.earliest, p.latest, p.subject, p.flags, p.quoted_in
      from mail_pair p ${parties('p')})
    select * replace (
      case when quoted_in is null then grade else 2 end as grade,
      case when quoted_in is null then to_grade else 2 end as to_grade)
    from held`,
};

const MACHINE = has('l.flags', 'automatic');
/** The other end writes back. @param first, second aliases of mail_link */
const back = (first: string, second: string): string =>
  `${second}.from_party = ${first}.to_party and ${second}.to_party = ${first}.from_party`;

const LATER = 'range between 1 following and unbounded following';
const BEFORE = 'range between unbounded preceding and 1 preceding';
/** SQL for the nearest time at which the other of the two wrote. @param which those that are asked about */
const otherWay = (pick: 'min' | 'max', time: string, which: string, frame: string): string => {
  const of = (side: string): string => `${pick}(case when ${side} and ${which} then ${time} end) over (w ${frame})`;
  return `case when forth then ${of('not forth')} else ${of('forth')} end`;
};

/**
 * Mails of one subject between the same two, both ways, each with when the other wrote next and before. Windows, not a
 * join: two who wrote each other ten thousand mails of one subject would make a hundred million pairs.
 */
export const SUBJECT_TALK: Query = {
  name: 'subject-talk',
  sql: `create or replace temp table subject_talk as
    with named as (select distinct coalesce(g.contact_no, w.record_no) as contact_no from witness w left join grouped g using (record_no)
      where w.kind = ${kind('message')} and w.message_id <> 0 and not ${has('w.flags', 'quoted')}),
    referring as (select distinct coalesce(g.contact_no, w.record_no) as contact_no from witness w left join grouped g using (record_no)
      where not ${has('w.flags', 'quoted')} and w.record_no in (select record_no from reference)),
    said as (
      select contact_no, from_party, to_party, least(from_party, to_party) as low, greatest(from_party, to_party) as high,
        from_party < to_party as forth, subject, earliest, latest,
        contact_no in (select contact_no from named) as has_id, contact_no in (select contact_no from referring) as refers
      from mail_link l
      where subject <> '' and earliest is not null and from_party <> to_party and not ${has('l.flags', 'automatic', 'list')}),
    mutual as (select low, high, subject from said group by all having bool_or(forth) and not bool_and(forth))
    select contact_no, from_party, to_party, earliest, latest, has_id, refers,
      ${otherWay('min', 'earliest', 'true', LATER)} as next_any, ${otherWay('min', 'earliest', 'not refers', LATER)} as next_plain,
      ${otherWay('max', 'latest', 'true', BEFORE)} as last_any, ${otherWay('max', 'latest', 'not has_id', BEFORE)} as last_plain
    from said join mutual using (low, high, subject)
    window w as (partition by low, high, subject order by earliest)`,
};

/**
 * Mails to which the recipient wrote back, and what was written back: both show that both sides took part. By In-Reply-To
 * and References (RFC 5322, 3.6.4), and by what the answer quotes; where the mail has no id or the answer no references, by the same subject within
 * $reply seconds. What a machine sends answers nothing, and a list's subject proves nothing.
 */
export const MAIL_ANSWER: Query = {
  name: 'mail-answer',
  sql: `create or replace temp table mail_answer as
    with message as (
      select coalesce(g.contact_no, w.record_no) as contact_no, w.record_no, nullif(w.message_id, 0) as message_id
      from witness w left join grouped g using (record_no)
      where w.kind = ${kind('message')} and not ${has('w.flags', 'quoted')}),
    named as (select distinct contact_no, message_id from message where message_id is not null),
    referring as (select distinct m.contact_no, r.message_id from reference r join message m using (record_no)),
    threaded as (
      select distinct n.contact_no as asked, r.contact_no as reply
      from referring r join named n using (message_id) where n.contact_no <> r.contact_no),
    exchange as (
      select l.contact_no as asked, o.contact_no as reply, l.from_party, l.to_party
      from threaded t join mail_link l on l.contact_no = t.asked join mail_link o on o.contact_no = t.reply and ${back('l', 'o')}
      where not ${has('o.flags', 'automatic')} and not ${MACHINE})
    select asked as contact_no, from_party, to_party from exchange
    union
    select l.contact_no, l.from_party, l.to_party from mail_link l
    join mail_link o on o.contact_no = l.quoted_in and ${back('l', 'o')}
    union
    select reply, to_party, from_party from exchange
    union
    select contact_no, from_party, to_party from subject_talk
    where case when has_id then next_plain else next_any end <= latest + $reply
      or case when refers then last_plain else last_any end >= earliest - $reply`,
};

export const MAIL_LINKS: Query = {
  name: 'mail-links',
  sql: `insert into link
    select l.contact_no, l.from_no, l.to_no, l.from_party, l.to_party, l.directness, l.grade, l.from_grade, l.to_grade,
      a.contact_no is not null, ${channel('mail')}, l.earliest, l.latest
    from mail_link l left join mail_answer a using (contact_no, from_party, to_party)`,
};
