/** Pairs that may be one person, kept with their evidence. */
import type { Field } from '../../../identity/linkage/fields.ts';
import type { Query } from '../../ledger.ts';

/** Fills likeness from the temporary tables of the linkage. */
export function likenesses(fields: readonly Field[]): Query {
  return {
    name: 'likenesses',
    sql: `insert into likeness
      select x.address_no, x.party, y.address_no, y.party, s.weight,
        concat_ws(',', ${fields.map((_, f) => `c.l${f}::varchar`).join(', ')})
      from scored s join compared c using (a, b)
      join description x on x.person_no = s.a join description y on y.person_no = s.b
      where s.weight >= 0 order by s.a, s.b`,
  };
}

export const FORGET_DESCRIPTIONS: Query = { name: 'forget-descriptions', sql: 'drop table if exists description' };
