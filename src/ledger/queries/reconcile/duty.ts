/** What the case asks about, as temporary tables: duties and who falls under them, reach and deadlines. */
import type { Query } from '../../ledger.ts';
import { tableOfLines } from './lines.ts';

/** An empty table of duties; number 0 stands for the headline rule where the case has no duties. */
export const DUTY_TABLE: Query = {
  name: 'duty-table',
  sql: `create or replace temp table duty (
    duty_no integer, id varchar, audience varchar, audience_no integer, kinds integer,
    from_time bigint, to_time bigint, within_days integer, anybody boolean)`,
};

/** Adds one duty. Kinds are bits 1 << place in CHANNELS; `anybody`: the other side is whoever is not on the first. */
export const DUTY_ROW: Query = {
  name: 'duty-row',
  sql: `insert into duty values ($duty_no, $id, $audience, $audience_no, $kinds, $from_time, $to_time, $within_days, $anybody)`,
};

/** Who falls under a duty when: side 0 has to tell, side 1 is the other. From $lines. */
export const DUTY_SIDE: Query = {
  name: 'duty-side',
  sql: tableOfLines('side', {
    duty_no: 'integer',
    side: 'utinyint',
    party_no: 'integer',
    from_time: 'bigint',
    to_time: 'bigint',
  }),
};

/** Whose disclosures the loaded ones reach, disjoint in time per party, audience and channel. From $lines. */
export const REACH: Query = {
  name: 'reach',
  sql: tableOfLines('reach', {
    party_no: 'integer',
    audience_no: 'integer',
    channel: 'utinyint',
    from_time: 'bigint',
    to_time: 'bigint',
  }),
};

/** Deadlines by UTC day: see deadlineDay. From $lines. */
export const DEADLINE: Query = {
  name: 'deadline',
  sql: tableOfLines('deadline', {
    within_days: 'integer',
    utc_day: 'integer',
    cut: 'bigint',
    before_cut: 'bigint',
    after_cut: 'bigint',
  }),
};
