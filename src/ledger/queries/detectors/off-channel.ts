/** Rows for the detector off-channel: people in office, and contacts that went past what is official there. */
import { CHANNELS, type Channel, type Definition, DIRECTNESS, type Directness } from '../../../model/definition.ts';
import { ADDRESS_KINDS } from '../../../model/record.ts';
import type { Query } from '../../ledger.ts';
import { contactStatus, linkCounts } from '../contacts/definition.ts';
import { FAR_FUTURE, FAR_PAST } from '../reconcile/open-time.ts';

const MAIL = ADDRESS_KINDS.indexOf('mail');
const PHONE = ADDRESS_KINDS.indexOf('phone');
const near = (word: Directness): number => DIRECTNESS.indexOf(word);
const bits = (...words: Channel[]): number => words.reduce((sum, word) => sum | (1 << CHANNELS.indexOf(word)), 0);
/** SQL for whether an interval lies in another, whatever its uncertainty. */
const within = (a: string, b: string): string => `${b}.from_time <= ${a}.earliest and ${b}.to_time >= ${a}.latest`;
const touches = (a: string, b: string): string => `${b}.from_time <= ${a}.latest and ${b}.to_time >= ${a}.earliest`;

/** Who held a post where, from – to, and which of their addresses are of an official domain or number there. */
const OFFICE: Query = {
  name: 'office',
  sql: `create or replace temp table office as
      select distinct party_no, organisation_no, coalesce(from_time, ${FAR_PAST}) as from_time,
        coalesce(to_time, ${FAR_FUTURE}) as to_time from tenure;
    create or replace temp table official_list as
      select organisation_no, ${MAIL} as kind, from_time, to_time from official_domain
      union all
      select organisation_no, ${PHONE}, from_time, to_time from official_number o
        where exists (
          select 1 from official_number p join personal_number n using (norm)
          where p.organisation_no = o.organisation_no and p.from_time <= o.to_time and p.to_time >= o.from_time);
    create or replace temp table official_address as
      with own as (
        select distinct o.organisation_no, a.address_no, a.kind, a.norm
        from office o join alias l using (party_no) join address a using (address_no) where a.kind in (${MAIL}, ${PHONE}))
      select w.organisation_no, w.address_no, d.from_time, d.to_time from own w join official_domain d
        on d.organisation_no = w.organisation_no
        and (split_part(w.norm, '@', 2) = d.domain or ends_with(split_part(w.norm, '@', 2), '.' || d.domain))
        where w.kind = ${MAIL}
      union all
      select w.organisation_no, w.address_no, d.from_time, d.to_time from own w join official_number d
        on d.organisation_no = w.organisation_no and d.norm = replace(w.norm, ' ', '') where w.kind = ${PHONE}`,
};

const END = (holder: 'from' | 'to', other: 'from' | 'to'): string =>
  `select l.contact_no, l.${holder}_party as holder, l.${other}_party as other, l.${holder}_no as address_no, l.directness, l.grade,
    l.answered, ${holder === 'from'} as begun, l.channel, l.earliest, l.latest, o.organisation_no
  from link l join office o on o.party_no = l.${holder}_party and o.from_time <= l.earliest and o.to_time >= l.latest
  where l.${holder}_party <> l.${other}_party`;

/**
 * Contacts of people in office with somebody of interest: with the other side of a duty of theirs; where the case has no
 * duties, with a member of a group to which they do not belong; where it has no groups either, with anybody who holds no post
 * at the same place. status: 2 it counts, 1 it may count.
 */
