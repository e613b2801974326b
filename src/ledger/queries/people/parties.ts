/** Parties as `people` lists them, and what holds the addresses of one together. */
import type { Query } from '../../ledger.ts';

/** A row of PARTY_ROWS. */
export interface PartyRow {
  readonly party_no: number;
  readonly id: bigint;
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly named: boolean;
  readonly addresses: number;
  readonly certain: number;
  readonly probable: number;
  readonly possible: number;
  /** Thousandths of a bit; null where nothing is guessed. */
  readonly weakest: number | null;
}

/** Pairs inside of parties, of what is probable at least: party_no, x, y (null: the person of people.yaml), weight. */
const INSIDE = `select a.party_no, l.a_no as x, l.b_no as y, l.weight
      from likeness l join member a on a.address_no = l.a_no
      join member b on b.address_no = l.b_no and b.party_no = a.party_no
    union all
    select a.party_no, a.address_no, null, l.weight
      from likeness l join party p on p.key = coalesce(l.a_party, l.b_party)
      join member a on a.address_no = coalesce(l.a_no, l.b_no) and a.party_no = p.party_no`;

/**
 * Parties that are more than one address by itself: of people.yaml, of several addresses, offices and lists; those with
 * most addresses first. The weakest link is the guessed address that is held least, by its strongest pair with another of
 * the party's. Parameter: most.
 */
export const PARTY_ROWS: Query = {
  name: 'party-rows',
  sql: `with member as (select address_no, party_no from alias where grade <= 1),
      inside as (${INSIDE}),
      held as (
        select h.party_no, h.address_no, max(h.weight) as weight
        from (select party_no, x as address_no, weight from inside
          union all select party_no, y, weight from inside where y is not null) h
        semi join alias g on g.address_no = h.address_no and g.party_no = h.party_no and g.basis = 'likeness'
        group by all),
      weakest as (select party_no, min(weight) as weakest from held group by party_no),
      sized as (
        select party_no, count(distinct address_no) as addresses,
          count(distinct case when grade = 0 then address_no end) as certain,
          count(distinct case when grade = 1 then address_no end) as probable,
          count(distinct case when grade = 2 then address_no end) as possible
        from alias group by party_no)
    select p.party_no, md5_number_lower(p.key) as id, p.key, p.name, p.kind, p.named, coalesce(s.addresses, 0) as addresses,
      coalesce(s.certain, 0) as certain, coalesce(s.probable, 0) as probable, coalesce(s.possible, 0) as possible, w.weakest
    from party p left join sized s using (party_no) left join weakest w using (party_no)
    where p.named or s.addresses > 1 or p.kind in ('role', 'list')
    order by s.addresses desc nulls last, p.key limit $most`,
};

/** A pair with at least one side in a party. */
export interface PairRow {
  readonly a_no: number | null;
  readonly a_kind: number | null;
  readonly a_norm: string | null;
  readonly a_party: string | null;
  readonly b_no: number | null;
  readonly b_kind: number | null;
  readonly b_norm: string | null;
  readonly b_party: string | null;
  readonly weight: number;
  readonly levels: string;
  /** Place in GRADES of the alias with this party; null: not of it. 0 for the person of people.yaml itself. */
  readonly a_grade: number | null;
  readonly b_grade: number | null;
  /** Whose the other side is: key of its surest party. */
  readonly a_holder: string | null;
  readonly b_holder: string | null;
}

/** Pairs of a party's addresses with each other and with others, the likeliest first. Parameters: no, most. */
export const PARTY_PAIRS: Query = {
  name: 'party-pairs',
  sql: `with mine as (select address_no, min(grade) as grade from alias where party_no = $no group by address_no),
      me as (select key from party where party_no = $no),
      found as (
        select * from likeness where a_no in (select address_no from mine) or b_no in (select address_no from mine)
          or a_party in (select key from me) or b_party in (select key from me)),
      holder as (
        select x.address_no, arg_min(p.key, concat(x.grade, ' ', p.key)) as key
        from alias x join party p using (party_no)
        where x.address_no in (select a_no from found union select b_no from found) group by x.address_no)
    select f.a_no, a.kind as a_kind, a.norm as a_norm, f.a_party, f.b_no, b.kind as b_kind, b.norm as b_norm, f.b_party,
      f.weight, f.levels,
      cast(case when f.a_party in (select key from me) then 0 else ma.grade end as integer) as a_grade,
      cast(case when f.b_party in (select key from me) then 0 else mb.grade end as integer) as b_grade,
      coalesce(f.a_party, ha.key) as a_holder, coalesce(f.b_party, hb.key) as b_holder
    from found f left join address a on a.address_no = f.a_no left join address b on b.address_no = f.b_no
    left join mine ma on ma.address_no = f.a_no left join mine mb on mb.address_no = f.b_no
    left join holder ha on ha.address_no = f.a_no left join holder hb on hb.address_no = f.b_no
    order by f.weight desc, a.norm, b.norm, f.a_party, f.b_party limit $most`,
};

/** Mail addresses with the parties that have them for certain or probably. @returns norm, key */
export const ALL_MAILBOXES: Query = {
  name: 'all-mailboxes',
  sql: `select a.norm, p.key from address a join alias l using (address_no) join party p using (party_no)
    where a.kind = 0 and l.grade <= 1 order by a.norm, p.key`,
};

/** Addresses of parties $numbers (one a line). @returns party_no, norm */
export const ADDRESSES_OF_PARTIES: Query = {
  name: 'addresses-of-parties',
  sql: `select distinct l.party_no, a.norm, a.kind from alias l join address a using (address_no)
    where l.party_no in (select cast(unnest(string_split($numbers, chr(10))) as integer)) order by l.party_no, a.kind, a.norm`,
};
