/** What the detectors found. */
import type { Table } from './table.ts';

export const FINDINGS_TABLES: readonly Table[] = [
  {
    name: 'finding',
    doc: 'Answers of the detectors.',
    columns: {
      finding_no: 'INTEGER',
      id: 'UBIGINT',
      detector: 'VARCHAR',
      text: 'VARCHAR',
      min: 'INTEGER',
      max: 'INTEGER',
      grade: 'UTINYINT',
      subject: 'VARCHAR',
      evidence: 'VARCHAR', // hash of the evidence
      contacts: 'VARCHAR', // JSON list of contact_no
      records: 'VARCHAR', // JSON list of record_no
      disclosures: 'VARCHAR', // JSON list of disclosure_no
      statements: 'VARCHAR', // JSON list of ids of statements and told counts, as text
      weight: 'INTEGER',
      status: 'VARCHAR', // open, confirmed, dismissed, reopened
      decided: 'VARCHAR', // JSON of FindingDecided: by whom, when, why, and what changed since; null: nobody decided
    },
    key: ['finding_no'],
  },
  {
    name: 'untested',
    doc: 'What a detector could not ask of the case, and why.',
    columns: { detector: 'VARCHAR', text: 'VARCHAR' },
    key: ['detector', 'text'],
  },
];
