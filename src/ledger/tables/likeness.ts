/** Why addresses are taken for one person's: pairs with their evidence, and what each piece weighs. */
import type { Table } from './table.ts';

export const LIKENESS_TABLES: readonly Table[] = [
  {
    name: 'likeness',
    doc: 'Pairs of descriptions that are likelier one person than not. A side is an address, or a person of people.yaml.',
    columns: {
      a_no: 'INTEGER', // address; null for a person of people.yaml
      a_party: 'VARCHAR', // id in people.yaml; null for an address
      b_no: 'INTEGER',
      b_party: 'VARCHAR',
      weight: 'INTEGER', // thousandths of a bit, the prior odds included
      levels: 'VARCHAR', // level of each field of likeness_level, with commas; −1 where nothing can be compared
    },
    key: ['a_no', 'a_party', 'b_no', 'b_party'],
  },
  {
    name: 'likeness_level',
    doc: 'What each level of agreement weighs in this case, as estimated from it.',
    columns: {
      field_no: 'INTEGER',
      field: 'VARCHAR',
      level: 'INTEGER',
      label: 'VARCHAR',
      weight: 'INTEGER', // thousandths of a bit
      m: 'INTEGER', // how often descriptions of one person agree so, millionths
      u: 'INTEGER', // how often those of two people do, millionths
    },
    key: ['field_no', 'level'],
  },
];
