/** Contacts as people see them. $numbers: one number a line. */
import type { Query } from '../../ledger.ts';

const ASKED = 'asked as (select cast(unnest(string_split($numbers, chr(10))) as integer) as contact_no)';

/** A row of CONTACT_ROWS. State and disclosure are those of the headline. */
export interface ContactRow {
  readonly contact_no: number;
  readonly id: bigint;
  readonly channel: number;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly precision: number;
  readonly duration: number | null;
  readonly flags: number;
  readonly witnesses: number;
  readonly rule: string | null;
  readonly audience: number;
  readonly subject: string | null;
  readonly state: number | null;
  readonly disclosure_no: number | null;
}

export const CONTACT_ROWS: Query = {
  name: 'contact-rows',
  sql: `with ${ASKED}
    select k.contact_no, k.id, k.channel, k.earliest, k.latest, coalesce(k.precision, 0) as precision, k.duration,
      coalesce(k.flags, 0) as flags, coalesce(k.witnesses, 1) as witnesses, k.rule, coalesce(k.audience, 0) as audience,
      k.subject, s.state, s.disclosure_no
    from contact k join asked using (contact_no)
    left join (select contact_no, state, disclosure_no from state where duty = '') s using (contact_no)`,
};

/** An address in a contact, and one of the parties whose it may be. */
export interface ContactEndRow {
  readonly contact_no: number;
  readonly address_no: number;
  /** It began the contact. */
  readonly begun: boolean;
  /** Nearest place in DIRECTNESS of all its links. */
  readonly directness: number;
  /** Best place in GRADES of all its links. */
  readonly grade: number;
  readonly key: string;
  readonly name: string;
}

export const CONTACT_ENDS: Query = {
  name: 'contact-ends',
  sql: `with ${ASKED},
      side as (
        select l.contact_no, l.from_no as address_no, l.from_party as party_no, l.directness, l.grade
        from link l join asked using (contact_no)
        union all
        select l.contact_no, l.to_no, l.to_party, l.directness, l.grade from link l join asked using (contact_no)),
      ended as (
        select contact_no, address_no, party_no, min(directness) as directness, min(grade) as grade
        from side group by all)
    select e.contact_no, e.address_no, coalesce(e.address_no = k.initiator_no, false) as begun, e.directness, e.grade,
      p.key, p.name
    from ended e join contact k using (contact_no) join party p using (party_no)
    order by e.contact_no, begun desc, e.directness, e.grade, p.key, e.address_no`,
};

/** Contacts in the table counted, in the order of time. @returns contact_no, certain */
export const COUNTED_IN_ORDER: Query = {
  name: 'counted-in-order',
  sql: `select c.contact_no, c.certain from counted c join contact k using (contact_no) order by k.latest nulls last, k.id`,
};

export const FORGET_COUNTED: Query = {
  name: 'forget-counted',
  sql: 'drop table if exists temp.counted; drop table if exists temp.candidate; drop table if exists temp.candidate_edge',
};

/** What a contact owes to whom. Parameter: no. */
export const CONTACT_STATES_OF: Query = {
  name: 'contact-states-of',
  sql: `select s.duty, p.key as holder, s.audience, s.state, s.disclosure_no, s.candidates, s.component, s.deadline
    from state s left join party p on p.party_no = s.holder where s.contact_no = $no
    order by s.duty, p.key nulls first`,
};

/** Contacts that compete for the same disclosures as one does. Parameters: duty, component, no. */
export const COMPETING: Query = {
  name: 'competing',
  sql: `select distinct contact_no, disclosure_no from state
    where duty = $duty and component = $component and contact_no <> $no order by contact_no`,
};

/** Contacts that may be the same event as one. Parameter: no. */
export const MAY_BE_SAME_AS: Query = {
  name: 'may-be-same-as',
  sql: `select case when contact_a = $no then contact_b else contact_a end as contact_no, why
    from may_be_same where contact_a = $no or contact_b = $no order by 1`,
};

/** Links of a contact. Parameter: no. */
export const LINKS_OF: Query = {
  name: 'links-of',
  sql: `select f.key as from_key, t.key as to_key, a.norm as from_address, b.norm as to_address, l.directness, l.grade, l.answered
    from link l join party f on f.party_no = l.from_party join party t on t.party_no = l.to_party
    join address a on a.address_no = l.from_no join address b on b.address_no = l.to_no
    where l.contact_no = $no order by l.directness, l.grade, from_key, to_key, from_address, to_address`,
};
