/** Rows for the detector late-disclosure: contacts that somebody disclosed after the deadline of a duty, and what else fits them. */
import { CHANNELS, type Definition } from '../../../model/definition.ts';
import { FLAG } from '../../../model/record.ts';
import { CONTACT_STATES, type ContactState } from '../../../model/state.ts';
import type { Query } from '../../ledger.ts';
import { contactStatus, linkCounts } from '../contacts/definition.ts';
import { FAR_FUTURE, FAR_PAST } from '../reconcile/open-time.ts';

const REPORT = CHANNELS.indexOf('report');
const states = (...words: ContactState[]): string => words.map((word) => CONTACT_STATES.indexOf(word)).join(', ');

/** What fits the accounts of each duty-holder who disclosed something late, with whether it was given after the deadline. */
const LATE_FIT: Query = {
  name: 'late-fit',
  sql: `create or replace temp table late_fit as
    with pool as (
      select distinct s.duty, s.holder from state s join disclosure d using (disclosure_no)
      where s.duty <> '' and s.holder is not null and d.given > s.deadline)
    select s.contact_no, s.duty, s.holder, d.disclosure_no, d.id, f.firm, f.own, f.nearness, d.capacity,
      coalesce(d.given > s.deadline, false) as late,
      case when d.record_no is null then 'entry ' || d.disclosure_no
        when r.flags & ${FLAG.repeated} > 0 then null
        else r.source_no || ' ' || s.holder end as register
    from state s join pool p on p.duty = s.duty and p.holder = s.holder
    join fit f on f.contact_no = s.contact_no and f.a = s.holder and f.discloser
    join disclosure d on d.disclosure_no = f.disclosure_no and d.audience = s.audience
    left join record r on r.record_no = d.record_no
    where s.state not in (${states('not-required')})`,
};

/**
 * Contacts that one given late fits and that count. certain: certainly owed, and covered whatever disclosure tells of
 * which contact. given: the latest of what fits, where the matching gave it something.
 */
const lateAccount = (definition: Definition): Query => ({
  name: 'late-account',
  sql: `create or replace temp table late_account as
    with fits as (
      select contact_no, duty, holder from late_fit group by all having bool_or(late)),
    counting as (
      select l.contact_no, l.duty_no, l.holder, list(distinct o.name order by o.name) as others,
        bool_or(l.inside and l.grade = 0 and ${contactStatus('c', definition)} = 2) as certain
      from due_link l join contact c using (contact_no) join party o on o.party_no = l.other
      where ${contactStatus('c', definition)} > 0 and ${linkCounts('l', definition)}
      group by l.contact_no, l.duty_no, l.holder)
    select f.contact_no, f.duty, f.holder, c.id, c.channel, c.latest, n.others, s.deadline, m.given, m.id as told,
      coalesce(n.certain and s.component is null and s.disclosure_no is not null and c.channel <> ${REPORT}
        and (d.kinds >> c.channel) & 1 = 1 and coalesce(d.from_time, ${FAR_PAST}) <= c.earliest
        and coalesce(d.to_time, ${FAR_FUTURE}) >= c.latest, false) as certain
    from fits f join state s on s.contact_no = f.contact_no and s.duty = f.duty and s.holder = f.holder
    join duty d on d.id = f.duty
    join counting n on n.contact_no = f.contact_no and n.duty_no = d.duty_no and n.holder = f.holder
    join contact c on c.contact_no = f.contact_no
    left join disclosure m on m.disclosure_no = s.disclosure_no`,
});

const FITS = `list([f.id::varchar, f.firm::varchar, f.own::varchar, f.nearness::varchar, f.capacity::varchar, f.register]
  order by f.disclosure_no)`;

/**
 * Rows of three standings. asked: a contact that something given late fits. outside: another contact that the same timely
 * disclosures fit. same: two of those asked that may be one event (contact and other_contact). `fits`: what was given in
 * time and fits, each as [id, firm, own, nearness, capacity, register].
 */
const ROWS: Query = {
  name: 'late-disclosure',
  sql: `with timely as (
      select f.contact_no, f.duty, f.holder, ${FITS}::json::varchar as fits from late_fit f where not f.late group by 1, 2, 3),
    shared as (
      select distinct f.duty, f.holder, f.disclosure_no from late_fit f
      join late_account a on a.contact_no = f.contact_no and a.duty = f.duty and a.holder = f.holder where not f.late),
    beside as (
      select distinct f.contact_no, f.duty, f.holder from late_fit f
      join shared s on s.duty = f.duty and s.holder = f.holder and s.disclosure_no = f.disclosure_no
      where not exists (
        select 1 from late_account a where a.contact_no = f.contact_no and a.duty = f.duty and a.holder = f.holder)),
    rows as (
      select 'asked' as standing, a.duty, a.holder, a.contact_no, a.id::varchar as contact, null as other_contact,
        a.channel::integer as channel, a.certain, a.latest, a.deadline, a.given, a.told::varchar as told,
        a.others::json::varchar as others, t.fits
      from late_account a left join timely t on t.contact_no = a.contact_no and t.duty = a.duty and t.holder = a.holder
      union all
      select 'outside', b.duty, b.holder, b.contact_no, c.id::varchar, null, c.channel::integer, false, c.latest, null, null, null,
        null, t.fits
      from beside b join contact c using (contact_no)
      join timely t on t.contact_no = b.contact_no and t.duty = b.duty and t.holder = b.holder
      union all
      select 'same', a.duty, a.holder, a.contact_no, a.id::varchar, b.id::varchar, null, false, null, null, null, null, null, null
      from may_be_same m join late_account a on a.contact_no = m.contact_a
      join late_account b on b.contact_no = m.contact_b and b.duty = a.duty and b.holder = a.holder)
    select r.*, h.key as holder_key, h.name as holder_name
    from rows r join party h on h.party_no = r.holder
    order by r.duty, h.key, r.standing, r.latest nulls last, r.contact, r.other_contact`,
};

/** Its queries. @param definition what counts as a contact */
export function lateDisclosure(definition: Definition): readonly Query[] {
  return [LATE_FIT, lateAccount(definition), ROWS];
}
