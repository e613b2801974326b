/** Counts by party, pair, month and channel. */
import type { Definition } from '../../../model/definition.ts';
import type { Query } from '../../ledger.ts';
import { FAR_FUTURE, FAR_PAST } from '../reconcile/open-time.ts';
import { type Asked, askedLinks, insideWindow, oneEnd } from './asked.ts';
import { contactStatus, linkCounts } from './definition.ts';
import { utcDay } from './words.ts';

/** party: the other side. pair: both. month: in the case's zone. */
const COUNT_KEYS = ['party', 'pair', 'month', 'channel'] as const;
export type CountKey = (typeof COUNT_KEYS)[number];

/** Days in UTC on which contacts of the ledger begin or end. */
export const LINK_DAYS: Query = {
  name: 'link-days',
  sql: `select distinct utc_day from (
      select ${utcDay('earliest')} as utc_day from link where earliest is not null
      union all select ${utcDay('latest')} from link where latest is not null and latest <> earliest)
    order by 1`,
};

/** From the parameter $lines: utc_day, month, first second of the next month where it begins on that day or `-`. */
export const MONTH_DAY: Query = {
  name: 'month-day',
  sql: `create or replace temp table month_day as
    select cast(split_part(line, ' ', 1) as integer) as utc_day, cast(split_part(line, ' ', 2) as integer) as month,
      coalesce(cast(nullif(split_part(line, ' ', 3), '-') as bigint), ${FAR_FUTURE}) as next_month
    from (select unnest(string_split($lines, chr(10))) as line) where line <> ''`,
};

/** SQL columns of the keys, in the order of COUNT_KEYS; −1 where a key is not asked for, or a month is not known. */
const keyed = (keys: readonly CountKey[], month: string): string => {
  const both = keys.includes('pair');
  return `${both ? 'r.mine' : '-1'} as mine, ${both || keys.includes('party') ? 'r.theirs' : '-1'} as theirs,
    ${keys.includes('month') ? month : '-1'} as month, ${keys.includes('channel') ? 'cast(r.channel as integer)' : '-1'} as channel`;
};
const KEYS = 'mine, theirs, month, channel';

const monthAt = (m: string, time: string): string =>
  `(${m}.month + case when ${time} >= ${m}.next_month then 1 else 0 end)`;

const TURNED = `* replace (theirs as mine, mine as theirs, theirs_no as mine_no, mine_no as theirs_no, theirs_grade as mine_grade,
  mine_grade as theirs_grade)`;

/**
 * The links of a question, as sure as the question is that asks for a key alone: a party of the key has to be that party.
 * Everybody is asked about by party from both ends.
 */
function keyedLinks(asked: Asked, keys: readonly CountKey[]): string {
  const links = askedLinks(asked);
  const both = 'greatest(mine_grade, theirs_grade) as grade';
  if (keys.includes('pair')) return `select * replace (${both}) from (${links})`;
  if (!keys.includes('party')) return links;
  if (asked.between !== null) return `select * replace (${both}) from (${links})`;
  return `select * replace (${oneEnd('theirs_grade', 'mine_grade', 'alike')} as grade)
    from (select * from (${links}) union all by name select ${TURNED} from (${links}))`;
}

/** Links that may count with whether they certainly do. */
function judged(asked: Asked, d: Definition, keys: readonly CountKey[], edged: boolean): string {
  return `select l.*, coalesce(x.status, 2) = 2 and l.grade = 0 and l.member and ${insideWindow('l', asked)} as certain
    from (${keyedLinks(asked, keys)}) l
    left join (select contact_no, status from (select k.contact_no, ${contactStatus('k', d)} as status from contact k) where status < 2) x
      using (contact_no)
    where coalesce(x.status, 2) > 0 and ${linkCounts('l', d)}
      and l.contact_no ${edged ? 'in' : 'not in'} (select contact_a from may_be_same union select contact_b from may_be_same)`;
}

