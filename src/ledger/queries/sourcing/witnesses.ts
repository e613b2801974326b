/** Who handed over the records behind contacts, and which passages tell of them. */
import type { Query } from '../../ledger.ts';

/** A witness of a contact. */
export interface WitnessRow {
  readonly contact_no: number;
  readonly record_no: number;
  /** Place in RECORD_KINDS. */
  readonly kind: number;
  readonly format: string;
  readonly custodian: string | null;
  readonly producer: string | null;
  /** Path of the source's entry in case.yaml. */
  readonly entry: string | null;
  /** Of passages of reports.yaml alone. */
  readonly extras: string | null;
}

/** Witnesses of the contacts of $numbers, one number a line. @returns WitnessRow */
export const CONTACT_WITNESSES: Query = {
  name: 'contact-witnesses',
  sql: `with asked as (
      select distinct try_cast(unnest(string_split($numbers, chr(10))) as integer) as contact_no),
    witness as (
      select g.contact_no, g.record_no from grouped g where g.contact_no in (select contact_no from asked)
      union all
      select contact_no, contact_no from asked where contact_no not in (select contact_no from grouped))
    select w.contact_no, w.record_no, r.kind, coalesce(s.format, '') as format, s.custodian, s.producer, s.entry,
      case when s.format = 'reports' then r.extras end as extras
    from witness w join record r using (record_no) join source s using (source_no) order by 1, 2`,
};

/** The records of $numbers by themselves, one number a line, as witnesses of nothing but themselves. @returns WitnessRow */
export const RECORD_WITNESSES: Query = {
  name: 'record-witnesses',
  sql: `select r.record_no as contact_no, r.record_no, r.kind, coalesce(s.format, '') as format, s.custodian, s.producer,
      s.entry, case when s.format = 'reports' then r.extras end as extras
    from record r join source s using (source_no)
    where r.record_no in (select try_cast(unnest(string_split($numbers, chr(10))) as integer)) order by 1`,
};

/** Told contacts that may be these of $numbers, which no passage tells of themselves. @returns contact_no, other */
export const MAY_BE_TOLD: Query = {
  name: 'may-be-told',
  sql: `with asked as (
      select distinct try_cast(unnest(string_split($numbers, chr(10))) as integer) as contact_no),
    same as (
      select contact_a as contact_no, contact_b as other from may_be_same where why = 'told'
      union all select contact_b, contact_a from may_be_same where why = 'told')
    select s.contact_no, s.other from same s join asked a using (contact_no) join told_contact t on t.contact_no = s.other
    order by 1, 2`,
};
