/** The records that make contacts. */
import { PLAUSIBILITIES } from '../../../model/time.ts';
import type { Query } from '../../ledger.ts';
import { has } from './words.ts';

/**
 * Sources of the record side, each with its place in an order that depends on content alone, so that the order in which
 * they were added decides nothing.
 */
export const RECORD_SOURCE: Query = {
  name: 'record-source',
  sql: `create or replace temp table record_source as
    select source_no, cast(row_number() over (order by file_sha256, member, path) - 1 as integer) as place
    from source where side = 0`,
};

const WRONG = `r.plausibility = ${PLAUSIBILITIES.indexOf('wrong-clock')}`;

/**
 * Records of these sources without drafts, rows that say that there was nothing, and rows that repeat another one. What a
 * wrong clock wrote is no time: it would put a contact into a window, or keep it out, for certain.
 */
export const WITNESS: Query = {
  name: 'witness',
  sql: `create or replace temp view witness as
    select r.* replace (case when ${WRONG} then null else r.earliest end as earliest,
      case when ${WRONG} then null else r.latest end as latest), s.place
    from record r join record_source s using (source_no)
    where not ${has('r.flags', 'nil', 'draft', 'repeated')}`,
};

/** How many records of each kind, and in how many sources. */
export const WITNESS_KINDS: Query = {
  name: 'witness-kinds',
  sql: `select kind, count(*) as records, count(distinct source_no) as sources from witness group by kind order by kind`,
};

/** Takes away what the stage made for itself. */
export const FORGET: Query = {
  name: 'forget-contacts',
  sql: [
    'named',
    'known_name',
    'part',
    'spread',
    'class_rule',
    'mail_from',
    'letter',
    'letter_candidate',
    'quoted',
    'quoted_fit',
    'call_near',
    'call_stretch',
    'call_pair',
    'hosted',
    'guest',
    'visit_pair',
    'text_fold',
  ]
    .map((table) => `drop table if exists temp."${table}"`)
    .concat('drop view if exists temp.witness', 'drop table if exists temp.record_source')
    .join('; '),
};

export const CHANNELS_HELD: Query = {
  name: 'channels-held',
  sql: 'select distinct channel from contact order by channel',
};

/** How many contacts passages tell of. */
export const TOLD_HELD: Query = {
  name: 'told-held',
  sql: `select count(*) as told from contact where ${has('flags', 'told')}`,
};
