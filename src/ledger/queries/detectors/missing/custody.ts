/** Whose mail is loaded, for when: who should hold a message. */
import { CHANNELS } from '../../../../model/definition.ts';
import type { Query } from '../../../ledger.ts';
import { addressKind, has, kind, plainSubject, role } from '../../contacts/words.ts';
import { FAR_FUTURE, FAR_PAST } from '../../reconcile/open-time.ts';

const MAIL = CHANNELS.indexOf('mail');
const DAY = 86_400;
/** A local day of any zone lies within these of the UTC day of its date, seconds. */
const [EAST, WEST] = [14 * 3600, 12 * 3600];

/** Messages that stand by themselves, of all sides: what is loaded is not missing, whoever produced it. */
export const LETTER_HELD: Query = {
  name: 'letter-held',
  sql: `create or replace temp table letter_held as
    select r.record_no, coalesce(g.contact_no, r.record_no) as contact_no, nullif(r.message_id, 0) as message_id, s.entry, s.side,
      r.earliest, r.latest, r.flags, r.subject, ${plainSubject('r.subject')} as thread
    from record r join source s using (source_no) left join grouped g using (record_no)
    where r.kind = ${kind('message')} and not ${has('r.flags', 'quoted', 'draft')}`,
};

/** Author of each: From, else Sender; of several the first by normalised text. */
export const LETTER_AUTHOR: Query = {
  name: 'letter-author',
  sql: `create or replace temp table letter_author as
    select p.record_no, arg_min(p.address_no, concat(p.role, ' ', a.norm)) as address_no
    from participant p join letter_held l using (record_no) join address a using (address_no)
    where p.role in (${role('from', 'sender')}) group by p.record_no`,
};

/** Quoted messages, each with the message that it stands in: the last that begins before it in the same file. */
export const QUOTED_IN: Query = {
  name: 'quoted-in',
  sql: `create or replace temp table quoted_in as
    with placed as (
      select record_no, part, last_value(case when part = 0 then record_no end ignore nulls) over (
        partition by source_no order by byte_offset, part, record_no rows unbounded preceding) as outer_no
      from record where kind = ${kind('message')}
        and source_no in (select source_no from record where kind = ${kind('message')} and part > 0))
    select record_no, part, outer_no from placed where part > 0 and outer_no is not null`,
};

/**
 * Mail accounts of custodians with the time for which their material reaches, whatever the zone of its days. sent, received:
 * the material holds mail that the owner wrote to others alone, and mail that others wrote: an inbox alone should
 * not hold what was sent, though it may hold what its owner wrote to himself as well.
 * What is declared in case.yaml alone holds both.
 */
export const CUSTODY: Query = {
  name: 'custody',
  sql: `create or replace temp table custody as
    with reach as (
      select c.account_no, c.party_no, s.entry, c.from_day::bigint * ${DAY} + ${WEST} as from_time,
        (c.to_day::bigint + 1) * ${DAY} - ${EAST} as to_time
      from coverage c left join source s using (source_no)
      where c.channel = ${MAIL} and c.own and coalesce(s.side, 0) = 0),
    accounts as (
      select r.account_no as address_no, l.party_no, r.entry,
        greatest(r.from_time, coalesce(l.from_time, ${FAR_PAST})) as from_time, least(r.to_time, coalesce(l.to_time, ${FAR_FUTURE})) as to_time
      from reach r join alias l on l.address_no = r.account_no and l.grade = 0 where r.account_no is not null
      union
      select l.address_no, l.party_no, r.entry, greatest(r.from_time, coalesce(l.from_time, ${FAR_PAST})),
        least(r.to_time, coalesce(l.to_time, ${FAR_FUTURE}))
      from reach r join alias l on l.party_no = r.party_no and l.grade = 0 join address a using (address_no)
      where r.account_no is null and a.kind in (${addressKind('mail', 'x500')})),
    own as (
      select distinct h.record_no, h.entry, l.party_no from letter_author w join letter_held h using (record_no)
      join alias l using (address_no) where l.grade = 0),
    sent_to as (
      select o.record_no, o.entry, o.party_no, bool_or(l.party_no is not null) as to_self
      from own o join participant p on p.record_no = o.record_no and p.role in (${role('to', 'cc', 'bcc')})
      left join alias l on l.address_no = p.address_no and l.party_no = o.party_no
      where o.party_no in (select party_no from accounts) group by 1, 2, 3),
    wrote as (select distinct entry, party_no from sent_to where not to_self),
    got as (
      select h.entry, count(distinct w.address_no) as authors from letter_author w join letter_held h using (record_no) group by 1)
    select a.*, a.entry is null or w.party_no is not null as sent,
      a.entry is null or coalesce(g.authors, 0) > case when w.party_no is null then 0 else 1 end as received
    from accounts a left join wrote w on w.entry = a.entry and w.party_no = a.party_no left join got g on g.entry = a.entry
    where a.from_time <= a.to_time`,
};

/**
 * The same by every address that may stand for an account: those above, and bare names and names of mail systems of the same
 * party, for which it is open which of its accounts was meant (exact: false).
 */
export const REACH_ADDRESS: Query = {
  name: 'reach-address',
  sql: `create or replace temp table reach_address as
    select address_no, party_no, from_time, to_time, sent, received, true as exact from custody
    union
    select l.address_no, c.party_no, greatest(c.from_time, coalesce(l.from_time, ${FAR_PAST})),
      least(c.to_time, coalesce(l.to_time, ${FAR_FUTURE})), c.sent, c.received, false
    from custody c join alias l on l.party_no = c.party_no join address a on a.address_no = l.address_no
    where a.kind in (${addressKind('name', 'x500', 'handle')})
      and l.address_no not in (select address_no from custody)`,
};
