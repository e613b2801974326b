/** Parties by their numbers. */
import type { Query } from '../../ledger.ts';

/** Of $numbers (one a line). @returns party_no, key, name, kind, named */
export const PARTY_NAMES: Query = {
  name: 'party-names',
  sql: `select party_no, key, name, kind, named from party
    where party_no in (select cast(unnest(string_split($numbers, chr(10))) as integer)) order by key`,
};

/** Parties that are ever in one of $names (groups and keys, one a line). @returns party_no */
export const MEMBERS_EVER: Query = {
  name: 'members-ever',
  sql: 'select distinct party_no from membership where name in (select unnest(string_split($names, chr(10))))',
};

/** Mail addresses with the parties that have them, certainly or probably. @returns norm, key, certain */
export const MAILBOXES_HELD: Query = {
  name: 'mailboxes-held',
  sql: `select a.norm, p.key, cast(min(l.grade) = 0 as integer) as certain
    from address a join alias l using (address_no) join party p using (party_no)
    where a.kind = 0 and l.grade <= 1 group by a.norm, p.key order by a.norm, p.key`,
};
