/** Accounts of the sides of a question, and what of them is covered. */
import type { Query } from '../../ledger.ts';
import { addressKind, channel, has } from '../contacts/words.ts';
import { FAR_FUTURE, FAR_PAST } from '../reconcile/open-time.ts';

/** A side of a question: a name of membership, or numbers of parties. */
export type SideName = 'a' | 'b';

const past = (column: string): string => `coalesce(${column}, ${FAR_PAST})`;
const future = (column: string): string => `coalesce(${column}, ${FAR_FUTURE})`;

/** Members of a side with the times at which they belong. @param name whether $name is given; without it everybody */
export function sideMembers(side: SideName, name: boolean): Query {
  const rows = name
    ? `select party_no, ${past('from_time')} as from_time, ${future('to_time')} as to_time from membership where name = $name`
    : `select party_no, ${FAR_PAST} as from_time, ${FAR_FUTURE} as to_time from party`;
  return { name: 'side-members', sql: `create or replace temp table side_${side} as ${rows}` };
}

/** The same for the parties of $numbers, always. */
export function sideNumbers(side: SideName): Query {
  return {
    name: 'side-numbers',
    sql: `create or replace temp table side_${side} as
      select cast(party as integer) as party_no, ${FAR_PAST} as from_time, ${FAR_FUTURE} as to_time
      from (select unnest(string_split($numbers, chr(10))) as party) where party <> ''`,
  };
}

const FITTING = addressKind('mail', 'phone', 'x500', 'handle');

/**
 * Accounts of a side: addresses of mail and phone, each with the days on which it was a member's. Another spelling that a
 * mail system has for an account (X.500, a handle) is one of its own only where the party has no address of mail.
 * @returns party_no, account_no, kind, from_time, to_time
 */
export function sideAccounts(side: SideName): Query {
  return {
    name: 'side-accounts',
    sql: `with account as (
        select l.party_no, l.address_no as account_no, a.kind, ${past('l.from_time')} as from_time, ${future('l.to_time')} as to_time
          from alias l join address a using (address_no)
          where l.grade < 2 and a.kind in (${FITTING}) and l.party_no in (select party_no from side_${side})
        union all
        select party_no, account_no, kind, ${past('from_time')}, ${future('to_time')} from known_account
          where party_no in (select party_no from side_${side})),
      mailed as (select distinct party_no from account where kind = ${addressKind('mail')})
      select m.party_no, a.account_no, cast(a.kind as integer) as kind, greatest(a.from_time, m.from_time) as from_time,
        least(a.to_time, m.to_time) as to_time
      from account a join side_${side} m using (party_no)
      where greatest(a.from_time, m.from_time) <= least(a.to_time, m.to_time)
        and (a.kind not in (${addressKind('x500', 'handle')}) or a.party_no not in (select party_no from mailed))
      order by 1, 2, 4, 5`,
  };
}

/** Parties of a side. @returns party_no, key, named, organisation (0 or 1), from_time, to_time */
export function sideParties(side: SideName): Query {
  return {
    name: 'side-parties',
    sql: `select m.party_no, p.key, cast(coalesce(p.named, false) as integer) as named,
        cast(p.kind = 'organisation' as integer) as organisation, m.from_time, m.to_time
      from side_${side} m join party p using (party_no) order by 1, 5, 6`,
  };
}

/** What of a side is covered. @returns account_no, party_no, channel, level, own, from_day, to_day, declared_by */
export function sideCoverage(side: SideName): Query {
  const columns = `cast(c.channel as integer) as channel, cast(c.level as integer) as level,
    cast(c.own as integer) as own, c.from_day, c.to_day, c.declared_by`;
  return {
    name: 'side-coverage',
    sql: `with account as (
        select address_no as account_no from alias where grade < 2 and party_no in (select party_no from side_${side})
        union select account_no from known_account where party_no in (select party_no from side_${side}))
      select c.account_no, c.party_no, ${columns} from coverage c where c.account_no in (select account_no from account)
      union all
      select c.account_no, c.party_no, ${columns} from coverage c where c.party_no in (select party_no from side_${side})
      order by 1 nulls first, 2 nulls first, 3, 4, 6, 7, 8 nulls first`,
  };
}

/** What loaded disclosures reach of a side. @returns party_no, audience, channel, from_day, to_day */
export function sideReach(side: SideName): Query {
  return {
    name: 'side-reach',
    sql: `select party_no, audience, cast(channel as integer) as channel, from_day, to_day from disclosure_reach
      where party_no in (select party_no from side_${side}) order by 1, 2, 3, 4`,
  };
}

export const FORGET_SIDES: Query = {
  name: 'forget-sides',
  sql: 'drop table if exists temp.side_a; drop table if exists temp.side_b',
};

/** A contact that is less exact than a quarter of a year says nothing of the days that the records span. */
const WIDEST = 93 * 86_400;

/** First and last instant of contacts in records, at most $as_of. @returns first, last; null where there are none */
export const RECORD_SPAN: Query = {
  name: 'record-span',
  sql: `select min(earliest) as first, least(max(latest), $as_of) as last from contact
    where channel <> ${channel('report')} and earliest <= $as_of and latest - earliest <= ${WIDEST}
      and not ${has('flags', 'quoted', 'told')}`,
};

/** Channels of which the case holds records, or declares coverage. @returns channel */
export const HELD_CHANNELS: Query = {
  name: 'held-channels',
  sql: `select distinct cast(channel as integer) as channel from contact where not ${has('flags', 'told')}
    union select distinct cast(channel as integer) from coverage order by 1`,
};

/** Parties by key. From $keys, one a line. @returns key, party_no */
export const PARTIES_OF_KEYS: Query = {
  name: 'parties-of-keys',
  sql: `select key, party_no from party where key in (select unnest(string_split($keys, chr(10)))) order by party_no`,
};
