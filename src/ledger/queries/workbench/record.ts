/** One record of the workbench, with who stands in it and what stands around it. */
import { RECORD_KINDS, ROLES } from '../../../model/record.ts';
import type { Query } from '../../ledger.ts';
import { FAR_FUTURE, FAR_PAST } from '../reconcile/open-time.ts';
import { recordIdSql } from '../record-id.ts';

const MESSAGE = RECORD_KINDS.indexOf('message');
const FROM = ROLES.indexOf('from');

/** A row of RECORD_WHOLE. */
export interface RecordRow {
  readonly kind: number;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly offset_minutes: number | null;
  readonly precision: number;
  readonly zone: number;
  readonly plausibility: number;
  readonly duration: number | null;
  readonly flags: number;
  readonly subject: string | null;
  readonly contact_no: number | null;
  readonly disclosure_no: number | null;
}

/** Parameter: no. @returns RecordRow */
export const RECORD_WHOLE: Query = {
  name: 'record-whole',
  sql: `select r.kind, r.earliest, r.latest, cast(r.offset_minutes as integer) as offset_minutes, coalesce(r.precision, 0) as precision,
      coalesce(r.zone, 0) as zone, coalesce(r.plausibility, 0) as plausibility, r.duration, coalesce(r.flags, 0) as flags,
      r.subject, coalesce(g.contact_no, k.contact_no) as contact_no, d.disclosure_no
    from record r left join grouped g using (record_no) left join contact k on k.contact_no = r.record_no
    left join disclosure d on d.record_no = r.record_no where r.record_no = $no`,
};

/** An address in a record, once for each party whose it was then. */
export interface ParticipantRow {
  /** Place in ROLES. */
  readonly role: number;
  readonly address_no: number;
  readonly kind: number;
  readonly norm: string;
  readonly name: string | null;
  readonly organisation: string | null;
  readonly key: string | null;
  readonly party: string | null;
  readonly total: number;
}

/** Who stands in a record, at most $most addresses. Parameters: no, most. @returns ParticipantRow */
export const PARTICIPANTS_WHOLE: Query = {
  name: 'participants-whole',
  sql: `with stands as (
      select p.role, p.address_no, n.text as name, o.text as organisation
      from participant p left join text n on n.text_no = p.name_no left join text o on o.text_no = p.organisation_no
      where p.record_no = $no
      union all select ${ROLES.indexOf('caller')}, a_no, null, null from record where record_no = $no and a_no is not null
      union all select ${ROLES.indexOf('callee')}, b_no, null, null from record where record_no = $no and b_no is not null),
    placed as (
      select *, row_number() over (order by role, address_no, name, organisation) as place, count(*) over () as total from stands),
    here as (select earliest, latest from record where record_no = $no)
    select cast(s.role as integer) as role, s.address_no, cast(a.kind as integer) as kind, a.norm, s.name, s.organisation,
      p.key, p.name as party, s.total
    from placed s join address a using (address_no) cross join here h
    left join alias l on l.address_no = s.address_no
      and coalesce(l.from_time, ${FAR_PAST}) <= coalesce(h.latest, ${FAR_FUTURE})
      and coalesce(l.to_time, ${FAR_FUTURE}) >= coalesce(h.earliest, ${FAR_PAST})
    left join party p using (party_no)
    where s.place <= $most order by s.place, l.grade, p.key`,
};

/** Records before and after one in its source, as case.yaml names sources. Parameter: no. @returns no, id */
export const RECORDS_BESIDE: Query = {
  name: 'records-beside',
  sql: `select r.record_no as no, ${recordIdSql('r', 's')} as id
    from record r join source s using (source_no)
    where r.record_no in ($no - 1, $no + 1) and s.entry is not distinct from (
      select t.entry from record h join source t using (source_no) where h.record_no = $no)`,
};

/** A record of a conversation. */
export interface ThreadRow {
  readonly no: number;
  readonly id: bigint;
  readonly relation: string;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly offset_minutes: number | null;
  readonly subject: string | null;
  readonly subject_size: number | null;
}

const TOLD = (
  rows: string,
): string => `select r.record_no as no, ${recordIdSql('r', 's')} as id, f.relation, r.earliest, r.latest,
      cast(r.offset_minutes as integer) as offset_minutes, left(r.subject, $characters) as subject, length(r.subject) as subject_size
    from (${rows}) f join record r using (record_no) join source s using (source_no)
    order by r.earliest nulls last, r.record_no, f.relation limit $most`;

/**
 * Messages that a message answers, and that answer it; of copies of one message the first. Parameters: no, characters, most.
 * @returns ThreadRow
 */
export const THREAD: Query = {
  name: 'thread',
  sql: TOLD(`select min(record_no) as record_no, relation from (
      select r.record_no, coalesce(g.contact_no, r.record_no) as one, 'answered' as relation
      from reference f join record r on r.message_id = f.message_id left join grouped g on g.record_no = r.record_no
      where f.record_no = $no and r.record_no <> $no
      union all
      select f.record_no, coalesce(g.contact_no, f.record_no), 'answers'
      from reference f left join grouped g on g.record_no = f.record_no
      where f.message_id = (select message_id from record where record_no = $no) and f.record_no <> $no)
    group by one, relation`),
};

/** Messages quoted in a message, and the one that quotes it. Parameters: no, characters, most. @returns ThreadRow */
export const QUOTED_BESIDE: Query = {
  name: 'quoted-beside',
  sql: TOLD(`select r.record_no, case when r.part > h.part or r.byte_length < h.byte_length then 'quoted' else 'quotes' end as relation
    from record h join record r on r.source_no = h.source_no and r.record_no <> h.record_no
    where h.record_no = $no and h.kind = ${MESSAGE} and r.kind = ${MESSAGE}
      and ((r.part > 0 and h.part = 0 and r.byte_offset >= h.byte_offset and r.byte_offset + r.byte_length <= h.byte_offset + h.byte_length)
        or (h.part > 0 and r.part = 0 and h.byte_offset >= r.byte_offset and h.byte_offset + h.byte_length <= r.byte_offset + r.byte_length))`),
};

/** Who wrote messages. $numbers: one record_no a line. @returns record_no, key, name */
export const WRITERS: Query = {
  name: 'writers',
  sql: `select distinct p.record_no, t.key, t.name from participant p join alias l using (address_no) join party t using (party_no)
    where p.role = ${FROM} and p.record_no in (select cast(unnest(string_split($numbers, chr(10))) as integer)) and l.grade <= 1
    order by p.record_no, t.key`,
};

/** Findings that rest on a record by itself. Parameter: no. @returns finding_no */
export const FINDINGS_ON_RECORD: Query = {
  name: 'findings-on-record',
  sql: `select finding_no from finding
    where list_contains(cast(coalesce(records, '[]') as integer[]), cast($no as integer)) order by finding_no`,
};
