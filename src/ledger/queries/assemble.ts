/** Takes the rows of a segment into a ledger, with numbers that go on where the ledger's end. */
import type { Query } from '../ledger.ts';

const SEGMENT = 'segment';

/** How many rows of each kind there are: what the next segment's numbers begin with. */
export const BASES: Query = {
  name: 'bases',
  sql: `select (select count(*) from record)::integer as records, (select count(*) from address)::integer as addresses,
    (select count(*) from text)::integer as texts`,
};

/** @param path of the segment's file */
export function attachSegment(path: string): Query {
  return { name: 'attach-segment', sql: `attach '${path.replaceAll("'", "''")}' as ${SEGMENT} (read_only)` };
}

export const DETACH_SEGMENT: Query = {
  name: 'detach-segment',
  sql: `drop table address_number; drop table text_number; detach ${SEGMENT}`,
};

/**
 * Addresses and texts that the ledger knows keep its numbers; the others go on, in the order of the segment.
 * @param addresses how many there are before, and so for texts
 */
export function newWords(addresses: number, texts: number): Query {
  return {
    name: 'new-words',
    sql: `
    create temp table address_number as
      with found as (
        select s.address_no as local, a.address_no as known, s.kind, s.norm, s.raw
        from ${SEGMENT}.address s left join address a on a.kind = s.kind and a.norm = s.norm)
      select local, kind, norm, raw, known is null as fresh,
        coalesce(known, ${addresses} + row_number() over (partition by known is null order by local) - 1)::integer as number
      from found;
    insert into address select number, kind, norm, raw from address_number where fresh order by number;
    create temp table text_number as
      with found as (
        select s.text_no as local, t.text_no as known, s.text from ${SEGMENT}.text s left join text t on t.text = s.text)
      select local, text, known is null as fresh,
        coalesce(known, ${texts} + row_number() over (partition by known is null order by local) - 1)::integer as number
      from found;
    insert into text select number, text from text_number where fresh order by number`,
  };
}

/** The rows themselves. @param records how many there are before, and so for sources */
export function newRows(records: number, sources: number): Query {
  return {
    name: 'new-rows',
    sql: `
    insert into record
      select record_no + ${records}, source_no + ${sources}, r.kind, byte_offset, byte_length, row_no, part, earliest, latest,
        offset_minutes, "precision", zone, plausibility, duration, flags, a.number, b.number, message_id, subject, extras
      from ${SEGMENT}.record r left join address_number a on a.local = r.a_no left join address_number b on b.local = r.b_no
      order by record_no;
    insert into participant
      select record_no + ${records}, role, a.number, n.number, o.number, attendance
      from ${SEGMENT}.participant p left join address_number a on a.local = p.address_no
        left join text_number n on n.local = p.name_no left join text_number o on o.local = p.organisation_no
      order by record_no;
    insert into reference select record_no + ${records}, message_id from ${SEGMENT}.reference order by record_no;
    insert into equation
      select e.record_no + ${records}, a.number, b.number, n.number
      from ${SEGMENT}.equation e join address_number a on a.local = e.a_no join address_number b on b.local = e.b_no
        left join text_number n on n.local = e.name_no
      order by e.record_no;
    insert into problem
      select source_no + ${sources}, byte_offset, byte_length, row_no, severity, code, message from ${SEGMENT}.problem;
    insert into skip select source_no + ${sources}, rule, items, bytes from ${SEGMENT}.skip`,
  };
}

/** What is known of the sources of a segment, in its order. */
export const SEGMENT_SOURCES: Query = {
  name: 'segment-sources',
  sql: `
    select s.path as name, s.member, s.file_sha256, s.sha256, s.size, s.format
    from source s order by s.source_no`,
};

/** Sources are told anew for each build: what case.yaml says of them is not in the segments. */
export const NO_SOURCES: Query = { name: 'no-sources', sql: 'delete from source' };
