/**
 * What a search shows of the records that it found. Numbers stand in the text of these queries: the engine then skips what
 * cannot hold them, and a page costs the same in a large ledger as in a small one.
 */
import type { Role } from '../../../model/record.ts';
import type { Query } from '../../ledger.ts';
import { kind, role } from '../contacts/words.ts';
import { FAR_FUTURE, FAR_PAST } from '../reconcile/open-time.ts';
import { recordIdSql } from '../record-id.ts';
import { channelSql } from './conditions.ts';
import { momentSql, waySql } from './rows.ts';

/** SQL for a list of record numbers, for `in (…)`; one that no record has where there are none. */
const listOf = (numbers: readonly number[]): string =>
  numbers.length === 0 ? '-1' : numbers.map(Math.trunc).join(', ');

/** A record with its place. */
export interface HitRow {
  readonly record_no: number;
  readonly id: bigint;
  /** Place in CHANNELS. */
  readonly channel: number;
  readonly kind: number;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly offset_minutes: number | null;
  /** Place in PLAUSIBILITIES. */
  readonly plausibility: number;
  readonly subject: string | null;
  readonly extras: string | null;
  readonly byte_offset: number;
  readonly byte_length: number;
  readonly part: number;
  readonly row_no: number;
  /** Place in TEXT_WAYS. */
  readonly way: number;
  readonly path: string;
  readonly member: string;
  readonly sha256: string;
  readonly size: number;
  readonly protected: boolean;
  readonly entry: string | null;
}

/** @param numbers record_no @returns HitRow, by record_no */
export const hitRows = (numbers: readonly number[]): Query => ({
  name: 'hit-rows',
  sql: `select r.record_no, ${recordIdSql('r', 's')} as id, ${channelSql('r')} as channel, r.kind, r.earliest, r.latest,
      r.offset_minutes, r.plausibility, r.subject, r.extras, r.byte_offset, r.byte_length, r.part, r.row_no,
      ${waySql('s')} as way, s.path, s.member, s.sha256, s.size, coalesce(s.protected, false) as protected, s.entry
    from record r join source s using (source_no)
    where r.record_no in (${listOf(numbers)}) order by r.record_no`,
});

/** Who stands on which side of what is shown: whoever began it, and everybody else. */
const BEGAN: readonly Role[] = ['from', 'sender', 'caller', 'organizer', 'host', 'discloser', 'mentioned'];
const SHOWN: readonly Role[] = [...BEGAN, 'to', 'cc', 'bcc', 'callee', 'attendee', 'visitor', 'counterpart'];

/** Somebody in a record. */
export interface HitPersonRow {
  readonly record_no: number;
  readonly began: boolean;
  readonly address: string;
  /** Place in ADDRESS_KINDS. */
  readonly kind: number;
  /** As written beside the address; null when nothing was. */
  readonly name: string | null;
  /** The party whose address it was then, the surest of several. */
  readonly key: string | null;
  readonly party: string | null;
  /** How many there are on that side of that record. */
  readonly people: number;
}

/**
 * Who is in some records.
 * @param numbers record_no
 * @param most people that are wanted for each side of a record
 * @returns HitPersonRow
 */
export const hitPeople = (numbers: readonly number[], most: number): Query => ({
  name: 'hit-people',
  sql: `with asked as materialized (
        select record_no, earliest, latest, a_no, b_no from record where record_no in (${listOf(numbers)})),
      part as (
        select p.record_no, p.role in (${role(...BEGAN)}) as began, p.role, p.address_no, p.name_no
        from participant p where p.record_no in (${listOf(numbers)}) and p.role in (${role(...SHOWN)})
        union all
        select record_no, true, ${role('caller')}, a_no, null from asked where a_no is not null
        union all
        select record_no, false, ${role('callee')}, b_no, null from asked where b_no is not null),
      distinct_part as (
        select record_no, began, address_no, min(role) as role, min(name_no) as name_no from part group by all),
      some_part as materialized (
        select *, count(*) over (partition by record_no, began)::integer as people from distinct_part
        qualify row_number() over (partition by record_no, began order by role, address_no) <= ${Math.trunc(most)}),
      held as (
        select l.address_no, r.record_no, y.key, y.name
        from some_part s join asked r using (record_no) join alias l on l.address_no = s.address_no
          join party y using (party_no)
        where coalesce(l.from_time, ${FAR_PAST}) <= coalesce(r.latest, ${FAR_FUTURE})
          and coalesce(l.to_time, ${FAR_FUTURE}) >= coalesce(r.earliest, ${FAR_PAST})
        qualify row_number() over (partition by r.record_no, l.address_no order by l.grade, y.key) = 1)
    select s.record_no, s.began, a.norm as address, a.kind, t.text as name, h.key, h.name as party, s.people
    from some_part s join address a using (address_no) left join text t on t.text_no = s.name_no
      left join held h on h.record_no = s.record_no and h.address_no = s.address_no
    order by s.record_no, s.began desc, s.role, s.address_no`,
});

/** All records but quoted messages, newest first, those without a time that is believed last. @returns record_no */
export const NEWEST_FIRST: Query = {
  name: 'newest-first',
  sql: `select r.record_no from record r where not (r.kind = ${kind('message')} and r.part > 0)
    order by ${momentSql('r')} desc nulls last, r.record_no desc`,
};

/** How many messages stand in others: they are found through those. @returns quoted */
export const QUOTED_COUNT: Query = {
  name: 'quoted-count',
  sql: `select count(*) as quoted from record where kind = ${kind('message')} and part > 0`,
};
