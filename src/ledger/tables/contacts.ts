/** Contacts, which records witness them, which may be one, and who was in contact with whom. */
import type { Table } from './table.ts';

export const CONTACTS_TABLES: readonly Table[] = [
  {
    name: 'contact',
    doc: 'Events in which parties communicated. contact_no is the smallest record_no of its witnesses.',
    columns: {
      contact_no: 'INTEGER',
      id: 'UBIGINT',
      channel: 'UTINYINT', // CHANNELS
      earliest: 'BIGINT',
      latest: 'BIGINT',
      offset_minutes: 'SMALLINT',
      precision: 'UTINYINT',
      duration: 'INTEGER',
      flags: 'INTEGER',
      witnesses: 'INTEGER',
      rule: 'VARCHAR', // which grouping rule joined its witnesses; single for one witness
      audience: 'INTEGER', // distinct addresses besides the initiator
      initiator_no: 'INTEGER', // address, null where nobody began it
      subject: 'VARCHAR',
    },
    key: ['contact_no'],
  },
  {
    name: 'grouped',
    doc: 'Witnesses of contacts that have more than one. A record that is absent here witnesses the contact of its own number.',
    columns: { record_no: 'INTEGER', contact_no: 'INTEGER' },
    key: ['record_no'],
  },
  {
    name: 'may_be_same',
    doc: 'Pairs of contacts that may be one event: what the grouping rules left open. contact_a < contact_b.',
    columns: { contact_a: 'INTEGER', contact_b: 'INTEGER', why: 'VARCHAR' },
    key: ['contact_a', 'contact_b'],
  },
  {
    name: 'link',
    doc: 'Contacts as ordered pairs of parties, resolved by the alias that held then; time and channel repeated for speed.',
    columns: {
      contact_no: 'INTEGER',
      from_no: 'INTEGER', // address
      to_no: 'INTEGER', // address
      from_party: 'INTEGER',
      to_party: 'INTEGER',
      directness: 'UTINYINT', // DIRECTNESS
      grade: 'UTINYINT', // GRADES: the weaker of both ends
      from_grade: 'UTINYINT', // how sure it is that each end is that party
      to_grade: 'UTINYINT',
      answered: 'BOOLEAN', // the other side answered, replied or attended
      channel: 'UTINYINT',
      earliest: 'BIGINT',
      latest: 'BIGINT',
    },
    key: ['contact_no', 'from_no', 'to_no', 'from_party', 'to_party', 'directness'],
  },
];
