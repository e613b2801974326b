/** Rows for the detector rate-change: events, the questions that the case names, and all pairs with enough contacts. */
import type { Definition } from '../../../model/definition.ts';
import type { Query } from '../../ledger.ts';
import { type Asked, askedLinks } from '../contacts/asked.ts';
import { contactStatus, linkCounts } from '../contacts/definition.ts';
import { channel, has, utcDay } from '../contacts/words.ts';
import { tableOfLines } from '../reconcile/lines.ts';

/** From $lines: UTC day, the local day that it begins with, the second at which the next local day begins. */
export const RATE_DAY: Query = {
  name: 'rate-day',
  sql: tableOfLines('rate_day', { utc_day: 'integer', local_day: 'integer', cut: 'bigint' }),
};

/** From $lines: what the case names (question) and how the accounts of each party are covered (party), each as JSON. */
export const RATE_ASKED: Query = {
  name: 'rate-asked',
  sql: `create or replace temp table rate_asked as
    select split_part(line, ' ', 1) as standing, cast(split_part(line, ' ', 2) as integer) as no,
      substr(line, length(split_part(line, ' ', 1)) + length(split_part(line, ' ', 2)) + 3) as value
    from (select unnest(string_split($lines, chr(10))) as line) where line <> ''`,
};

/** Contacts of the temporary table candidate that certainly count, with their times, by latest instant, then id. */
export function rateCertain(definition: Definition): Query {
  return {
    name: 'rate-certain',
    sql: `select c.contact_no as contact, any_value(c.id) as id, any_value(c.channel) as channel,
        any_value(c.earliest) as earliest, any_value(c.latest) as latest, bool_or(${has('c.flags', 'told')}
          or c.channel = ${channel('report')}) as told
      from candidate c
      where ${contactStatus('c', definition)} = 2 and ${linkCounts('c', definition)} and c.grade = 0 and c.member and c.inside
      group by c.contact_no order by any_value(c.latest), any_value(c.id)`,
  };
}

/** Instants of contacts as UTC days, for RATE_DAY. */
export const RATE_DAYS: Query = {
  name: 'rate-days',
  sql: `select distinct utc_day from (
      select ${utcDay('earliest')} as utc_day from contact where earliest is not null
      union all select ${utcDay('latest')} from contact where latest is not null and latest <> earliest)
    order by 1`,
};

const EVERYBODY: Asked = { between: null, and: null, from: null, to: null, channels: null };
const localDay = (d: string, time: string): string =>
  `(${d}.local_day + case when ${time} >= ${d}.cut then 1 else 0 end)`;

/** Parties with more than one address: only between them can a contact have two links. */
const SEVERAL = 'select party_no from alias group by party_no having count(distinct address_no) > 1';

/** Days that a contact may have been in after its first one are told up to so many. */
const MOST_DAYS_MORE = 63;

/**
 * Contacts of each pair that certainly count and were recorded; of those that may be one, one. `code` is the first local day,
 * the days after it, and the channel: ((first day · 64) + days after it) · 8 + channel.
 */
function rateContact(definition: Definition): Query {
  const told = `${has('k.flags', 'told')} or k.channel = ${channel('report')}`;
  const several = `(mine in (${SEVERAL}) or theirs in (${SEVERAL}))`;
  return {
    name: 'rate-contact',
    sql: `create or replace temp table rate_contact as
      with links as (
        select l.mine, l.theirs, l.contact_no, l.channel, l.earliest, l.latest
        from (${askedLinks(EVERYBODY)}) l
        where l.mine_grade = 0 and l.theirs_grade = 0 and l.earliest is not null and ${linkCounts('l', definition)}
          and l.contact_no not in (select k.contact_no from contact k where ${told} or ${contactStatus('k', definition)} < 2)),
      counting as (
        select * from links where not ${several} union all select distinct * from links where ${several}),
      many as (select mine, theirs from counting group by 1, 2 having count(*) >= $least_contacts),
      kept as (select c.* from counting c join many using (mine, theirs)),
      again as (
        select b.mine, b.theirs, b.contact_no from may_be_same s join kept b on b.contact_no = s.contact_b
        join kept a on a.contact_no = s.contact_a and a.mine = b.mine and a.theirs = b.theirs)
      select c.mine, c.theirs, c.contact_no,
        (${localDay('d', 'c.earliest')} * 64 + least(${MOST_DAYS_MORE},
          ${localDay('e', 'c.latest')} - ${localDay('d', 'c.earliest')})) * 8 + c.channel as code
      from kept c join rate_day d on d.utc_day = ${utcDay('c.earliest')} join rate_day e on e.utc_day = ${utcDay('c.latest')}
      anti join again g on g.contact_no = c.contact_no and g.mine = c.mine and g.theirs = c.theirs`,
  };
}

/**
 * Pairs with enough contacts within $most_days of some event, and whether the numbers before and after some event differ
 * enough, by days of the calendar, that their contacts are listed by id as well.
 */
const RATE_PAIR: Query = {
  name: 'rate-pair',
  sql: `create or replace temp table rate_pair as
    with around as (
      select r.mine, r.theirs, e.event_no, count(*) filter (where r.code < e.from_day * 512) as before,
        count(*) filter (where r.code >= (e.to_day + 1) * 512) as after
      from rate_contact r
      join event e on r.code >= (e.from_day - $most_days) * 512 and r.code < (e.to_day + 1 + $most_days) * 512
      group by 1, 2, 3)
    select mine, theirs, bool_or(abs(after - before) >= 2 * sqrt(after + before)) as listed
    from around where before + after >= $least_contacts group by 1, 2`,
};

/**
 * Rows: standing, no, value. event: [id, what, first day, last day]. question, party: see RATE_ASKED. pair: party, key, name
 * of both, the codes of their contacts in order, and where they are listed, ids in the same order.
 */
const ROWS: Query = {
  name: 'rate-change',
  sql: `with coded as (
      select r.mine, r.theirs, list(r.code order by r.code)::varchar as codes
      from rate_contact r join rate_pair p using (mine, theirs) group by 1, 2),
    named as (
      select r.mine, r.theirs, list(k.id::varchar order by r.code, k.id) as ids
      from rate_contact r join rate_pair p on p.mine = r.mine and p.theirs = r.theirs and p.listed
      join contact k using (contact_no) group by 1, 2),
    every as (
      select 'event' as standing, event_no as no, json_array(id, what, from_day, to_day)::varchar as value from event
      union all select standing, no, value from rate_asked
      union all
      select 'pair', row_number() over (order by m.key, t.key)::integer,
        json_array(p.mine, m.key, m.name, p.theirs, t.key, t.name, p.codes, n.ids)::varchar
      from coded p left join named n on n.mine = p.mine and n.theirs = p.theirs
      join party m on m.party_no = p.mine join party t on t.party_no = p.theirs)
    select standing, no, value from every order by standing, no, value`,
};

/** Its queries. @param definition what counts as a contact */
export function rateChange(definition: Definition): readonly Query[] {
  return [rateContact(definition), RATE_PAIR, ROWS];
}
