/** Guesses that a person can settle, by how much hangs on each. */
import type { Definition } from '../../../model/definition.ts';
import type { Query } from '../../ledger.ts';
import { contactStatus, linkCounts } from '../contacts/definition.ts';
import { addressKind } from '../contacts/words.ts';
import { FAR_FUTURE, FAR_PAST } from '../reconcile/open-time.ts';

/** A row of reviewRows: an address, and the other side: an address, or a person of people.yaml. */
export interface ReviewRow {
  readonly a_no: number;
  readonly a_kind: number;
  readonly a_norm: string;
  readonly b_no: number | null;
  readonly b_kind: number | null;
  readonly b_norm: string | null;
  /** Key of the person of people.yaml; null where the other side is an address. */
  readonly b_party: string | null;
  /** Thousandths of a bit, the prior odds included. */
  readonly weight: number;
  /** Level of each field, with commas. */
  readonly levels: string;
  /** Place in GRADES of the guess now. */
  readonly grade: number;
  /** Contacts whose certainty hangs on it. */
  readonly contacts: number;
  /** Those of them that the case asks about. */
  readonly asked: number;
}

/**
 * The queue, the question first on which most hangs. A guess says that an address is a party's; it is asked of the address
 * and of that address of the party, or the party itself, which is surest of it and likest. What hangs on it: of every
 * address that the pair leaves open the contacts that count by the definition and whose other end is certain, so that this
 * alone keeps them from being certain. First those with somebody of a group of the case, in one of its windows or duties
 * ($periods: "from to" a line, epoch seconds), then all; of equals the one whose addresses stand in more contacts, the
 * likelier, the first. Parameters: periods, most.
 */
export function reviewRows(d: Definition): Query {
  return {
    name: 'review-rows',
    sql: `with guessed as (select address_no, party_no, grade from alias where basis = 'likeness'),
      likely as (
        select a_no as mine, b_no as other, b_party as other_party, weight, levels from likeness where a_no is not null
        union all select b_no, a_no, a_party, weight, levels from likeness where b_no is not null),
      ranked as (
        select g.address_no, g.party_no, g.grade, l.other, l.other_party, l.weight, l.levels,
          row_number() over (partition by g.address_no, g.party_no
            order by coalesce(m.grade, 0), l.weight desc, l.other nulls first, l.other_party) as place
        from guessed g join likely l on l.mine = g.address_no join party p on p.party_no = g.party_no
        left join alias m on m.address_no = l.other and m.party_no = g.party_no
        where m.party_no is not null or l.other_party = p.key),
      chosen as (
        select *, case when other is null or address_no < other then address_no else other end as x,
          case when other is null then null else greatest(address_no, other) end as y
        from ranked where place = 1),
      grouped_party as (select distinct party_no from membership where name like '@%'),
      period as (
        select cast(split_part(line, ' ', 1) as bigint) as from_time, cast(split_part(line, ' ', 2) as bigint) as to_time
        from (select unnest(string_split($periods, chr(10))) as line) where line <> ''),
      open_address as (select distinct address_no from chosen),
      sure as (
        select distinct l.address_no from alias l join address a using (address_no)
        where l.grade = 0 and (l.basis = 'decision' or a.kind not in (${addressKind('name', 'redacted')}))),
      ended as (
        select l.from_no as address_no, l.to_no as other_no, l.to_party as other_party, l.*
          from link l semi join open_address o on o.address_no = l.from_no
        union all
        select l.to_no, l.from_no, l.from_party, l.* from link l semi join open_address o on o.address_no = l.to_no),
      weighed as (
        -- What counts when somebody asks about this address, or about a group of the case.
        select e.*, e.from_no = e.address_no or e.other_party in (select party_no from grouped_party) as begun, k.flags, k.audience, k.duration, k.witnesses, k.id, e.other_no in (select address_no from sure) as sure
        from ended e join contact k using (contact_no)),
      valued as (
        select e.address_no, e.contact_no,
          bool_or(e.sure and ${contactStatus('e', d)} = 2 and ${linkCounts('e', d)}) as hangs,
          bool_or(e.other_party in (select party_no from grouped_party)
            and exists (select 1 from period t where t.from_time <= coalesce(e.latest, ${FAR_FUTURE})
              and t.to_time >= coalesce(e.earliest, ${FAR_PAST}))) as asked
        from weighed e group by e.address_no, e.contact_no),
      asked_pair as (
        select c.x, c.y, c.other_party, any_value(c.weight) as weight, any_value(c.levels) as levels, min(c.grade) as grade,
          count(distinct case when v.hangs then v.contact_no end) as contacts,
          count(distinct case when v.hangs and v.asked then v.contact_no end) as asked, count(distinct v.contact_no) as stands
        from chosen c left join valued v using (address_no) group by c.x, c.y, c.other_party)
    select a.address_no as a_no, a.kind as a_kind, a.norm as a_norm, b.address_no as b_no, b.kind as b_kind, b.norm as b_norm,
      q.other_party as b_party, q.weight, q.levels, cast(q.grade as integer) as grade, q.contacts, q.asked
    from asked_pair q join address a on a.address_no = q.x left join address b on b.address_no = q.y
    order by q.asked desc, q.contacts desc, q.stands desc, q.weight desc, a.kind, a.norm, b.kind, b.norm, q.other_party limit $most`,
  };
}

