/** From what is seen to the rows of the tables coverage and silence. */
import { COVERAGE_LEVELS, type CoverageLevel } from '../../../coverage/account.ts';
import { MAIN_PART } from '../../../coverage/ownership.ts';
import { SHORTEST_SILENCE, weekday } from '../../../coverage/silence.ts';
import type { Query } from '../../ledger.ts';
import { tableOfLines } from '../reconcile/lines.ts';
import { FAR_FUTURE, FAR_PAST } from '../reconcile/open-time.ts';
import { coarse, firstOf, IN_PERSON, ITEM_ENDS, lastOf, localDayOf, onDay } from './seen.ts';

const level = (name: CoverageLevel): number => COVERAGE_LEVELS.indexOf(name);

/** What holds for a holding: days of its scope (clipped to the case's "now"), whether it is declared complete for them. From $lines. */
export const HOLDING_RULE: Query = {
  name: 'holding-rule',
  sql: tableOfLines('holding_rule', {
    holding_no: 'integer',
    open: 'boolean',
    listed: 'boolean',
    complete: 'boolean',
    from_day: 'integer',
    to_day: 'integer',
  }),
};

/** Owners of holdings, an account or a party each. From $lines. */
export const HOLDING_OWNER: Query = {
  name: 'holding-owner',
  sql: tableOfLines('holding_owner', { holding_no: 'integer', account_no: 'integer', party_no: 'integer' }),
};

/**
 * Accounts (parties for meetings and visits) of the owners, or of everybody where a holding has none, each with the days
 * that are declared or from its first to its last item.
 */
export const SPAN: Query = {
  name: 'coverage-span',
  sql: `create or replace temp table coverage_span as
    with owned as (
      select holding_no, account_no from holding_owner where account_no is not null
      union
      select o.holding_no, a.address_no from holding_owner o join holding_rule h using (holding_no)
        join alias a on a.party_no = o.party_no and a.grade < 2 where not h.listed),
    seen as (
      select holding_no, channel, address_no as account_no, null::integer as party_no, first, last, items, coarse
        from coverage_seen s where channel not in (${IN_PERSON})
          and (exists (select 1 from holding_rule h where h.holding_no = s.holding_no and h.open)
            or exists (select 1 from owned o where o.holding_no = s.holding_no and o.account_no = s.address_no))
      union all
      select holding_no, channel, null, party_no, ${firstOf('m')}, ${lastOf('m')}, count(*), bool_or(${coarse('m')})
        from coverage_met m
        where exists (select 1 from holding_rule h where h.holding_no = m.holding_no and h.open)
          or exists (select 1 from holding_owner o where o.holding_no = m.holding_no and o.party_no = m.party_no)
        group by 1, 2, 4),
    judged as (
      select s.*, not h.open as own, h.from_day as scope_from, h.to_day as scope_to, h.complete and (h.listed or h.open
        or s.party_no is not null or s.items * ${MAIN_PART} >= max(s.items) over (partition by s.holding_no, s.channel)) as whole
      from seen s join holding_rule h using (holding_no)),
    dated as (
      select j.*, ${localDayOf('f', 'j.first')} as first_day, ${localDayOf('l', 'j.last')} as last_day
      from judged j ${onDay('f', 'j.first')} ${onDay('l', 'j.last')})
    select cast(row_number() over (order by holding_no, channel, account_no nulls first, party_no nulls first) as integer) as span_no,
      holding_no, channel, account_no, party_no, own, whole, coarse,
      case when whole then scope_from else greatest(first_day, coalesce(scope_from, first_day)) end as from_day,
      case when whole then scope_to else least(last_day, coalesce(scope_to, last_day)) end as to_day
    from dated`,
};

/** Spans whose rhythm is looked at: active ones of owners, and of parties of people.yaml, whose items say their day. */
const WATCHED = `(select s.* from coverage_span s where not s.whole and not s.coarse and s.to_day - s.from_day > ${SHORTEST_SILENCE}
  and (s.own or s.party_no in (select party_no from party where named)
    or s.account_no in (select address_no from alias join party using (party_no) where named)))`;

/** How many these are. @returns spans */
export const WATCHED_SPANS: Query = { name: 'watched-spans', sql: `select count(*) as spans from ${WATCHED}` };

/** Days with an item, by span. */
export const EACH_DAY: Query = {
  name: 'coverage-day',
  sql: `create or replace temp table coverage_day as
    with watched as (${WATCHED}),
    met as (
      select w.span_no, m.earliest from watched w join coverage_met m
        on m.holding_no = w.holding_no and m.channel = w.channel and m.party_no = w.party_no),
    sent as (
      select w.span_no, e.earliest from ${ITEM_ENDS} e join holding h using (source_no)
        join watched w on w.holding_no = h.holding_no and w.channel = e.channel and w.account_no = e.address_no),
    each as (select * from met union all select * from sent)
    select distinct e.span_no, ${localDayOf('d', 'e.earliest')} as day from each e ${onDay('d', 'e.earliest')}`,
};

