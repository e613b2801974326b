/** Messages that may be copies of one mail. */
import type { Query } from '../../ledger.ts';
import { has, kind, plainSubject, role, utcDay } from './words.ts';

/** Author of each message: From, else Sender; of several the first by its normalised text. */
export const MAIL_FROM: Query = {
  name: 'mail-from',
  sql: `create or replace temp table mail_from as
    select p.record_no, arg_min(p.address_no, concat(p.role, ' ', a.norm)) as from_no
    from participant p join address a using (address_no) join witness w using (record_no)
    where w.kind = ${kind('message')} and p.role in (${role('from', 'sender')})
    group by p.record_no`,
};

/** Messages that stand by themselves. */
export const LETTER: Query = {
  name: 'letter',
  sql: `create or replace temp table letter as
    select w.record_no, w.place, nullif(w.message_id, 0) as message_id, f.from_no, w.earliest, w.latest,
      ${plainSubject('w.subject')} as subject
    from witness w left join mail_from f using (record_no)
    where w.kind = ${kind('message')} and not ${has('w.flags', 'quoted')}`,
};

/** Those that share their Message-ID, or their sender and second, with another one. */
export const LETTER_CANDIDATE: Query = {
  name: 'letter-candidate',
  sql: `create or replace temp table letter_candidate as
    with grouped_by as (
      select *,
        case when message_id is not null and count(*) over (partition by message_id) > 1
          then min(record_no) over (partition by message_id) end as id_group,
        case when from_no is not null and earliest = latest and count(*) over (partition by from_no, earliest, latest) > 1
          then min(record_no) over (partition by from_no, earliest, latest) end as instant_group
      from letter)
    select * from grouped_by where id_group is not null or instant_group is not null`,
};

export const LETTERS: Query = {
  name: 'letters',
  sql: `select record_no, id_group, instant_group, from_no, earliest, latest, subject from letter_candidate order by record_no`,
};

/** To and Cc of the candidates. Bcc is left out: only the sender's copy shows it. */
export const LETTER_RECIPIENTS: Query = {
  name: 'letter-recipients',
  sql: `select p.record_no, p.address_no from participant p join letter_candidate c using (record_no)
    where p.role in (${role('to', 'cc')}) order by 1, 2`,
};

/**
 * Pairs of messages of one sender and subject whose times come near, one of which has no id or no exact time: without
 * either they may be copies. A day's messages are compared with one another, no more.
 */
export const NEAR_LETTERS: Query = {
  name: 'near-letters',
  sql: `with timed as (
      select record_no, from_no, subject, earliest, latest, message_id is null or latest > earliest as weak,
        unnest(range(${utcDay('earliest - $near')}, ${utcDay('latest + $near')} + 1)) as utc_day
      from letter
      where from_no is not null and subject <> '' and latest - earliest <= 4 * 86400)
    select distinct least(w.record_no, o.record_no) as a, greatest(w.record_no, o.record_no) as b
    from timed w join timed o using (from_no, subject, utc_day)
    where w.weak and w.record_no <> o.record_no and w.earliest <= o.latest + $near and o.earliest <= w.latest + $near
    order by 1, 2`,
};
