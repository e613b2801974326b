/** What is owed of some contacts, and what may give it: read from a finished ledger. */

import { FLAG } from '../../../model/record.ts';
import { CONTACT_STATES } from '../../../model/state.ts';
import type { Query } from '../../ledger.ts';
import { tableOfLines } from './lines.ts';

const NOT_REQUIRED = CONTACT_STATES.indexOf('not-required');
const UNDETERMINED = CONTACT_STATES.indexOf('undetermined');

/** The latest day on which a disclosure that exists was given: what was given later has no state. */
export const LAST_GIVEN: Query = {
  name: 'last-given',
  sql: `select coalesce(max(given), 0) as given from disclosure
    where disclosure_no in (select disclosure_no from disclosure_state)`,
};

/** Contacts that are counted; certain: for certain. From $lines. */
export const COUNTED: Query = {
  name: 'counted',
  sql: tableOfLines('counted', { contact_no: 'integer', certain: 'utinyint' }),
};

/**
 * The accounts that make up their headlines: each public one of a duty-holder; where there is none, one by anybody.
 * sure: inside the reach of the loaded disclosures, and the holder certainly took part.
 */
export const OWED: Query = {
  name: 'owed',
  sql: `create or replace temp table owed as
    with headline as (
      select contact_no, state from state
      where duty = '' and state <> ${NOT_REQUIRED} and contact_no in (select contact_no from counted)),
    strict as (
      select s.contact_no, s.duty, s.holder, s.state from state s join headline using (contact_no)
      where s.duty <> '' and s.audience = 'public' and s.state <> ${NOT_REQUIRED}),
    certain as (
      select contact_no, from_party as party_no from link where grade = 0 and contact_no in (select contact_no from strict)
      union
      select contact_no, to_party from link where grade = 0 and contact_no in (select contact_no from strict))
    select s.contact_no, s.duty, s.holder, s.state <> ${UNDETERMINED} and c.party_no is not null as sure
      from strict s left join certain c on c.contact_no = s.contact_no and c.party_no = s.holder
    union all
    select contact_no, '', null, state <> ${UNDETERMINED} from headline
      where contact_no not in (select contact_no from strict)`,
};

/**
 * The counted contacts in the order of their latest instant, then id, with the headline; null where nothing is asked of
 * them. sure: some account is owed for certain. plain: no disclosure fits, and it can be no other event.
 */
export const COUNTED_ROW: Query = {
  name: 'counted-row',
  sql: `create or replace temp table counted_row as
    with involved as (
      select contact_no from fit
      union select contact_a from may_be_same union select contact_b from may_be_same)
    select n.contact_no, n.certain, s.state as headline, coalesce(o.sure, false) as sure, i.contact_no is null as plain,
      row_number() over (order by c.latest nulls last, c.id, n.contact_no) as place
    from (select contact_no, max(certain) as certain from counted group by contact_no) n
    join contact c using (contact_no)
    left join state s on s.contact_no = n.contact_no and s.duty = ''
    left join (select contact_no, bool_or(sure) as sure from owed group by contact_no) o on o.contact_no = n.contact_no
    left join involved i on i.contact_no = n.contact_no`,
};

export const COUNTED_ROWS: Query = {
  name: 'counted-rows',
  sql: `select contact_no, certain::integer as certain, headline::integer as headline, sure::integer as sure,
    plain::integer as plain from counted_row order by place`,
};

/** Pairs of them that may be one event. */
export const COUNTED_SAME: Query = {
  name: 'counted-same',
  sql: `select contact_a, contact_b from may_be_same
    where contact_a in (select contact_no from counted) and contact_b in (select contact_no from counted)
    order by 1, 2`,
};

/** The accounts of those that are not plain. */
export const OWED_ROWS: Query = {
  name: 'owed-rows',
  sql: `select contact_no, duty, holder, sure from owed
    where contact_no in (select contact_no from counted_row where not plain)
    order by contact_no, duty, holder nulls first`,
};

/**
 * Disclosures that fit one of these, with all contacts that they fit, counted or not. register: entries of one register
 * by one discloser tell of different contacts; null where a row repeats another.
 */
export const OWED_FITS: Query = {
  name: 'owed-fits',
  sql: `with open as (
      select f.*, d.capacity, d.earliest, d.given, d.id,
        case when d.record_no is null then 'entry ' || d.disclosure_no
          when r.flags & ${FLAG.repeated} > 0 then null
          else r.source_no || ' ' || t.party_no end as register
      from fit f join disclosure d using (disclosure_no)
      join (select disclosure_no, min(party_no) as party_no from disclosure_party where discloser group by 1) t
        using (disclosure_no)
      left join record r on r.record_no = d.record_no
      where d.audience = 'public'),
    held as (
      select distinct o.duty, o.holder, f.disclosure_no
      from owed o join open f on f.contact_no = o.contact_no and f.a = o.holder and f.discloser),
    anybody as (
      select distinct f.disclosure_no from owed o join open f using (contact_no) where o.holder is null)
    select h.duty, h.holder, f.contact_no, f.disclosure_no, bool_or(f.firm) as firm, bool_or(f.own) as own,
        min(f.nearness) as nearness, min(f.capacity) as capacity, min(f.register) as register,
        min(f.earliest) as earliest, min(f.given) as given, min(f.id) as id
      from held h join open f on f.disclosure_no = h.disclosure_no and f.a = h.holder and f.discloser
      group by 1, 2, 3, 4
    union all
    select '', null, f.contact_no, f.disclosure_no, bool_or(f.firm), bool_or(f.own),
        min(f.nearness), min(f.capacity), min(f.register), min(f.earliest), min(f.given), min(f.id)
      from anybody b join open f using (disclosure_no)
      group by 3, 4
    order by earliest nulls last, given nulls last, id, disclosure_no, duty, holder, contact_no`,
};
