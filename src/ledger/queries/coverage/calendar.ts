/** Coverage by source and channel, for a calendar. */
import type { Query } from '../../ledger.ts';

/** Accounts by source and channel; entry null: declared in case.yaml alone. @returns entry, channel, accounts, own */
export const CALENDAR_ACCOUNTS: Query = {
  name: 'calendar-accounts',
  sql: `select s.entry, cast(c.channel as integer) as channel,
      cast(count(distinct concat(c.account_no, ' ', c.party_no)) as integer) as accounts, bool_and(c.own) as own
    from coverage c left join source s using (source_no) group by 1, 2 order by 1 nulls last, 2`,
};

/** Days by source, channel and level. @returns entry, channel, level, from_day, to_day */
export const CALENDAR_DAYS: Query = {
  name: 'calendar-days',
  sql: `select distinct s.entry, cast(c.channel as integer) as channel, cast(c.level as integer) as level, c.from_day, c.to_day
    from coverage c left join source s using (source_no) order by 1 nulls last, 2, 3, 4, 5`,
};

/** Silences by source and channel. @returns entry, channel, silences */
export const CALENDAR_SILENCES: Query = {
  name: 'calendar-silences',
  sql: `select s.entry, cast(x.channel as integer) as channel, cast(count(*) as integer) as silences
    from silence x join source s using (source_no) group by 1, 2 order by 1, 2`,
};

/** What disclosures reach, by audience. @returns audience, parties, from_day, to_day */
export const CALENDAR_REACH: Query = {
  name: 'calendar-reach',
  sql: `with each as (select audience, count(distinct party_no)::integer as parties from disclosure_reach group by 1)
    select distinct r.audience, e.parties, r.from_day, r.to_day from disclosure_reach r join each e using (audience)
    order by 1, 3, 4`,
};
