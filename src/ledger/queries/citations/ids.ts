/** Finding things by their ids, and how many digits of an id tell it from all others. */
import type { IdKind } from '../../../model/ids.ts';
import type { Query } from '../../ledger.ts';
import { recordIdSql } from '../record-id.ts';

/** Kinds that have a table; counts are asked for, not kept. */
export type KeptKind = Exclude<IdKind, 'count'>;

/** SQL for the number and id of everything of a kind, `no` and `id`. A party's id is the hash of its key. */
const NUMBERED: Readonly<{ [kind in KeptKind]: string }> = {
  record: `select r.record_no as no, ${recordIdSql('r', 's')} as id from record r join source s using (source_no)`,
  contact: 'select contact_no as no, id from contact',
  disclosure: 'select disclosure_no as no, id from disclosure',
  finding: 'select finding_no as no, id from finding',
  source: 'select source_no as no, id from source',
  party: 'select party_no as no, md5_number_lower(key) as id from party',
};

/**
 * What has an id between $from and $to, the first six. One id can stand for several rows (a file taken in twice): the
 * first counts. @returns rows of `no`, `id`
 */
export function beginning(kind: KeptKind): Query {
  return {
    name: `${kind}-by-id`,
    sql: `select min(no) as no, id from (${NUMBERED[kind]})
      where id between cast($from as ubigint) and cast($to as ubigint) group by id order by id limit 6`,
  };
}

/**
 * For each id of $ids (one a line) the id nearest to it that begins with the same 16 bits, as what both differ in:
 * `apart` is their exclusive or, null where there is no such neighbour. Neighbours in order share the most digits.
 */
export function nearestIds(kind: KeptKind): Query {
  return {
    name: `nearest-${kind}-ids`,
    sql: `with asked as (select distinct cast(unnest(string_split($ids, chr(10))) as ubigint) as id),
        near as (select distinct n.id from (${NUMBERED[kind]}) n
          where n.id >> 48 in (select id >> 48 from asked)
          union select id from asked),
        beside as (select id, xor(id, lag(id) over (order by id)) as before, xor(id, lead(id) over (order by id)) as after
          from near)
      select id, least(before, after) as apart from beside where id in (select id from asked) order by id`,
  };
}
