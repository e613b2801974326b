/** What counts are made of beyond their bounds. */

import type { Definition } from '../../../model/definition.ts';
import type { Query } from '../../ledger.ts';
import { contactStatus, linkCounts } from '../contacts/definition.ts';

/** The membership of the case with the parties of $keys (one a line) as a group called $name. */
export const LIST_GROUP: Query = {
  name: 'list-group',
  sql: `create or replace temp table list_group as
      select cast($name as varchar) as name, party_no, cast(null as bigint) as from_time, cast(null as bigint) as to_time
      from party where key in (select unnest(string_split($keys, chr(10))))`,
};

/** From here on the group of LIST_GROUP is one of the case's; it hides the table of the case until FORGET_LIST. */
export const LIST_MEMBERSHIP: Query = {
  name: 'list-membership',
  sql: 'create temp table membership as select * from membership union all select * from list_group',
};

export const FORGET_LIST: Query = {
  name: 'forget-list',
  sql: 'drop table if exists temp.membership; drop table if exists temp.list_group',
};

/**
 * Contacts of the table candidate that may count, by the pair that makes them count.
 * @returns contact_no, mine, theirs, channel, earliest, latest, certain (it counts for the question), named (and is certainly
 *   between these two)
 */
export function countedPairs(d: Definition): Query {
  const certain = `${contactStatus('c', d)} = 2 and c.member and c.inside`;
  return {
    name: 'counted-pairs',
    sql: `select c.contact_no, c.mine, c.theirs, cast(any_value(c.channel) as integer) as channel,
        any_value(c.earliest) as earliest, any_value(c.latest) as latest,
        cast(bool_or(${certain} and c.grade = 0) as integer) as certain,
        cast(bool_or(${certain} and c.mine_grade = 0 and c.theirs_grade = 0) as integer) as named
      from candidate c where ${contactStatus('c', d)} > 0 and ${linkCounts('c', d)}
      group by c.contact_no, c.mine, c.theirs order by c.contact_no, c.mine, c.theirs`,
  };
}

/** Keys and names of the parties of $numbers. @returns party_no, key, name, named */
export const PARTIES_OF_NUMBERS: Query = {
  name: 'parties-of-numbers',
  sql: `select party_no, key, name, named from party
    where party_no in (select cast(unnest(string_split($numbers, chr(10))) as integer)) order by party_no`,
};

/** Texts of the addresses of $numbers. @returns address_no, norm */
export const ADDRESSES_OF_NUMBERS: Query = {
  name: 'addresses-of-numbers',
  sql: `select address_no, norm from address
    where address_no in (select cast(unnest(string_split($numbers, chr(10))) as integer)) order by address_no`,
};

/**
 * Parties by key, name or address of $texts (one a line, folded). An address means whoever has it for certain, if somebody
 * does, and not those whose it may be besides. @returns text, key
 */
export const PARTIES_BY_TEXT: Query = {
  name: 'parties-by-text',
  sql: `with asked as (select distinct unnest(string_split($texts, chr(10))) as text)
    select distinct a.text, p.key from asked a join party p on lower(p.key) = a.text or (p.named and lower(p.name) = a.text)
    union
    select distinct a.text, p.key from asked a join address d on d.norm = a.text join alias l using (address_no)
      join party p using (party_no)
    where l.grade = 0 or not exists (select 1 from alias c where c.address_no = l.address_no and c.grade = 0)
    order by 1, 2`,
};
