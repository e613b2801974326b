/** The records of some segments in the order of their times, as the full-text index takes them in. */
import { RECORD_KINDS } from '../../../model/record.ts';
import { PLAUSIBILITIES } from '../../../model/time.ts';
import type { Query } from '../../ledger.ts';

/** How the text of a record is found; numbers are places in this list. */
export const TEXT_WAYS = ['message', 'event', 'row'] as const;
export type TextWay = (typeof TEXT_WAYS)[number];

const SEGMENT = 'text_segment';
const MESSAGE = RECORD_KINDS.indexOf('message');
const WRONG_CLOCK = PLAUSIBILITIES.indexOf('wrong-clock');
const AFTER_AS_OF = PLAUSIBILITIES.indexOf('after-asof');

/** Formats whose records are messages of RFC 5322 in their own bytes, and the one whose records are entries of calendars. */
const MAIL = "'mbox', 'maildir', 'eml'";
const CALENDAR = "'ical'";

/** SQL for how the text of a record is found, as a place in TEXT_WAYS. @param s alias of its `source` */
export function waySql(s: string): string {
  return `case when ${s}.format in (${MAIL}) then ${TEXT_WAYS.indexOf('message')}
    when ${s}.format = ${CALENDAR} then ${TEXT_WAYS.indexOf('event')} else ${TEXT_WAYS.indexOf('row')} end`;
}

/**
 * SQL for the instant by which records stand in order: null for those without a time, and for those whose time is a wrong
 * clock's. A plan for a day to come is no wrong clock, a message from there is.
 * @param r alias of `record`
 */
export function momentSql(r: string): string {
  return `case when ${r}.plausibility = ${WRONG_CLOCK} or (${r}.kind = ${MESSAGE} and ${r}.plausibility = ${AFTER_AS_OF})
    then null else ${r}.earliest end`;
}

/** Makes the empty table. */
export const NEW_TEXT_ROWS: Query = {
  name: 'new-text-rows',
  sql: `create or replace temp table text_found (record_no integer, source_no integer, way utinyint, byte_offset bigint,
    byte_length bigint, moment bigint, subject varchar, extras varchar)`,
};

/** @param path of the segment's file */
export function attachTextSegment(path: string): Query {
  return { name: 'attach-text-segment', sql: `attach '${path.replaceAll("'", "''")}' as ${SEGMENT} (read_only)` };
}

export const DETACH_TEXT_SEGMENT: Query = { name: 'detach-text-segment', sql: `detach ${SEGMENT}` };

/**
 * Takes the records of the attached segment that have words. Quoted messages have none of their own: they are found
 * through the message that holds them.
 * Parameters: records, sources: added to the segment's numbers.
 */
export const TAKE_TEXT_ROWS: Query = {
  name: 'take-text-rows',
  sql: `insert into text_found
    select r.record_no + $records, r.source_no + $sources,
      ${waySql('s')},
      r.byte_offset, r.byte_length,
      ${momentSql('r')},
      r.subject, r.extras
    from ${SEGMENT}.record r join ${SEGMENT}.source s using (source_no)
    where not (r.kind = ${MESSAGE} and r.part > 0)
      and (s.format in (${MAIL}, ${CALENDAR}) or r.subject is not null or r.extras is not null)`,
};

/** Puts them in order: those with a time first, by it; the others behind, by their numbers. @returns none */
export const ORDER_TEXT_ROWS: Query = {
  name: 'order-text-rows',
  sql: `create or replace temp table text_row as
      select (row_number() over (order by moment nulls last, record_no) - 1)::integer as rank, * from text_found;
    drop table text_found`,
};

/** How many rows there are, and how many of them have a time. */
export const TEXT_ROW_COUNTS: Query = {
  name: 'text-row-counts',
  sql: 'select count(*) as rows, count(moment) as dated from text_row',
};

/** A stretch of the rows. Parameters: from, to (exclusive), by rank. */
export const TEXT_ROWS: Query = {
  name: 'text-rows',
  sql: `select record_no, source_no, way, byte_offset, byte_length, moment, subject, extras from text_row
    where rank >= $from and rank < $to order by rank`,
};

/** The files and members of the attached segment, in their order. */
export const TEXT_SOURCES: Query = {
  name: 'text-sources',
  sql: `select path as name, member, sha256, size from ${SEGMENT}.source order by source_no`,
};
