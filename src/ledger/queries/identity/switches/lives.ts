/**
 * Identifiers with the time in which they were in use: which fall silent, and which begin. First half of what finds those that
 * may go on in place of others.
 */
import { COVERAGE_LEVELS } from '../../../../coverage/account.ts';
import { PLAUSIBILITIES } from '../../../../model/time.ts';
import type { Query } from '../../../ledger.ts';
import { addressKind, has, kind, role } from '../../contacts/words.ts';

const DAY = 86_400;
/** Mail to more people than these says nothing of its author's circle. */
const MOST_RECIPIENTS = 10;
/** Of less than a week no rate is told. */
const SHORTEST_LIFE = 7 * DAY;
/** Identifiers that may be switched for another of their kind. */
const SWITCHED = addressKind('mail', 'phone', 'x500', 'handle');

const told = (r: string): string => `${r}.earliest is not null and ${r}.latest - ${r}.earliest <= ${DAY}
  and ${r}.plausibility = ${PLAUSIBILITIES.indexOf('plausible')}
  and not ${has(`${r}.flags`, 'list', 'automatic', 'cancelled', 'quoted', 'nil', 'draft', 'repeated', 'told')}`;

/** Sources of one entry are one holding: each message may be a file. */
const SOURCES: Query = {
  name: 'switch-sources',
  sql: `create or replace temp table switch_source as
    select source_no, dense_rank() over (order by coalesce(entry, path))::integer as entry_no from source where side = 0`,
};

/** Addresses that certainly are one party's at all times, other than its first one: as counterparts they are that one. */
const SAME: Query = {
  name: 'switch-same',
  sql: `create or replace temp table switch_same as
    with owned as (select address_no, min(party_no) as party_no from alias where grade = 0 group by 1 having count(distinct party_no) = 1),
    placed as (
      select o.address_no, first_value(o.address_no) over (partition by o.party_no order by a.kind, a.norm) as same_no
      from owned o join address a using (address_no))
    select address_no, same_no from placed where same_no <> address_no`,
};

const MAIL: Query = {
  name: 'switch-mail',
  sql: `create or replace temp table switch_mail as
    with kept as (
      select r.record_no, s.entry_no, r.earliest as moment from record r join switch_source s using (source_no)
      where r.kind = ${kind('message')} and ${told('r')}),
    author as (
      select p.record_no, arg_min(p.address_no, concat(p.role, ' ', a.norm)) as own
      from participant p join kept using (record_no) join address a using (address_no)
      where p.role in (${role('from', 'sender')}) group by 1),
    told_to as (
      select distinct p.record_no, p.address_no as other from participant p join kept using (record_no)
      where p.role in (${role('to', 'cc', 'bcc')})
      qualify count(distinct p.address_no) over (partition by p.record_no) <= ${MOST_RECIPIENTS})
    select entry_no, own, other, moment from kept join author using (record_no) join told_to using (record_no)`,
};

/**
 * Each contact seen from each of its ends. shown: it shows that the identifier itself was in use; a call that nobody
 * answered, and mail that somebody got, do not. begun: the identifier itself called or wrote.
 */
const ENDS: Query = {
  name: 'switch-ends',
  sql: `create or replace temp view switch_end as
    with calls as (
      select s.entry_no, r.a_no, r.b_no, r.earliest as moment, not ${has('r.flags', 'unanswered')} as answered
      from record r join switch_source s using (source_no)
      where r.kind = ${kind('call')} and r.a_no <> r.b_no and ${told('r')}),
    ends as (
      select entry_no, a_no as own, b_no as other, moment, true as shown, true as begun from calls
      union all select entry_no, b_no, a_no, moment, answered, false from calls
      union all select entry_no, own, other, moment, true, true from switch_mail where own <> other
      union all select entry_no, other, own, moment, false, false from switch_mail where own <> other)
    select e.entry_no, e.own, coalesce(m.same_no, e.other) as other, e.moment, e.shown, e.begun
    from ends e left join switch_same m on m.address_no = e.other`,
};

/**
 * Identifiers with at least $least_contacts contacts that show them in use, with the first and last of these. ended, begun:
 * at the rate of its days of use at least $least_missed contacts are missing after the last (before the first) of them in
 * the holdings that show it, over at least $quiet_days. What a holding reaches: its own first to last record, and what is
 * declared of it.
 */
const LIVES: Query = {
  name: 'switch-lives',
  sql: `create or replace temp table switch_life as
    with seen as (
      select own, entry_no, min(moment) as first, max(moment) as last, count(*) as contacts
      from switch_end where shown group by own, entry_no),
    declared as (
      select s.entry_no, min(c.from_day::bigint * ${DAY}) as from_time, max((c.to_day::bigint + 1) * ${DAY}) as to_time
      from coverage c join switch_source s using (source_no) where c.level = ${COVERAGE_LEVELS.indexOf('declared')} and c.own group by 1),
    reach as (
      select e.entry_no, least(min(e.first), any_value(d.from_time)) as from_time, greatest(max(e.last), any_value(d.to_time)) as to_time
      from seen e left join declared d using (entry_no) group by 1),
    whole as (select *, min(first) over (partition by own) as life_first, max(last) over (partition by own) as life_last from seen),
    lives as (
      select w.own, any_value(w.life_first) as first, any_value(w.life_last) as last, sum(w.contacts)::bigint as contacts,
        sum(w.contacts * greatest(r.to_time - w.life_last, 0) // greatest(w.last - w.first, ${SHORTEST_LIFE}))::bigint as missed_after,
        sum(w.contacts * greatest(w.life_first - r.from_time, 0) // greatest(w.last - w.first, ${SHORTEST_LIFE}))::bigint as missed_before,
        max(r.to_time) - any_value(w.life_last) as quiet_after, any_value(w.life_first) - min(r.from_time) as quiet_before
      from whole w join reach r using (entry_no) group by w.own having sum(w.contacts) >= $least_contacts)
    select l.own, a.kind, l.first, l.last, l.contacts,
      l.missed_after >= $least_missed and l.quiet_after >= $quiet_days * ${DAY} as ended,
      l.missed_before >= $least_missed and l.quiet_before >= $quiet_days * ${DAY} as begun
    from lives l join address a on a.address_no = l.own where a.kind in (${SWITCHED})`,
};

/** Makes everything up to the lives. */
export const SWITCH_LIVES: readonly Query[] = [SOURCES, SAME, MAIL, ENDS, LIVES];

/** @returns own, kind, first, last, ended, begun; a row for each identifier with enough contacts */
export const LIVES_FOUND: Query = {
  name: 'switch-lives-found',
  sql: 'select own, cast(kind as integer) as kind, first, last, ended, begun from switch_life order by own',
};
