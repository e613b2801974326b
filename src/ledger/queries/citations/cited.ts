/** What stands behind contacts, disclosures and findings, and where it is. */
import type { Query } from '../../ledger.ts';
import { recordIdSql } from '../record-id.ts';

/** A record or source as it is cited. */
export interface CitedRow {
  /** Null for a source as a whole. */
  readonly record_no: number | null;
  readonly id: bigint;
  readonly kind: number;
  readonly byte_offset: number;
  readonly byte_length: number;
  readonly row_no: number;
  readonly part: number;
  /** JSON object of text values; null for none. */
  readonly extras: string | null;
  readonly source_no: number;
  readonly path: string;
  readonly member: string;
  readonly file_sha256: string;
  readonly sha256: string;
  readonly size: number;
  readonly format: string;
  readonly template: string | null;
  readonly protected: boolean;
  /** Path of the source's entry in case.yaml. */
  readonly entry: string | null;
}

const SOURCE = `s.source_no, s.path, s.member, s.file_sha256, s.sha256, s.size, coalesce(s.format, '') as format, s.template,
  coalesce(s.protected, false) as protected, s.entry`;

/** Records of $numbers, one number a line, in their order by number. @returns CitedRow */
export const CITED_RECORDS: Query = {
  name: 'cited-records',
  sql: `select r.record_no, ${recordIdSql('r', 's')} as id, r.kind, r.byte_offset, r.byte_length, r.row_no, r.part, r.extras,
      ${SOURCE}
    from record r join source s using (source_no)
    where r.record_no in (select cast(unnest(string_split($numbers, chr(10))) as integer)) order by r.record_no`,
};

/** Source $no as a whole. @returns CitedRow */
export const CITED_SOURCE: Query = {
  name: 'cited-source',
  sql: `select cast(null as integer) as record_no, s.id, 0 as kind, cast(0 as bigint) as byte_offset, s.size as byte_length,
      0 as row_no, 0 as part, cast(null as varchar) as extras, ${SOURCE}
    from source s where s.source_no = $no`,
};

/** Records that witness the contacts of $numbers. @returns contact_no, record_no */
export const WITNESSES: Query = {
  name: 'cited-witnesses',
  sql: `with asked as (select distinct cast(unnest(string_split($numbers, chr(10))) as integer) as contact_no)
    select contact_no, record_no from grouped where contact_no in (select contact_no from asked)
    union all
    select contact_no, contact_no from asked where contact_no not in (select contact_no from grouped)
    order by contact_no, record_no`,
};

/** Disclosures of $numbers. @returns disclosure_no, id, record_no */
export const DISCLOSURES: Query = {
  name: 'cited-disclosures',
  sql: `select disclosure_no, id, record_no from disclosure
    where disclosure_no in (select cast(unnest(string_split($numbers, chr(10))) as integer)) order by disclosure_no`,
};

/** What finding $no rests on, as JSON lists of numbers. */
export const FINDING_SIDES: Query = {
  name: 'cited-finding',
  sql: 'select contacts, records, disclosures from finding where finding_no = $no',
};

/** Ids of the contacts of $numbers. @returns no, id */
export const CONTACT_IDS: Query = {
  name: 'cited-contacts',
  sql: `select contact_no as no, id from contact
    where contact_no in (select cast(unnest(string_split($numbers, chr(10))) as integer)) order by contact_no`,
};
