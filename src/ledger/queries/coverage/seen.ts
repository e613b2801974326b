/** Which accounts are seen in which sources of records, by which channel, from when to when. */
import { CHANNELS, type Channel } from '../../../model/definition.ts';
import { FLAG, RECORD_KINDS, type RecordKind } from '../../../model/record.ts';
import { PLAUSIBILITIES } from '../../../model/time.ts';
import type { Query } from '../../ledger.ts';
import { channel, has, kind, role, utcDay } from '../contacts/words.ts';
import { tableOfLines } from '../reconcile/lines.ts';
import { FAR_FUTURE, FAR_PAST } from '../reconcile/open-time.ts';

/** A record that is less exact than a day in an unknown zone (50 hours) does not say on which day something was active. */
const DAY_WIDE = 50 * 3600;
/** One that is less exact than a quarter of a year says nothing of activity at all. */
const WIDEST = 93 * 86_400;

const channelOf = (of: RecordKind, as: Channel): string =>
  `when ${RECORD_KINDS.indexOf(of)} then ${CHANNELS.indexOf(as)}`;
const CHANNEL = `(case when r.flags & ${FLAG.text} > 0 then ${channel('text')} else case r.kind
  ${channelOf('message', 'mail')} ${channelOf('call', 'call')} ${channelOf('meeting', 'meeting')}
  ${channelOf('visit', 'visit')} end end)`;

/** Channels that a party has no address for: whoever met or visited did so in person. */
export const IN_PERSON: string = channel('meeting', 'visit');

/**
 * What one declaration is about: the sources of an entry together where it names its owner or has a file for each message,
 * otherwise each by itself. Entries that name accounts stand in $named, one a line.
 */
export const HOLDING: Query = {
  name: 'holding',
  sql: `create or replace temp table holding as
    select source_no, case when custodian is not null or format in ('eml', 'maildir')
        or entry in (select unnest(string_split($named, chr(10))))
      then min(source_no) over (partition by entry) else source_no end as holding_no
    from source where side = 0`,
};

/** The case's "now", $as_of: nothing later counts. */
export const NOW: Query = {
  name: 'coverage-now',
  sql: 'create or replace temp table coverage_now as select cast($as_of as bigint) as as_of',
};

/**
 * Records that show that an account was active. What another message quotes does not: it may have come from
 * anywhere.
 */
export const ITEM: Query = {
  name: 'coverage-item',
  sql: `create or replace temp view coverage_item as
    select r.record_no, r.source_no, cast(${CHANNEL} as utinyint) as channel, r.a_no, r.b_no, r.earliest, r.latest
    from record r
    where r.source_no in (select source_no from holding) and r.kind <> ${kind('report')}
      and r.plausibility = ${PLAUSIBILITIES.indexOf('plausible')} and not ${has('r.flags', 'quoted', 'nil')}
      and r.latest - r.earliest <= ${WIDEST} and r.earliest <= (select as_of from coverage_now)`,
};

const PARTICIPANTS = `(select distinct record_no, address_no from participant
  where role not in (${role('reply-to', 'mentioned', 'resource')}))`;

/** Rows (source_no, channel, address_no, earliest, latest) of everybody who is in an item. */
export const ITEM_ENDS: string = `(
  select source_no, channel, a_no as address_no, earliest, latest from coverage_item where a_no is not null
  union all
  select source_no, channel, b_no, earliest, latest from coverage_item where b_no is not null and b_no is distinct from a_no
  union all
  select i.source_no, i.channel, p.address_no, i.earliest, i.latest
    from ${PARTICIPANTS} p join coverage_item i using (record_no))`;

/** SQL for whether an item does not say its day. */
export const coarse = (item: string): string => `${item}.latest - ${item}.earliest > ${DAY_WIDE}`;

/**
 * SQL for where the first and the last of some items are: on their days for certain, and where a month or quarter is all
 * that they say, there, as somebody who lists by months lists whole ones.
 */
export const firstOf = (item: string): string =>
  `min(case when ${coarse(item)} then ${item}.earliest else ${item}.latest end)`;
export const lastOf = (item: string): string =>
  `max(case when ${coarse(item)} then ${item}.latest else ${item}.earliest end)`;

