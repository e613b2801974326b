/** Sides of a question that are several groups and parties. */
import type { Query } from '../../ledger.ts';

/** The memberships of the names in $references (one a line) as one group called $name; each party from – to, as it was. */
export const SIDE_GROUP: Query = {
  name: 'side-group',
  sql: `insert into side_group
    select distinct cast($name as varchar) as name, party_no, from_time, to_time
    from membership where name in (select unnest(string_split($references, chr(10))))`,
};

export const SIDE_GROUP_TABLE: Query = {
  name: 'side-group-table',
  sql: `create or replace temp table side_group (name varchar, party_no integer, from_time bigint, to_time bigint)`,
};

/** From here on those sides are groups of the case; they hide its table until FORGET_SIDES. */
export const SIDE_MEMBERSHIP: Query = {
  name: 'side-membership',
  sql: 'create temp table membership as select * from membership union all select * from side_group',
};

export const FORGET_SIDES: Query = {
  name: 'forget-sides',
  sql: 'drop table if exists temp.membership; drop table if exists temp.side_group',
};