const WEEKDAYS = Array.from({ length: 7 }, (_, i) => i);
/** The same as weekday(): day 0 was a Thursday. */
const WEEKDAY = `((day + ${weekday(0)}) % 7 + 7) % 7`;

/** The rhythm of each span that was looked at. @returns span_no, from_day, to_day, and days with an item: d0 (Monday) to d6 */
export const RHYTHMS: Query = {
  name: 'coverage-rhythms',
  sql: `select s.span_no, s.from_day, s.to_day, ${WEEKDAYS.map(
    (i) => `cast(sum(case when ${WEEKDAY} = ${i} then 1 else 0 end) as integer) as d${i}`,
  ).join(', ')}
    from coverage_day d join coverage_span s using (span_no)
    where d.day between s.from_day and s.to_day group by 1, 2, 3 order by 1`,
};

/** Runs of empty days between items. @returns span_no, from_day, to_day */
export const EMPTY_RUNS: Query = {
  name: 'coverage-empty-runs',
  sql: `with ordered as (
      select d.span_no, d.day, lead(d.day) over (partition by d.span_no order by d.day) as next
      from coverage_day d join coverage_span s using (span_no) where d.day between s.from_day and s.to_day)
    select span_no, cast(day + 1 as integer) as from_day, cast(next - 1 as integer) as to_day from ordered
    where next - day > ${SHORTEST_SILENCE} order by 1, 2`,
};

/** Silences among them. From $lines. */
export const HOLE: Query = {
  name: 'coverage-hole',
  sql: tableOfLines('coverage_hole', {
    span_no: 'integer',
    from_day: 'integer',
    to_day: 'integer',
    expected: 'integer',
  }),
};

export const WRITE_SILENCES: Query = {
  name: 'write-silences',
  sql: `insert into silence
    select s.holding_no, s.account_no, s.party_no, s.channel, h.from_day, h.to_day, h.expected
    from coverage_hole h join coverage_span s using (span_no) order by h.span_no, h.from_day`,
};

/** Spans without their silences. */
export const WRITE_SPANS: Query = {
  name: 'write-spans',
  sql: `insert into coverage by name
    with starts as (
      select span_no, from_day as day from coverage_span where from_day <= to_day
      union all select span_no, to_day + 1 from coverage_hole),
    ends as (
      select span_no, to_day as day from coverage_span where from_day <= to_day
      union all select span_no, from_day - 1 from coverage_hole),
    first as (select *, row_number() over (partition by span_no order by day) as part from starts),
    last as (select *, row_number() over (partition by span_no order by day) as part from ends)
    select s.holding_no as source_no, s.account_no, s.party_no, s.channel,
      case when s.whole then ${level('declared')} else ${level('active')} end as level, s.own,
      f.day as from_day, l.day as to_day
    from first f join last l using (span_no, part) join coverage_span s using (span_no)
    order by s.span_no, f.day`,
};

/** The number that follows the last address. */
export const ADDRESSES: Query = {
  name: 'coverage-addresses',
  sql: 'select coalesce(max(address_no), -1) + 1 as addresses from address',
};

/** What of a party's accounts is covered, with the days on which they were its. Parties of $numbers. */
export const PARTY_COVERAGE: Query = {
  name: 'party-coverage',
  sql: `with wanted as (select try_cast(unnest(string_split($numbers, chr(10))) as integer) as party_no),
    account as (
      select party_no, address_no as account_no, coalesce(from_time, ${FAR_PAST}) as from_time,
        coalesce(to_time, ${FAR_FUTURE}) as to_time
        from alias where grade < 2 and party_no in (select party_no from wanted)
      union all
      select party_no, account_no, coalesce(from_time, ${FAR_PAST}), coalesce(to_time, ${FAR_FUTURE})
        from known_account where party_no in (select party_no from wanted))
    select a.party_no, c.channel::integer as channel, c.level::integer as level, c.own, c.from_day, c.to_day, a.from_time, a.to_time
      from account a join coverage c on c.account_no = a.account_no
    union all
    select c.party_no, c.channel::integer, c.level::integer, c.own, c.from_day, c.to_day, ${FAR_PAST}, ${FAR_FUTURE}
      from coverage c where c.party_no in (select party_no from wanted)
    order by 1, 2, 5, 6, 3, 4`,
};

/** Accounts with items that are declared complete by their source. @returns holding_no, account_no, channel */
export const COMPLETE_SPANS: Query = {
  name: 'complete-spans',
  sql: `select holding_no, account_no, cast(channel as integer) as channel from coverage_span
    where own and whole and account_no is not null order by 1, 2, 3`,
};

/** Parties of which something is covered by a source of their own or a declaration. @returns party_no */
export const PARTIES_COVERED: Query = {
  name: 'parties-covered',
  sql: `select l.party_no from alias l join coverage c on c.account_no = l.address_no where c.own and l.grade < 2
    union select k.party_no from known_account k join coverage c using (account_no) where c.own
    union select party_no from coverage where own and party_no is not null
    order by 1`,
};
