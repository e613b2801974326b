/** Which party an address stands for at a time. */
import type { Query } from '../../ledger.ts';
import { FAR_FUTURE, FAR_PAST } from '../reconcile/open-time.ts';
import { addressKind } from './words.ts';

/** Grades: places in GRADES. A bare name is at most probable unless a person decided it; a redaction is an unknown party. */
export const ADDRESS_END: Query = {
  name: 'address-end',
  sql: `create or replace temp table address_end as
    select l.address_no, l.party_no, coalesce(l.from_time, ${FAR_PAST}) as from_time, coalesce(l.to_time, ${FAR_FUTURE}) as to_time,
      cast(greatest(l.grade, case when a.kind = ${addressKind('redacted')} then 2
        when a.kind = ${addressKind('name')} and l.basis is distinct from 'decision' then 1 else 0 end) as utinyint) as grade
    from alias l join address a using (address_no)`,
};

/** Addresses that are nobody's for some of the time: contacts then have no link. Identity leaves none. */
export const ALIAS_GAPS: Query = {
  name: 'alias-gaps',
  sql: `with ordered as (
      select address_no, from_time, to_time, max(to_time) over (partition by address_no order by from_time, to_time
        rows between unbounded preceding and 1 preceding) as covered
      from address_end),
    whole as (
      select address_no from ordered group by address_no
      having min(from_time) = ${FAR_PAST} and max(to_time) = ${FAR_FUTURE}
        and not bool_or(coalesce(from_time > covered + 1, false)))
    select count(*) as gaps from address a where not exists (select 1 from whole w where w.address_no = a.address_no)`,
};

const mayHold = (end: string, pairs: string): string =>
  `${end}.from_time <= coalesce(${pairs}.latest, ${FAR_FUTURE}) and ${end}.to_time >= coalesce(${pairs}.earliest, ${FAR_PAST})`;

/** Whoever held an address for only some of a contact's time is possible. */
const gradeThen = (end: string, pairs: string): string =>
  `case when ${end}.from_time <= coalesce(${pairs}.earliest, ${FAR_PAST}) and ${end}.to_time >= coalesce(${pairs}.latest, ${FAR_FUTURE})
    then ${end}.grade else 2 end`;

/**
 * SQL that joins the parties f and t at both ends of pairs of addresses, each as its alias held then.
 * @param pairs alias of a table with from_no, to_no, earliest and latest. A table, not a join: an engine that sees through
 *   it may begin with every contact times every address.
 */
export const parties = (pairs: string): string =>
  `join address_end f on f.address_no = ${pairs}.from_no and ${mayHold('f', pairs)}
    join address_end t on t.address_no = ${pairs}.to_no and ${mayHold('t', pairs)}`;

/** SQL for the grades of a link between these parties: grade, the weaker of both; from_grade, to_grade. */
export const gradesOf = (pairs: string): string => {
  const [from, to] = [gradeThen('f', pairs), gradeThen('t', pairs)];
  return `cast(greatest(${from}, ${to}) as utinyint) as grade, cast(${from} as utinyint) as from_grade,
    cast(${to} as utinyint) as to_grade`;
};
