/** What was told, and how it stands to the records. */
import type { Table } from './table.ts';

export const SOURCING_TABLES: readonly Table[] = [
  {
    name: 'told_contact',
    doc: 'Contacts that a passage tells of, and no record shows by itself.',
    columns: {
      contact_no: 'INTEGER',
      counts: 'BOOLEAN', // reaches the evidence floor of the definition of case.yaml
      wide: 'BOOLEAN', // fits more contacts than are held against it: never certainly another one
    },
    key: ['contact_no'],
  },
  {
    name: 'told_count',
    doc: 'Told counts of reports.yaml and their parts, held against the records of the same window.',
    columns: {
      count_no: 'INTEGER', // place in reports.yaml from 0
      part: 'INTEGER', // 0 is the whole, its parts from 1
      entry: 'VARCHAR', // id in reports.yaml, or its place: count 2
      told_by: 'VARCHAR', // informant (a pseudonym) or party
      between_a: 'VARCHAR',
      between_b: 'VARCHAR',
      undisclosed: 'BOOLEAN',
      told_min: 'INTEGER',
      told_max: 'INTEGER', // null: no upper end
      recorded_min: 'INTEGER',
      recorded_max: 'INTEGER',
      beyond: 'INTEGER', // fewest contacts beyond the recorded ones that the told number needs
      together: 'INTEGER', // the same for all told counts of these sides and ways of contact
      verdict: 'VARCHAR',
      reach: 'VARCHAR', // how much of the window the records cover, in words
      contacts: 'VARCHAR', // JSON list of the contact_no behind recorded_min
      question: 'VARCHAR', // JSON of the question whose answer the recorded bounds are
      sentence: 'VARCHAR',
    },
    key: ['count_no', 'part'],
  },
];
