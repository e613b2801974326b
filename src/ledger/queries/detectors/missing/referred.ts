/** Message-IDs that loaded messages answer and no loaded message has: each proves that a message existed. */
import { CHANNELS, DIRECTNESS } from '../../../../model/definition.ts';
import type { Query } from '../../../ledger.ts';
import { has, kind, plainSubject } from '../../contacts/words.ts';

const DIRECT = DIRECTNESS.indexOf('direct');
/** What mail programs put before the subject of a forwarded mail: its reader need not have had what it answers. */
const FORWARDED = "'^\\s*(?:fwd?|wg|tr|rv|vb|vl|enc|doorst|i)\\s*:'";

/**
 * Answers and what they answer. Lists are left out: what was posted there need have reached nobody here. Of a holding in which
 * hardly an id resolves the ids are not those that others wrote: some gateway gave each copy a new one.
 */
export const ANSWERED: Query = {
  name: 'answered',
  sql: `create or replace temp table answered as
    with said as (
      select distinct l.contact_no, l.entry, r.message_id
      from reference r join letter_held l using (record_no)
      where l.side = 0 and not ${has('l.flags', 'list', 'automatic')} and r.message_id <> 0),
    loaded as (select distinct message_id from record where kind = ${kind('message')} and message_id <> 0),
    told as (select s.*, o.message_id is not null as known from said s left join loaded o using (message_id)),
    rewritten as (
      select entry from told group by entry
      having count(*) >= $fewest_ids and count(*) filter (where known) < count(*) * $least_resolved / 100)
    select contact_no, message_id, bool_or(known) as known from told
    where entry not in (select entry from rewritten) group by contact_no, message_id`,
};

/**
 * The earliest answer to each unknown id, with how many ids it is the first to name. Of what it answers besides, nothing that
 * is loaded answers these: in a thread they come after all that is known (RFC 5322, 3.6.4: an answer names what its parent
 * answered, then its parent), so its writer had one of them at least; \`sure\` is false where a loaded one lost its own
 * references. Not proven where a loaded message that nobody names by its id is of the same thread and earlier: it may be that
 * one, its id rewritten on the way.
 */
export const REFERRED_ABSENT: Query = {
  name: 'referred-absent',
  sql: `create or replace temp table referred_absent as
    with mail as (
      select contact_no, min(record_no) as record_no, min(thread) as thread, max(latest) as latest, min(earliest) as earliest,
        any_value(subject order by record_no) as subject
      from letter_held where earliest is not null group by contact_no),
    first_answer as (
      select a.message_id, arg_min(a.contact_no, concat(lpad((m.latest + 100000000000)::varchar, 14, '0'), ' ', lpad(m.record_no::varchar, 10, '0'))) as contact_no
      from answered a join mail m using (contact_no) where not a.known group by a.message_id),
    unknown as (select contact_no, count(*)::integer as ids from first_answer group by contact_no),
    parents as (
      select a.contact_no, p.contact_no as parent, p.earliest,
        exists (select 1 from answered x where x.contact_no = p.contact_no) as answers,
        ${plainSubject('p.subject')} <> lower(trim(p.subject)) as marked
      from answered a join letter_held l on l.message_id = a.message_id join mail p on p.contact_no = l.contact_no
      where a.known and a.contact_no in (select contact_no from unknown)),
    known_part as (
      select contact_no, max(earliest) as after_time, bool_and(answers or not coalesce(marked, false)) as sure
      from parents group by contact_no),
    named_ids as (select distinct message_id from answered),
    unnamed as (
      select l.contact_no, l.thread, min(l.earliest) as earliest from letter_held l
      where l.thread in (select thread from mail join unknown using (contact_no)) group by l.contact_no, l.thread
      having not bool_or(coalesce(l.message_id in (select message_id from named_ids), false))),
    doubtful as (
      select u.contact_no from unknown u join mail m using (contact_no)
        join unnamed n on n.thread = m.thread and n.contact_no <> m.contact_no and coalesce(n.earliest, m.latest) <= m.latest
      union
      select m.contact_no from unknown u join mail m using (contact_no)
        join letter_held l on l.contact_no = m.contact_no
        join quoted_in q on q.outer_no = l.record_no
        join grouped g on g.record_no = q.record_no
        join contact k on k.contact_no = g.contact_no and not ${has('k.flags', 'quoted')}
      where not exists (select 1 from parents p where p.contact_no = m.contact_no and p.parent = g.contact_no))
    select m.contact_no, m.record_no, u.ids, k.after_time, m.latest, m.thread, coalesce(k.sure, true) as sure,
      regexp_matches(lower(coalesce(m.subject, '')), ${FORWARDED}) as forwarded
    from unknown u join mail m using (contact_no) left join known_part k using (contact_no)
    where m.thread <> '' and m.contact_no not in (select contact_no from doubtful)`,
};

/**
 * Who should hold them: whoever wrote the answer; probably also whom it was addressed to. What the answer quotes may be the
 * same message: then it is counted by the quotation alone.
 */
export const REFERRED_HELD: Query = {
  name: 'referred-held',
  sql: `insert into absent
    with quoting as (
      select distinct l.contact_no from quoted_absent q join letter_held l on l.record_no = q.outer_no),
    ends as (
      select l.contact_no, l.from_no as address_no, l.from_party as holder, l.to_party as other, l.grade
        from link l join referred_absent r using (contact_no) where l.channel = ${CHANNELS.indexOf('mail')} and l.directness = ${DIRECT}
      union all
      select l.contact_no, l.to_no, l.to_party, l.from_party, greatest(l.grade, 1)
        from link l join referred_absent r using (contact_no)
        where l.channel = ${CHANNELS.indexOf('mail')} and l.directness = ${DIRECT} and not r.forwarded)
    select 'answered', r.contact_no, null, r.record_no, e.holder, e.other,
      min(case when k.exact then e.grade else greatest(e.grade, 1) end)::integer,
      bool_or(k.from_time <= greatest(coalesce(r.after_time, r.latest - $answer_within), r.latest - $answer_within) and k.to_time >= r.latest),
      case when r.sure and w.contact_no is null then 1 else 0 end,
      r.ids - case when w.contact_no is null then 0 else 1 end,
      r.after_time, r.latest, concat('answer ', r.contact_no)
    from referred_absent r join ends e using (contact_no)
    join reach_address k on k.address_no = e.address_no and k.party_no = e.holder and k.from_time <= r.latest
      and k.to_time >= coalesce(r.after_time, r.latest - $answer_within) and k.sent and k.received
    left join quoting w on w.contact_no = r.contact_no
    where r.ids - case when w.contact_no is null then 0 else 1 end > 0
    group by r.contact_no, r.record_no, e.holder, e.other, r.sure, w.contact_no, r.ids, r.after_time, r.latest`,
};
