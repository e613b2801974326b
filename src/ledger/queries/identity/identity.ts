/** What the identity stage reads and writes in bulk. */

import { GRADES } from '../../../model/finding.ts';
import { ADDRESS_KINDS, FLAG, ROLES } from '../../../model/record.ts';
import type { Query } from '../../ledger.ts';

/** An address beside which more accounts than these stand is nobody's: exports write a stand-in for what they do not know. */
const MOST_ACCOUNTS = 5;

/** Distinct pairs that the mail system shows to be one account's. */
export const EQUATIONS: Query = {
  name: 'equations',
  sql: `with pair as (select distinct a_no, b_no from equation),
      stand_in as (select a_no from pair group by a_no having count(*) > ${MOST_ACCOUNTS})
    select a.kind as a_kind, a.norm as a_norm, b.kind as b_kind, b.norm as b_norm
    from pair e anti join stand_in using (a_no)
    join address a on a.address_no = e.a_no join address b on b.address_no = e.b_no
    order by 1, 2, 3, 4`,
};

/** From $lines (JSON, one [kind, norm] a line): the numbers of addresses, where the records have them. */
export const ADDRESS_NUMBERS: Query = {
  name: 'address-numbers',
  sql: `with wanted as (
      select cast(line ->> 0 as utinyint) as kind, line ->> 1 as norm
      from (select nullif(line, '')::json as line from (select unnest(string_split($lines, chr(10))) as line))
      where line is not null)
    select a.address_no, a.kind, a.norm from wanted join address a using (kind, norm) order by 1`,
};

const kindName = `case a.kind ${ADDRESS_KINDS.map((kind, i) => `when ${i} then '${kind}'`).join(' ')} end`;
const place = (kind: (typeof ADDRESS_KINDS)[number]): number => ADDRESS_KINDS.indexOf(kind);

const [FROM, TO] = (['from', 'to'] as const).map((role) => ROLES.indexOf(role));

/** A party for every address that nobody claims. */
export const OWN_PARTIES: Query = {
  name: 'own-parties',
  sql: `insert into party
    select (select count(*) from party) + row_number() over (order by a.address_no) - 1, concat(${kindName}, ' ', a.norm), a.raw,
      case when a.kind = ${place('phone')} then 'line' else 'unknown' end, false
    from address a anti join alias l using (address_no)`,
};

/** Its alias. */
export const OWN_ALIASES: Query = {
  name: 'own-aliases',
  sql: `insert into alias
    select a.address_no, p.party_no, null, null,
      case a.kind when ${place('name')} then ${GRADES.indexOf('probable')} when ${place('redacted')} then ${GRADES.indexOf('possible')}
        else ${GRADES.indexOf('certain')} end, 'itself'
    from address a anti join alias l using (address_no)
    join party p on p.key = concat(${kindName}, ' ', a.norm)`,
};

/**
 * Every party is a group of its own, under its key; so is every address, of whoever has it: a question about an address
 * can be asked whoever it was found to be.
 */
export const OWN_GROUPS: Query = {
  name: 'own-groups',
  sql: `insert into membership select key, party_no, null, null from party;
    insert into membership
    select distinct concat(${kindName}, ' ', a.norm), l.party_no, l.from_time, l.to_time
    from alias l join address a using (address_no) anti join party p on p.key = concat(${kindName}, ' ', a.norm)`,
};

/** Local parts of mail addresses that are parties of their own and that people.yaml does not name. */
export const OWN_MAILBOXES: Query = {
  name: 'own-mailboxes',
  sql: `select distinct split_part(a.norm, '@', 1) as local from address a join party p on p.key = concat('mail ', a.norm)
    where a.kind = ${place('mail')} and not p.named order by 1`,
};

/** Parties whose mailbox has one of the local parts $lines (one a line) are offices, lists or machines: nobody in person. */
export const ROLE_PARTIES: Query = {
  name: 'role-parties',
  sql: `update party set kind = 'role' where not named and starts_with(key, 'mail ')
    and split_part(substr(key, 6), '@', 1) in (select unnest(string_split($lines, chr(10))))`,
};

/**
 * Parties that are lists: to each at least three messages went through a list, of two senders and more, that have no other
 * recipient in To; it never sent one, and stands in no other record.
 */
export const LIST_PARTIES: Query = {
  name: 'list-parties',
  sql: `with listed as (select record_no from record where kind = 0 and (flags & ${FLAG.list}) <> 0),
      alone as (select p.record_no, any_value(p.address_no) as address_no from participant p semi join listed using (record_no)
        where p.role = ${TO} group by p.record_no having count(distinct p.address_no) = 1),
      sent as (select record_no, min(address_no) as sender from participant where role = ${FROM} group by record_no),
      addressed as (select address_no from alone a left join sent s using (record_no)
        group by address_no having count(*) >= 3 and count(distinct s.sender) >= 2),
      other as (select distinct p.address_no from participant p semi join addressed using (address_no)
        anti join alone o on o.record_no = p.record_no and o.address_no = p.address_no)
    update party set kind = 'list' where not named and key in (
      select concat('mail ', a.norm) from address a semi join addressed using (address_no) anti join other using (address_no)
      where a.kind = ${place('mail')})`,
};
