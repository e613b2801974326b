/** Contacts that count, with what separates those that certainly do from those that may. */
import type { Definition } from '../../../model/definition.ts';
import type { Query } from '../../ledger.ts';
import { FAR_FUTURE, FAR_PAST } from '../reconcile/open-time.ts';
import { type Asked, askedLinks, certainWay, insideWindow } from './asked.ts';
import { contactStatus, linkCounts } from './definition.ts';
import { addressKind, has } from './words.ts';

/** How many parties a name has at any time. */
export const MEMBERS: Query = { name: 'members', sql: 'select count(*) as members from membership where name = $name' };

/** The links of a question with what a definition asks of their contacts. */
export function candidate(asked: Asked): Query {
  return {
    name: 'candidate',
    sql: `create or replace temp table candidate as
      select l.*, ${insideWindow('l', asked)} as inside, ${certainWay('l', asked)} as way, k.flags, k.audience, k.duration, k.witnesses, k.id
      from (${askedLinks(asked)}) l join contact k using (contact_no)`,
  };
}

/** Pairs of them that may be one event. */
export const CANDIDATE_EDGE: Query = {
  name: 'candidate-edge',
  sql: `create or replace temp table candidate_edge as
    select s.contact_a, s.contact_b from may_be_same s
    where s.contact_a in (select contact_no from candidate) and s.contact_b in (select contact_no from candidate)`,
};

export const CANDIDATE_EDGES: Query = {
  name: 'candidate-edges',
  sql: 'select contact_a as a, contact_b as b from candidate_edge order by 1, 2',
};

const EDGED = 'select contact_a from candidate_edge union select contact_b from candidate_edge';

const mayCount = (d: Definition): string => `${contactStatus('c', d)} > 0 and ${linkCounts('c', d)}`;
const certain = (d: Definition): string => `${contactStatus('c', d)} = 2 and c.grade = 0 and c.member and c.inside`;

/** One row a contact that may count: whether it certainly does. */
const judged = (d: Definition): string =>
  `select c.contact_no, any_value(c.id) as id, any_value(c.latest) as latest, bool_or(${certain(d)}) as certain
    from candidate c where ${mayCount(d)} group by c.contact_no`;

/** How many may count, and how many certainly do that cannot be the same as another. */
export function countFree(d: Definition): Query {
  return {
    name: 'count-free',
    sql: `with judged as (${judged(d)}), edged as (${EDGED})
      select count(*) as most,
        coalesce(sum(case when certain and contact_no not in (select contact_a from edged) then 1 else 0 end), 0)::integer as free
      from judged`,
  };
}

/** Contacts that certainly count. @param all or only those that may be the same as another */
export function countCertain(d: Definition, all: boolean): Query {
  return {
    name: 'count-certain',
    sql: `with judged as (${judged(d)}), edged as (${EDGED})
      select contact_no as contact, coalesce(latest, ${FAR_PAST}) as latest, id from judged
      where certain ${all ? '' : 'and contact_no in (select contact_a from edged)'} order by latest, id`,
  };
}

/** Why a contact that may count does not certainly: the first of these that bars it, in this order. */
export const BARS = ['identity', 'membership', 'no-time', 'way', 'window', 'quoted', 'many', 'length'] as const;
export type Bar = (typeof BARS)[number];

const bars = (d: Definition): string => {
  const tests: { readonly [bar in Bar]: string } = {
    identity: 'c.grade > 0',
    membership: 'not c.member',
    'no-time': 'c.earliest is null',
    way: 'not c.way',
    window: 'c.way and c.earliest is not null and not c.inside',
    quoted: has('c.flags', 'quoted'),
    many: 'c.contact_no in (select contact_no from told_contact where wide)',
    length: `${contactStatus('c', d)} < 2`,
  };
  return BARS.map((bar, bit) => `case when ${tests[bar]} then ${1 << bit} else 0 end`).join(' + ');
};

/** By contact, the least that bars it, over all the links by which it may count. */
const barred = (d: Definition): string =>
  `select c.contact_no, any_value(c.latest) as latest, any_value(c.id) as id, min(${bars(d)}) as bars
    from candidate c where ${mayCount(d)} group by c.contact_no having min(${bars(d)}) > 0`;

/** Each reason with the number of contacts and the first few of them. */
export function countBars(d: Definition): Query {
  const first = BARS.map((_, bit) => `when (bars & ${1 << bit}) <> 0 then ${bit}`).join(' ');
  return {
    name: 'count-bars',
    sql: `with barred as (${barred(d)}), named as (select contact_no, latest, id, case ${first} end as bar from barred),
      ranked as (
        select *, count(*) over (partition by bar) as contacts, row_number() over (partition by bar order by latest, id) as place
        from named)
      select bar, contacts, contact_no from ranked where place <= $examples order by bar, place`,
  };
}

/**
 * Which address may be whose, and how many contacts hang on it: the ends that keep a contact from being certain. Where both
 * may be one, whose else either may be. Of an open side it does not matter who it was.
 */
export function countIdentities(asked: Asked, d: Definition): Query {
  const matters = (isAsked: boolean): string => (isAsked ? '' : ' where alike');
  return {
    name: 'count-identities',
    sql: `with barred as (${barred(d)}),
      doubted as (select c.* from candidate c where c.grade > 0 and ${mayCount(d)}),
      ends as (
        select contact_no, mine as party_no, mine_no as address_no, earliest, latest from doubted${matters(asked.between !== null)}
        union
        select contact_no, theirs, theirs_no, earliest, latest from doubted${matters(asked.and !== null)}
        union
        select c.contact_no, l.party_no, l.address_no, c.earliest, c.latest
          from doubted c join alias l on l.address_no in (c.mine_no, c.theirs_no) and l.grade > 0 where c.alike)
      select e.address_no as address, e.party_no as party, count(distinct e.contact_no) as contacts
      from ends e join barred b on b.contact_no = e.contact_no and (b.bars & 1) <> 0
      where not exists (
        select 1 from alias l join address a using (address_no)
        where l.address_no = e.address_no and l.party_no = e.party_no and l.grade = 0
          and (a.kind not in (${addressKind('name', 'redacted')}) or l.basis = 'decision')
          and coalesce(l.from_time, ${FAR_PAST}) <= coalesce(e.earliest, ${FAR_PAST})
          and coalesce(l.to_time, ${FAR_FUTURE}) >= coalesce(e.latest, ${FAR_FUTURE}))
      group by e.address_no, e.party_no order by 3 desc, 1, 2`,
  };
}

/** Contacts that may count and say that they stand for several without saying how many. */
export function countSeveral(d: Definition): Query {
  return {
    name: 'count-several',
    sql: `select count(distinct c.contact_no) as contacts from candidate c
      where ${mayCount(d)} and ${has('c.flags', 'several')}`,
  };
}

export const FORGET_COUNT: Query = {
  name: 'forget-count',
  sql: 'drop table if exists temp.candidate; drop table if exists temp.candidate_edge',
};