/** One row an account, source and channel. */
export const SEEN: Query = {
  name: 'coverage-seen',
  sql: `create or replace temp table coverage_seen as
    select h.holding_no, s.channel, s.address_no, min(s.first) as first, max(s.last) as last, sum(s.items)::bigint as items,
      bool_or(s.coarse) as coarse
    from (select source_no, channel, address_no, ${firstOf('e')} as first, ${lastOf('e')} as last, count(*) as items,
        bool_or(${coarse('e')}) as coarse
      from ${ITEM_ENDS} e group by 1, 2, 3) s join holding h using (source_no)
    group by 1, 2, 3`,
};

const WHO = `(select address_no, party_no, coalesce(from_time, ${FAR_PAST}) as from_time,
  coalesce(to_time, ${FAR_FUTURE}) as to_time from alias where grade < 2)`;

/** Ends of meetings and visits with the parties whose they were then. */
export const MET: Query = {
  name: 'coverage-met',
  sql: `create or replace temp table coverage_met as
    select h.holding_no, e.channel, w.party_no, e.earliest, e.latest
    from ${ITEM_ENDS} e join ${WHO} w on w.address_no = e.address_no and e.latest >= w.from_time and e.earliest <= w.to_time
    join holding h using (source_no)
    where e.channel in (${IN_PERSON})`,
};

/** Holdings with what their first source says, their records and their busiest account (of equals the smallest). */
export const HOLDINGS: Query = {
  name: 'holdings',
  sql: `with items as (
      select h.holding_no, sum(i.items) as items
      from (select source_no, count(*) as items from coverage_item group by 1) i join holding h using (source_no) group by 1),
    account as (
      select holding_no, address_no, sum(items) as items from coverage_seen group by 1, 2),
    busiest as (
      select holding_no, max(items) as most from account group by 1),
    first as (
      select b.holding_no, b.most, min(a.address_no) as address_no
      from busiest b join account a on a.holding_no = b.holding_no and a.items = b.most group by 1, 2)
    select s.source_no as holding_no, s.entry, s.custodian, s.scope_from, s.scope_to, coalesce(s.scope_complete, false) as complete,
      coalesce(i.items, 0)::bigint as items, f.address_no as busiest, f.most::bigint as most
    from source s left join items i on i.holding_no = s.source_no left join first f on f.holding_no = s.source_no
    where s.source_no in (select holding_no from holding) order by 1`,
};

/** Channels of the holdings. @returns holding_no, channel */
export const HOLDING_CHANNELS: Query = {
  name: 'holding-channels',
  sql: 'select distinct holding_no, cast(channel as integer) as channel from coverage_seen order by 1, 2',
};

/** Parties of the addresses of $numbers, one a line. @returns address_no, party_no */
export const HOLDERS: Query = {
  name: 'coverage-holders',
  sql: `select address_no, party_no from alias
    where grade < 2 and address_no in (select try_cast(unnest(string_split($numbers, chr(10))) as integer)) order by 1, 2`,
};

/** UTC days of items. @returns utc_day */
export const ITEM_DAYS: Query = {
  name: 'coverage-item-days',
  sql: `select ${utcDay('earliest')} as utc_day from coverage_item
    union select ${utcDay('latest')} from coverage_item where latest <> earliest order by 1`,
};

/** The local days that share each of these UTC days, see SharedDay. From $lines. */
export const SHARED_DAY: Query = {
  name: 'coverage-shared-day',
  sql: tableOfLines('shared_day', { utc_day: 'integer', local_day: 'integer', cut: 'bigint' }),
};

/** SQL for the local day of an instant. @param d alias of shared_day, joined on the instant's UTC day */
export const localDayOf = (d: string, instant: string): string =>
  `(${d}.local_day + case when ${instant} >= ${d}.cut then 1 else 0 end)`;

/** SQL that joins shared_day for an instant. */
export const onDay = (d: string, instant: string): string =>
  `join shared_day ${d} on ${d}.utc_day = ${utcDay(instant)}`;

/** Takes away what the stage made for itself. */
export const FORGET_COVERAGE: Query = {
  name: 'forget-coverage',
  sql: [
    'coverage_now',
    'holding',
    'coverage_seen',
    'coverage_met',
    'shared_day',
    'holding_rule',
    'holding_owner',
    'coverage_span',
    'coverage_day',
    'coverage_hole',
  ]
    .map((table) => `drop table if exists temp."${table}"`)
    .concat('drop view if exists temp.coverage_item')
    .join('; '),
};