/**
 * Rows by contact and key. A time that is no instant may reach over several months: then the contact may count in each
 * and certainly does in none.
 */
function rowsByKey(asked: Asked, d: Definition, keys: readonly CountKey[], edged: boolean): string {
  const rows = `(${judged(asked, d, keys, edged)}) r`;
  if (!keys.includes('month')) return `select r.contact_no, r.certain, ${keyed(keys, '-1')} from ${rows}`;
  return `select r.contact_no, r.certain, ${keyed(keys, monthAt('m', 'r.earliest'))}
    from ${rows} join month_day m on m.utc_day = ${utcDay('r.earliest')} where r.earliest = r.latest
    union all
    select r.contact_no, r.certain and r.first_month = r.last_month, ${keyed(keys, 'r.each_month')}
    from (
      select s.*, unnest(case when s.first_month is null then [-1] else range(s.first_month, s.last_month + 1) end) as each_month
      from (
        select r.*, ${monthAt('m', 'r.earliest')} as first_month, ${monthAt('n', 'r.latest')} as last_month
        from ${rows} left join month_day m on m.utc_day = ${utcDay('r.earliest')}
        left join month_day n on n.utc_day = ${utcDay('r.latest')}
        where r.earliest is distinct from r.latest or r.earliest is null) s) r`;
}

/** A contact has at most one link between two addresses, so that a pair of parties repeats only where one has several. */
function repeats(asked: Asked, keys: readonly CountKey[]): boolean {
  return asked.between !== null || !keys.includes('pair');
}

/** Parties with more than one address. */
const SEVERAL = 'select party_no from alias group by party_no having count(distinct address_no) > 1';

/**
 * Bounds by key, without the contacts that may be the same as another: those come in as $lines, counted already:
 * mine, theirs, month, channel, min, max.
 */
export function countByKey(asked: Asked, d: Definition, keys: readonly CountKey[]): Query {
  const rows = rowsByKey(asked, d, keys, false);
  const once = (from: string): string =>
    `select ${KEYS}, cast(bool_or(certain) as integer) as low, 1 as high from ${from} group by contact_no, ${KEYS}`;
  const plain = (from: string): string => `select ${KEYS}, cast(certain as integer) as low, 1 as high from ${from}`;
  const several = `(mine in (${SEVERAL}) or theirs in (${SEVERAL}))`;
  const counted = repeats(asked, keys)
    ? once('by_key')
    : `${plain(`by_key where not ${several}`)} union all ${once(`by_key where ${several}`)}`;
  const given = [1, 2, 3, 4, 5, 6].map((i) => `cast(split_part(line, ' ', ${i}) as integer)`).join(', ');
  return {
    name: 'count-by-key',
    sql: `with by_key as (${rows}),
      counted as (${counted}
        union all select ${given} from (select unnest(string_split($lines, chr(10))) as line) where line <> '')
      select ${KEYS}, cast(sum(low) as integer) as min, cast(sum(high) as integer) as max from counted
      group by ${KEYS} order by max desc, min desc, ${KEYS} limit $limit`,
  };
}

/** The contacts that may be the same as another, by key. */
export function edgedByKey(asked: Asked, d: Definition, keys: readonly CountKey[]): Query {
  return {
    name: 'edged-by-key',
    sql: `with by_key as (${rowsByKey(asked, d, keys, true)})
      select b.contact_no as contact, ${KEYS}, bool_or(b.certain) as certain, any_value(coalesce(k.latest, ${FAR_PAST})) as latest,
        any_value(k.id) as id
      from by_key b join (select contact_no, latest, id from contact) k using (contact_no)
      group by b.contact_no, ${KEYS} order by ${KEYS}, b.contact_no`,
  };
}

/** Every pair of contacts that may be one. */
export const ALL_EDGES: Query = {
  name: 'all-edges',
  sql: 'select contact_a as a, contact_b as b from may_be_same order by 1, 2',
};
