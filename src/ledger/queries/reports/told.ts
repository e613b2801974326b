/** Which contacts a passage of prose may tell of, seen once its parties are known. */
import { EVIDENCE_FLOORS } from '../../../model/definition.ts';
import type { Query } from '../../ledger.ts';
import { channel, has } from '../contacts/words.ts';
import { FAR_FUTURE, FAR_PAST } from '../reconcile/open-time.ts';

/** A day anywhere on Earth, seconds. */
const DAY = 50 * 3600;
const IN_PERSON = channel('meeting', 'visit');

/** Contacts of passages with their two ends. `apart`: who tells it where, if it is told apart from others. */
export const TOLD: Query = {
  name: 'told',
  sql: `create or replace temp table told as
    select distinct l.contact_no, l.from_party as a, l.to_party as b, l.earliest, l.latest, l.channel,
      case when json_extract_string(r.extras, '$.apart') is not null
        then concat(json_extract_string(r.extras, '$."told-by"'), chr(10), json_extract_string(r.extras, '$.apart')) end as apart
    from link l join contact c using (contact_no) join record r on r.record_no = c.contact_no
    where ${has('c.flags', 'told')} or l.channel = ${channel('report')}`,
};

/** Who the ends of told contacts may be: themselves, and of an unnamed member of a group each member of it. */
export const STANDS_FOR: Query = {
  name: 'stands-for',
  sql: `create or replace temp table stands_for as
    with ends as (select a as party_no from told union select b from told)
    select party_no, party_no as other from ends
    union
    select e.party_no, m.party_no from ends e join party p using (party_no)
    join membership m on m.name = substr(p.key, 7) where starts_with(p.key, 'party @')`,
};

/** Pairs of parties between whom a told contact may have been; of groups with more than $most_pairs the told one alone. */
export const TOLD_PAIR: Query = {
  name: 'told-pair',
  sql: `create or replace temp table told_pair as
    with many as (select party_no, count(*) as others from stands_for group by party_no),
    sized as (
      select t.*, x.others * y.others as pairs from told t join many x on x.party_no = t.a join many y on y.party_no = t.b)
    select distinct t.contact_no, least(x.other, y.other) as low, greatest(x.other, y.other) as high, t.earliest, t.latest,
      t.channel, t.apart, t.pairs > $most_pairs as wide
    from sized t
    join stands_for x on x.party_no = t.a and (t.pairs <= $most_pairs or x.other = t.a)
    join stands_for y on y.party_no = t.b and (t.pairs <= $most_pairs or y.other = t.b)
    where x.other <> y.other`,
};

const WIDTH = (l: string): string => `coalesce(${l}.latest - ${l}.earliest <= ${DAY}, false)`;
const TIMES = `coalesce(l.earliest, ${FAR_PAST}) <= coalesce(t.latest, ${FAR_FUTURE})
  and coalesce(l.latest, ${FAR_FUTURE}) >= coalesce(t.earliest, ${FAR_PAST})`;
/** Ways that prose may mean by one another: where none is told any; a visit is a meeting, and one day's call may be one. */
const WAYS = `(t.channel = l.channel or ${channel('report')} in (t.channel, l.channel)
  or (t.channel in (${IN_PERSON}) and l.channel in (${IN_PERSON}))
  or (t.channel in (${IN_PERSON}, ${channel('call')}) and l.channel in (${IN_PERSON}, ${channel('call')})
    and ${WIDTH('t')} and ${WIDTH('l')}))`;

/**
 * Contacts that a told one fits in parties, channel and time, at most $most_fits and one of them: one that fits more is
 * wide. Two that one teller tells apart in one place are not the same.
 */
export const TOLD_FIT: Query = {
  name: 'told-fit',
  sql: `create or replace temp table told_fit as
    with other as (
      select distinct contact_no, least(from_party, to_party) as low, greatest(from_party, to_party) as high, channel,
        earliest, latest, null as apart from link
      union select contact_no, low, high, channel, earliest, latest, apart from told_pair),
    fit as (
      select distinct t.contact_no, l.contact_no as other
      from told_pair t join other l using (low, high)
      where t.contact_no <> l.contact_no and not t.wide and ${TIMES} and ${WAYS}),
    same_teller as (
      select distinct x.contact_no, y.contact_no as other from told x join told y using (apart)
      where x.contact_no <> y.contact_no)
    select f.contact_no, f.other
    from fit f anti join same_teller s on s.contact_no = f.contact_no and s.other = f.other
    qualify row_number() over (partition by f.contact_no order by f.other) <= $most_fits + 1`,
};

/** Told contacts that fit too many, or whose groups have too many members. */
const WIDE = (fits: string): string => `(select contact_no from told_pair where wide
  union select contact_no from told_fit group by contact_no having count(*) > ${fits})`;

/** A passage may tell of any contact that it fits, or of what another passage tells. */
export const TOLD_SAME: Query = {
  name: 'told-same',
  sql: `insert into may_be_same
    select distinct least(contact_no, other), greatest(contact_no, other), 'told' from told_fit f
    where f.contact_no not in ${WIDE('$most_fits')} and f.other not in ${WIDE('$most_fits')}
      and not exists (select 1 from may_be_same s
        where s.contact_a = least(f.contact_no, f.other) and s.contact_b = greatest(f.contact_no, f.other))`,
};

/** Contacts of passages of reports.yaml, and whether they reach the floor $floor (place in EVIDENCE_FLOORS). */
export const TOLD_CONTACT: Query = {
  name: 'told-contact',
  sql: `insert into told_contact
    select c.contact_no, case $floor when ${EVIDENCE_FLOORS.indexOf('record')} then false
        when ${EVIDENCE_FLOORS.indexOf('official-report')} then ${has('c.flags', 'official')} else true end,
      c.contact_no in ${WIDE('$most_fits')}
    from contact c where ${has('c.flags', 'told')} order by 1`,
};
