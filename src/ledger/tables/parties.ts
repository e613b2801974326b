/** Who is who: parties, their addresses, posts and groups. */
import type { Table } from './table.ts';

export const PARTIES_TABLES: readonly Table[] = [
  {
    name: 'party',
    doc: 'People and organisations. An address that nobody claims is a party of its own.',
    columns: {
      party_no: 'INTEGER',
      key: 'VARCHAR', // id in people.yaml, or kind and normalised address
      name: 'VARCHAR',
      kind: 'VARCHAR', // person, organisation, line, role, list, unknown
      named: 'BOOLEAN', // stands in people.yaml
    },
    key: ['party_no'],
  },
  {
    name: 'alias',
    doc: 'Which address was whose, from – to (null: open). Every address has at least one row.',
    columns: {
      address_no: 'INTEGER',
      party_no: 'INTEGER',
      from_time: 'BIGINT',
      to_time: 'BIGINT',
      grade: 'UTINYINT', // GRADES
      basis: 'VARCHAR', // people.yaml, decision, equation, name, likeness, signature, itself
    },
    key: ['address_no', 'party_no', 'from_time', 'grade'],
  },
  {
    name: 'tenure',
    doc: 'Who held which role at which organisation, from – to.',
    columns: {
      party_no: 'INTEGER',
      organisation_no: 'INTEGER',
      role: 'VARCHAR',
      from_time: 'BIGINT',
      to_time: 'BIGINT',
    },
    key: ['party_no', 'organisation_no', 'role', 'from_time'],
  },
  {
    name: 'membership',
    doc: 'Groups of case.yaml as parties from – to; every party is a group of its own under its key, and so is every address, as kind and normalised address.',
    columns: { name: 'VARCHAR', party_no: 'INTEGER', from_time: 'BIGINT', to_time: 'BIGINT' },
    key: ['name', 'party_no', 'from_time'],
  },
];
