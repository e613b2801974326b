/** Parties by the page, and what stands behind one. */
import type { Query } from '../../ledger.ts';

/** A row of PEOPLE_PAGE. */
export interface PeopleRow {
  readonly party_no: number;
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly named: boolean;
  readonly addresses: number;
  readonly certain: number;
  readonly probable: number;
  readonly possible: number;
  readonly contacts: number;
  readonly total: number;
}

/** How a list of parties is ordered; equals by key. */
export const PEOPLE_ORDERS = {
  contacts: 'contacts desc',
  name: 'lower(name)',
  addresses: 'addresses desc, contacts desc',
} as const;
export type PeopleOrder = keyof typeof PEOPLE_ORDERS;

/** Contacts of each party by any link, made once for a connection. */
export const PARTY_CONTACTS: Query = {
  name: 'party-contacts',
  sql: `create temp table if not exists party_contacts as
    select party_no, count(distinct contact_no)::integer as contacts from (
      select from_party as party_no, contact_no from link union all select to_party, contact_no from link)
    group by party_no`,
};

/** The text of $words as one to find anywhere, case aside. */
const FOUND = `($words = '' or contains(lower(p.name), $words) or contains(lower(p.key), $words)
  or p.party_no in (select l.party_no from alias l join address a using (address_no) where contains(lower(a.norm), $words)))`;

/**
 * Parties, those of people.yaml first among equals. Parameters: words (lower case; '' all), kind ('' all), named ('' all,
 * 'true', 'false'), limit, offset. Needs PARTY_CONTACTS. @returns PeopleRow
 */
export function peoplePage(order: PeopleOrder): Query {
  return {
    name: 'people-page',
    sql: `with found as (
        select p.party_no, p.key, p.name, p.kind, p.named, coalesce(c.contacts, 0) as contacts
        from party p left join party_contacts c using (party_no)
        where $kind in ('', p.kind) and ($named = '' or p.named = ($named = 'true')) and ${FOUND}),
      sized as (
        select party_no, count(distinct address_no) as addresses,
          count(distinct case when grade = 0 then address_no end) as certain,
          count(distinct case when grade = 1 then address_no end) as probable,
          count(distinct case when grade = 2 then address_no end) as possible
        from alias semi join found using (party_no) group by party_no)
      select f.*, coalesce(s.addresses, 0) as addresses, coalesce(s.certain, 0) as certain,
        coalesce(s.probable, 0) as probable, coalesce(s.possible, 0) as possible, count(*) over () as total
      from found f left join sized s using (party_no)
      order by ${PEOPLE_ORDERS[order]}, named desc, key limit $limit offset $offset`,
  };
}

/** One party as PEOPLE_PAGE has it. Parameter: no. Needs PARTY_CONTACTS. @returns PeopleRow */
export const PARTY_OF_NAME: Query = {
  name: 'party-of-name',
  sql: `select p.party_no, p.key, p.name, p.kind, p.named, coalesce(c.contacts, 0) as contacts,
      (select count(distinct address_no) from alias where party_no = $no) as addresses,
      (select count(distinct address_no) from alias where party_no = $no and grade = 0) as certain,
      (select count(distinct address_no) from alias where party_no = $no and grade = 1) as probable,
      (select count(distinct address_no) from alias where party_no = $no and grade = 2) as possible, 1 as total
    from party p left join party_contacts c using (party_no) where p.party_no = $no`,
};

/** How many parties of each kind there are. @returns kind, parties */
export const PARTY_KINDS: Query = {
  name: 'party-kinds',
  sql: 'select kind, count(*)::integer as parties from party group by kind order by parties desc, kind',
};

/** Names of organisations. Parameter: no. @returns key, name, role, from_time, to_time */
export const POSTS_OF: Query = {
  name: 'posts-of',
  sql: `select p.key, p.name, t.role, t.from_time, t.to_time from tenure t join party p on p.party_no = t.organisation_no
    where t.party_no = $no order by t.from_time nulls first, p.key, t.role`,
};

/**
 * With whom a party is in contact, most first. Parameters: no, most.
 * @returns key, name, contacts, undisclosed, channels (bits), first, last, total
 */
export const COUNTERPARTS: Query = {
  name: 'counterparts',
  sql: `with met as (
      select distinct contact_no, case when from_party = $no then to_party else from_party end as party_no, channel, earliest, latest
      from link where (from_party = $no or to_party = $no) and from_party <> to_party),
    counted as (
      select m.party_no, count(distinct m.contact_no) as contacts,
        count(distinct case when s.state = $undisclosed then m.contact_no end) as undisclosed,
        bit_or(1::integer << m.channel::integer) as channels, min(m.earliest) as first, max(m.latest) as last
      from met m left join state s on s.contact_no = m.contact_no and s.duty = '' group by m.party_no)
    select p.key, p.name, c.contacts, c.undisclosed, c.channels, c.first, c.last, count(*) over () as total
    from counted c join party p using (party_no) order by c.contacts desc, p.key limit $most`,
};

/** Contacts that a party began, with an instant to the hour at least. Parameter: no. @returns earliest, offset_minutes, exact */
export const BEGUN_BY: Query = {
  name: 'begun-by',
  sql: `select k.earliest, cast(k.offset_minutes as integer) as offset_minutes,
      cast(coalesce(k.latest - k.earliest < 3600, false) as integer) as exact
    from (select distinct contact_no from link l where l.from_party = $no) b join contact k using (contact_no)
    where k.initiator_no in (select address_no from alias where party_no = $no)`,
};