const interest = (definition: Definition): Query => ({
  name: 'interest',
  sql: `create or replace temp table interest as
    with ends as (${END('from', 'to')} union all ${END('to', 'from')}),
    has as (
      select (select count(*) from duty where duty_no > 0) > 0 as duties,
        (select count(*) from membership where name like '@%') > 0 as groups),
    owed as (select distinct contact_no, holder, other from due_link where duty_no > 0),
    grouped_by as (
      select e.contact_no, e.holder, e.other from ends e
      join membership m on m.name like '@%' and m.party_no = e.other
        and coalesce(m.from_time, ${FAR_PAST}) <= e.earliest and coalesce(m.to_time, ${FAR_FUTURE}) >= e.latest
      where not (select duties from has) and not exists (
        select 1 from membership n where n.name = m.name and n.party_no = e.holder
          and coalesce(n.from_time, ${FAR_PAST}) <= e.latest and coalesce(n.to_time, ${FAR_FUTURE}) >= e.earliest)),
    outside as (
      select e.contact_no, e.holder, e.other from ends e
      where not (select duties or groups from has) and e.other <> e.organisation_no and not exists (
        select 1 from office o where o.party_no = e.other and o.organisation_no = e.organisation_no and ${touches('e', 'o')})),
    wanted as (select * from owed union select * from grouped_by union select * from outside)
    select e.*, ${contactStatus('c', definition)} as status
    from ends e join wanted w using (contact_no, holder, other) join contact c using (contact_no)
    where ${contactStatus('c', definition)} > 0 and ${linkCounts('e', definition)}`,
});

/** By an address of theirs that is of no official list of any place where they held a post then. */
const ADDRESSES: Query = {
  name: 'off-addresses',
  sql: `create or replace temp table off_contact as
    with marked as (
      select i.*, a.kind, exists (
          select 1 from official_list t where t.organisation_no = i.organisation_no and t.kind = a.kind and ${within('i', 't')}
        ) as tested, exists (
          select 1 from official_address d where d.organisation_no = i.organisation_no and d.address_no = i.address_no
            and ${touches('i', 'd')}) as official
      from interest i join address a using (address_no) where a.kind in (${MAIL}, ${PHONE}))
    select contact_no, holder, other, case when kind = ${MAIL} then 'address' else 'number' end as kind, address_no,
      min(organisation_no) filter (where tested) as organisation_no, bool_and(grade = 0 and status = 2) as certain
    from marked group by contact_no, holder, other, marked.kind, address_no
    having bool_or(tested) and not bool_or(official)`,
};

/** Mails of somebody in office with a blind copy to an address of their own that is of no official list there. */
const BLIND: Query = {
  name: 'off-blind',
  sql: `insert into off_contact
    select l.contact_no, l.from_party, null, 'blind', l.to_no, min(o.organisation_no), bool_and(l.grade = 0)
    from link l join office o on o.party_no = l.from_party and ${within('l', 'o')}
    join address a on a.address_no = l.to_no
    where l.from_party = l.to_party and l.directness = ${near('blind')} and a.kind = ${MAIL}
      and exists (
        select 1 from official_list t where t.organisation_no = o.organisation_no and t.kind = ${MAIL} and ${within('l', 't')})
      and not exists (
        select 1 from official_address d where d.address_no = l.to_no and d.organisation_no = o.organisation_no
          and ${touches('l', 'd')})
    group by l.contact_no, l.from_party, l.to_no`,
};

/** Calendars, published or produced, that are declared complete for somebody's time: whose, which ways, from – to. */
const CALENDAR: Query = {
  name: 'off-calendar-span',
  sql: `create or replace temp table calendar as
    with calendars as (select * from source where format = 'ical' or template like 'calendars/%')
    select distinct s.entry, p.party_no, ${bits('meeting', 'visit')} as kinds, coalesce(s.scope_from, ${FAR_PAST}) as from_time,
        coalesce(s.scope_to, ${FAR_FUTURE}) as to_time
      from calendars s join party p on p.named and (p.key = s.custodian or lower(p.name) = lower(s.custodian))
      where s.side = 0 and s.scope_complete
    union all
    select distinct s.entry, c.party_no, c.kinds, c.from_time, c.to_time
      from calendars s join calendar_span c using (entry) where s.side = 1`,
};