/** What each level of agreement weighs. @returns field_no, field, level, label, weight */
export const LEVEL_WEIGHTS: Query = {
  name: 'level-weights',
  sql: 'select field_no, field, level, label, weight from likeness_level order by field_no, level',
};

const RECORDS_WITH = `select record_no from participant where address_no = $no
    union select record_no from record where a_no = $no or b_no = $no
    union select record_no from equation where a_no = $no or b_no = $no`;

/** How much of an address there is. Parameter: no. @returns records, first, last (epoch seconds of plausible times) */
export const ADDRESS_SPAN: Query = {
  name: 'address-span',
  sql: `select count(*) as records, min(r.earliest) filter (r.plausibility = 0) as first,
      max(r.latest) filter (r.plausibility = 0) as last
    from (${RECORDS_WITH}) join record r using (record_no)`,
};

/** Names written beside an address, the most frequent first. Parameter: no. @returns text, times, record_no of the first */
export const ADDRESS_NAMES: Query = {
  name: 'names-of-address',
  sql: `with beside as (
      select record_no, name_no from participant where address_no = $no and name_no is not null
      union all select record_no, name_no from equation where b_no = $no and name_no is not null)
    select t.text, count(*) as times, min(b.record_no) as record_no from beside b join text t on t.text_no = b.name_no
    group by t.text order by times desc, t.text limit 4`,
};

/** Organisations written beside it. Parameter: no. @returns text */
export const ADDRESS_ORGANISATIONS: Query = {
  name: 'organisations-of-address',
  sql: `select t.text, count(*) as times from participant p join text t on t.text_no = p.organisation_no
    where p.address_no = $no group by t.text order by times desc, t.text limit 3`,
};

/** With whom an address is in contact most. Parameter: no. @returns key, name, contacts */
export const ADDRESS_CIRCLE: Query = {
  name: 'circle-of-address',
  sql: `with met as (
      select contact_no, to_party as party_no from link where from_no = $no
      union all select contact_no, from_party from link where to_no = $no)
    select p.key, p.name, count(distinct m.contact_no) as contacts from met m join party p using (party_no)
    group by p.key, p.name order by contacts desc, p.key limit 4`,
};

/** The same of the party that an address certainly is. Parameter: no. @returns key, name, contacts */
export const PARTY_CIRCLE: Query = {
  name: 'circle-of-party',
  sql: `with mine as (select distinct party_no from alias where address_no = $no and grade = 0),
      met as (
        select contact_no, to_party as party_no from link where from_party in (select party_no from mine)
        union all select contact_no, from_party from link where to_party in (select party_no from mine))
    select p.key, p.name, count(distinct m.contact_no) as contacts from met m join party p using (party_no)
    where p.party_no not in (select party_no from mine)
    group by p.key, p.name order by contacts desc, p.key limit 4`,
};

/** Other addresses that certainly or probably are one party's with an address. Parameter: no. @returns norm */
export const ADDRESSES_BESIDE: Query = {
  name: 'addresses-beside',
  sql: `with mine as (select distinct party_no from alias where address_no = $no and grade = 0)
    select a.norm from alias x join address a using (address_no)
    where x.party_no in (select party_no from mine) and x.grade <= 1 and x.address_no <> $no
    group by a.norm order by min(x.grade), min(a.kind), a.norm limit 4`,
};
