/** Contacts as rows of the workbench. $numbers: one contact_no a line. */
import type { Query } from '../../ledger.ts';
import { recordIdSql } from '../record-id.ts';

const ASKED = 'asked as (select cast(unnest(string_split($numbers, chr(10))) as integer) as contact_no)';

/** A row of CONTACT_LINES. State and disclosure are those of the headline. */
export interface ContactLineRow {
  readonly contact_no: number;
  readonly id: bigint;
  readonly channel: number;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly offset_minutes: number | null;
  readonly duration: number | null;
  readonly flags: number;
  readonly witnesses: number;
  readonly state: number | null;
  /** Its beginning, and characters of the whole. */
  readonly subject: string | null;
  readonly subject_size: number | null;
  /** Id of the first record that witnesses it; null where that record is not in the ledger. */
  readonly record: bigint | null;
}

/** Parameters: numbers, characters of a subject. */
export const CONTACT_LINES: Query = {
  name: 'contact-lines',
  sql: `with ${ASKED}
    select k.contact_no, k.id, cast(k.channel as integer) as channel, k.earliest, k.latest,
      cast(k.offset_minutes as integer) as offset_minutes, k.duration, coalesce(k.flags, 0) as flags,
      coalesce(k.witnesses, 1) as witnesses, cast(t.state as integer) as state,
      left(k.subject, $characters) as subject, length(k.subject) as subject_size,
      case when s.source_no is not null then ${recordIdSql('r', 's')} end as record
    from contact k join asked using (contact_no)
    left join (select contact_no, state from state where duty = '') t using (contact_no)
    left join record r on r.record_no = k.contact_no left join source s on s.source_no = r.source_no`,
};

/** One of the parties whose an address in a contact may be. */
export interface ContactSideRow {
  readonly contact_no: number;
  readonly address_no: number;
  /** It began the contact. */
  readonly begun: boolean;
  /** Nearest place in DIRECTNESS of all its links, best place in GRADES. */
  readonly directness: number;
  readonly grade: number;
  /** Worst place in GRADES of the party's links: how sure the contact's identities are. */
  readonly weakest: number;
  readonly key: string;
  readonly name: string;
  /** Addresses on its side. */
  readonly ends: number;
}

/** The first $most addresses of each side, nearest first. Parameters: numbers, most. */
export const CONTACT_SIDES: Query = {
  name: 'contact-sides',
  sql: `with ${ASKED},
      side as (
        select l.contact_no, l.from_no as address_no, l.from_party as party_no, l.directness, l.from_grade as grade
        from link l join asked using (contact_no)
        union all
        select l.contact_no, l.to_no, l.to_party, l.directness, l.to_grade from link l join asked using (contact_no)),
      ended as (
        select s.contact_no, s.address_no, s.party_no, min(s.directness) as directness, min(s.grade) as grade,
          any_value(coalesce(s.address_no = k.initiator_no, false)) as begun
        from side s join contact k using (contact_no) group by 1, 2, 3),
      placed as (
        select contact_no, begun, address_no, row_number() over (
          partition by contact_no, begun order by min(directness), min(grade), address_no) as place,
          count(*) over (partition by contact_no, begun) as ends, max(min(grade)) over (partition by contact_no) as weakest
        from ended group by contact_no, begun, address_no)
    select e.contact_no, e.address_no, e.begun, cast(e.directness as integer) as directness, cast(e.grade as integer) as grade,
      cast(q.weakest as integer) as weakest, p.key, p.name, q.ends
    from ended e join placed q using (contact_no, begun, address_no) join party p using (party_no)
    where q.place <= $most
    order by e.contact_no, e.begun desc, q.place, e.grade, p.key`,
};