/** Held, by other records, with somebody whose calendar reaches that time and does not have it. */
const ABSENT: Query = {
  name: 'off-calendar',
  sql: `insert into off_contact
    with held as (
      select distinct i.contact_no, i.holder, i.other, i.earliest, i.latest, c.entry, i.organisation_no, i.grade = 0 and i.status = 2 as certain
      from interest i join calendar c on c.party_no = i.holder and (c.kinds >> i.channel) & 1 = 1 and ${within('i', 'c')}
      where i.directness = ${near('attended')} or (i.directness = ${near('direct')} and i.answered
        and i.channel = ${CHANNELS.indexOf('call')})),
    shown as (
      select coalesce(g.contact_no, r.record_no) as contact_no, s.entry
        from calendar c join source s using (entry) join record r using (source_no) left join grouped g using (record_no)
      union
      select f.contact_no, s.entry from fit f join disclosure d using (disclosure_no) join record r on r.record_no = d.record_no
        join source s using (source_no) where s.entry in (select entry from calendar)),
    perhaps as (
      select m.contact_b as contact_no, s.entry from may_be_same m join shown s on s.contact_no = m.contact_a
      union select m.contact_a, s.entry from may_be_same m join shown s on s.contact_no = m.contact_b)
    select h.contact_no, h.holder, h.other, 'calendar', null, min(h.organisation_no), bool_and(h.certain and p.entry is null)
    from held h left join shown s using (contact_no, entry) left join perhaps p using (contact_no, entry)
    where s.entry is null
    group by h.contact_no, h.holder, h.other`,
};

/**
 * Rows of two standings. found: contacts of one holder, of one kind, with one other party, by one address, with the bounds
 * over all of that holder and kind, and the first $most_listed ids. untested: an organisation whose people meet somebody of
 * interest, without an official list of a kind; or nobody's calendar.
 */
const ROWS: Query = {
  name: 'off-channel',
  sql: `with distinct_ones as (
      select kind, holder, contact_no, bool_and(certain) as certain from off_contact group by 1, 2, 3),
    doubled as (
      select b.kind, b.holder, b.contact_no from may_be_same m
      join distinct_ones a on a.contact_no = m.contact_a and a.certain
      join distinct_ones b on b.contact_no = m.contact_b and b.kind = a.kind and b.holder = a.holder),
    bounds as (
      select d.kind, d.holder, count(*) filter (where d.certain and x.contact_no is null) as least, count(*) as most
      from distinct_ones d left join (select distinct * from doubled) x using (kind, holder, contact_no) group by 1, 2),
    found as (
      select o.kind, o.holder, o.other, o.address_no, min(o.organisation_no) as organisation_no, count(*) as contacts,
        list([c.id::varchar, c.channel::varchar] order by not o.certain, c.latest nulls last, c.id)[:$most_listed] as ids
      from off_contact o join contact c using (contact_no) group by 1, 2, 3, 4),
    lists as (
      select distinct i.organisation_no, k.kind from interest i, (values ('domains', ${MAIL}), ('numbers', ${PHONE})) k (kind, no)
      where not exists (select 1 from official_list t where t.organisation_no = i.organisation_no and t.kind = k.no)),
    no_calendar as (
      select distinct i.organisation_no from interest i where i.holder not in (select party_no from calendar)
        and i.organisation_no not in (
          select organisation_no from interest where holder in (select party_no from calendar)))
    select 'found' as standing, f.kind, h.key as holder_key, h.name as holder_name, p.key as other_key, p.name as other_name,
        a.norm as address, g.name as organisation, b.least::integer as least, b.most::integer as most,
        f.contacts::integer as contacts, f.ids::json::varchar as ids
      from found f join bounds b using (kind, holder) join party h on h.party_no = f.holder
      left join party p on p.party_no = f.other left join address a using (address_no)
      left join party g on g.party_no = f.organisation_no
    union all
    select 'untested', n.kind, null, null, null, null, null, g.name, 0, 0, 0, null
      from (select * from lists union all select organisation_no, 'calendar' from no_calendar) n
      join party g on g.party_no = n.organisation_no
    order by standing, kind, holder_key nulls first, contacts desc, other_key nulls first, address nulls first, organisation`,
};

/** Its queries. @param definition what counts as a contact */
export function offChannel(definition: Definition): readonly Query[] {
  return [OFFICE, interest(definition), ADDRESSES, BLIND, CALENDAR, ABSENT, ROWS];
}
