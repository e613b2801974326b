/** Rows for the detector undisclosed-contact: what a duty-holder owes of contacts with somebody on the other side. */
import type { Definition } from '../../../model/definition.ts';
import { FLAG } from '../../../model/record.ts';
import { CONTACT_STATES, type ContactState } from '../../../model/state.ts';
import type { Query } from '../../ledger.ts';
import { contactStatus, linkCounts } from '../contacts/definition.ts';

const at = (state: ContactState): number => CONTACT_STATES.indexOf(state);

/**
 * Accounts that a holder owes of contacts with one other party, of contacts that may count. A contact on which no public
 * duty falls is asked of anybody: pool 0.
 */
const pairOwed = (definition: Definition): Query => ({
  name: 'pair-owed',
  sql: `create or replace temp table pair_owed as
    with counting as (
      select l.contact_no, l.duty_no, l.holder, l.other,
        bool_or(l.inside and l.grade = 0 and ${contactStatus('c', definition)} = 2) as certain, c.latest, c.id, c.channel
      from due_link l join contact c using (contact_no)
      where ${contactStatus('c', definition)} > 0 and ${linkCounts('l', definition)}
      group by l.contact_no, l.duty_no, l.holder, l.other, c.latest, c.id, c.channel),
    strict as (
      select s.contact_no, d.duty_no, s.holder, s.audience, s.state
      from state s join duty d on d.id = s.duty
      where d.duty_no > 0 and s.state <> ${at('not-required')}),
    anybody as (
      select contact_no, state from state
      where duty = '' and state <> ${at('not-required')}
        and contact_no not in (select contact_no from strict where audience = 'public'))
    select n.contact_no, s.audience, s.duty_no as pool, n.holder, n.other, n.certain, s.state, n.latest, n.id, n.channel
      from counting n join strict s using (contact_no, duty_no, holder)
    union all
    select contact_no, 'public', 0, n.holder, n.other, bool_or(n.certain), a.state, n.latest, n.id, n.channel
      from counting n join anybody a using (contact_no)
      group by contact_no, n.holder, n.other, a.state, n.latest, n.id, n.channel`,
});

/** Disclosures that fit one of these, with all contacts that they fit; for pool 0 whoever gave them, holder −1. */
const PAIR_FIT: Query = {
  name: 'pair-fit',
  sql: `create or replace temp table pair_fit as
    with held as (
      select distinct o.pool, o.holder, o.audience, f.disclosure_no
        from pair_owed o join fit f on f.contact_no = o.contact_no and f.a = o.holder and f.discloser
        join disclosure d on d.disclosure_no = f.disclosure_no and d.audience = o.audience
        where o.pool > 0
      union
      select distinct 0, -1, 'public', f.disclosure_no
        from pair_owed o join fit f using (contact_no)
        join disclosure d on d.disclosure_no = f.disclosure_no and d.audience = 'public'
        where o.pool = 0),
    by_one as (
      select h.pool, h.holder, h.audience, f.contact_no, f.disclosure_no, f.firm, f.own, f.nearness
      from held h join fit f on f.disclosure_no = h.disclosure_no and f.a = h.holder and f.discloser
      where h.pool > 0
      union all
      select h.pool, h.holder, h.audience, f.contact_no, f.disclosure_no, bool_or(f.firm), bool_or(f.own), min(f.nearness)
      from held h join fit f using (disclosure_no)
      where h.pool = 0 group by 1, 2, 3, 4, 5)
    select b.*, d.id, d.capacity,
      case when d.record_no is null then 'entry ' || d.disclosure_no
        when r.flags & ${FLAG.repeated} > 0 then null
        else r.source_no || ' ' || t.party_no end as register
    from by_one b
    join disclosure d using (disclosure_no)
    join (select disclosure_no, min(party_no) as party_no from disclosure_party where discloser group by 1) t
      using (disclosure_no)
    left join record r on r.record_no = d.record_no`,
};

/**
 * The pairs that are listed: those with most contacts that nothing fits, at most $most_pairs, and $most_contacts in all of
 * them: nobody reads more, and lists must fit into memory.
 */
