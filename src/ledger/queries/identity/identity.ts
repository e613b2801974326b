/** What the identity stage reads and writes in bulk. */

import { GRADES } from '../../../model/finding.ts';
import { ADDRESS_KINDS } from '../../../model/record.ts';
import type { Query } from '../../ledger.ts';

/** Distinct pairs that the mail system shows to be one account's. */
export const EQUATIONS: Query = {
  name: 'equations',
  sql: `select distinct a.kind as a_kind, a.norm as a_norm, b.kind as b_kind, b.norm as b_norm
    from equation e join address a on a.address_no = e.a_no join address b on b.address_no = e.b_no
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

/** Every party is a group of its own, under its key. */
export const OWN_GROUPS: Query = {
  name: 'own-groups',
  sql: `insert into membership select key, party_no, null, null from party`,
};