const PAIR_KEPT: Query = {
  name: 'pair-kept',
  sql: `create or replace temp table pair_kept as
    with weighed as (
      select audience, holder, other, count(*) filter (where certain and state = ${at('undisclosed')}) as heavy,
        count(*) filter (where state in (${at('undisclosed')}, ${at('contested')})) as contacts, count(*) as owed
      from pair_owed group by 1, 2, 3),
    placed as (
      select w.*, row_number() over pairs as place, sum(owed) over pairs as so_far
      from weighed w join party h on h.party_no = w.holder join party o on o.party_no = w.other
      where contacts > 0
      window pairs as (order by heavy desc, contacts desc, audience, h.key, o.key rows unbounded preceding))
    select audience, holder, other, contacts, place <= $most_pairs and so_far <= $most_contacts as listed from placed`,
};

const CONTACTS = 'list([id::varchar, channel::varchar] order by latest nulls last, id)::json::varchar';
const FITS = `list([p.id::varchar, p.firm::varchar, p.own::varchar, p.nearness::varchar, p.capacity::varchar, p.register]
  order by p.disclosure_no)::json::varchar`;

/**
 * Rows of six standings. nothing-fits, undetermined, partial: contacts of a holder and another party in one list, by latest
 * instant, then id, each as [id, channel]. fitted: one contact that disclosures fit, each disclosure as
 * [id, firm, own, nearness, capacity, register]. outside: the same for any contact that those disclosures fit, whoever took
 * part. same: two contacts that may be one event. more: how many pairs are not listed, and their contacts.
 */
const ROWS: Query = {
  name: 'undisclosed-contact',
  sql: `with fitted as (
      select o.*, p.contact_no is not null as fits
      from pair_owed o join pair_kept k on k.audience = o.audience and k.holder = o.holder and k.other = o.other and k.listed
      left join (select distinct contact_no, pool, holder from pair_fit) p
        on p.contact_no = o.contact_no and p.pool = o.pool and p.holder = case when o.pool = 0 then -1 else o.holder end),
    standing as (
      select *, case when fits and state <> ${at('undetermined')} then 'fitted'
          when state = ${at('undetermined')} then 'undetermined'
          else 'nothing-fits' end as standing
      from fitted),
    listed as (
      select standing, audience, 0 as pool, holder, other, certain, ${CONTACTS} as contacts
        from standing where standing <> 'fitted' group by 1, 2, 3, 4, 5, 6
      union all
      select 'partial', audience, 0, holder, other, true, ${CONTACTS}
        from standing where state = ${at('partial')} group by 1, 2, 3, 4, 5
      union all
      select standing, audience, pool, holder, other, certain, ${CONTACTS}
        from standing where standing = 'fitted' group by 1, 2, 3, 4, 5, 6, contact_no),
    outside as (
      select 'outside' as standing, p.audience, p.pool, p.holder, null::integer as other, false as certain,
        [[c.id::varchar, c.channel::varchar]]::json::varchar as contacts, ${FITS} as fits
      from pair_fit p join contact c using (contact_no) group by p.audience, p.pool, p.holder, c.id, c.channel),
    same as (
      select distinct 'same', null, 0, null::integer, null::integer, false,
        [[a.id::varchar, a.channel::varchar], [b.id::varchar, b.channel::varchar]]::json::varchar, null
      from may_be_same m join contact a on a.contact_no = m.contact_a join contact b on b.contact_no = m.contact_b
      where m.contact_a in (select contact_no from standing) and m.contact_b in (select contact_no from standing)),
    more as (
      select 'more', null, 0, null::integer, null::integer, false,
        [[count(*)::varchar, sum(contacts)::varchar]]::json::varchar, null
      from pair_kept where not listed having count(*) > 0),
    every as (
      select *, null as fits from listed union all select * from outside union all select * from same
      union all select * from more)
    select e.*, h.key as holder_key, h.name as holder_name, o.key as other_key, o.name as other_name
    from every e left join party h on h.party_no = e.holder left join party o on o.party_no = e.other
    order by standing, audience, pool, holder_key nulls first, other_key nulls first, certain, contacts`,
};

/** Its queries. @param definition what counts as a contact */
export function undisclosedContact(definition: Definition): readonly Query[] {
  return [pairOwed(definition), PAIR_FIT, PAIR_KEPT, ROWS];
}
