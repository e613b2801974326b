/** What the readers give: sources, addresses, records and who is in them, problems and skips. */
import type { Table } from './table.ts';

const RECORD_COLUMNS = {
  record_no: 'INTEGER', // dense, in the order of (source_no, place in the file)
  source_no: 'INTEGER',
  kind: 'UTINYINT', // RECORD_KINDS
  byte_offset: 'BIGINT',
  byte_length: 'BIGINT',
  row_no: 'INTEGER', // row of a table from 1, else 0
  part: 'INTEGER', // recurrence instance or quoted message from 1, else 0
  earliest: 'BIGINT',
  latest: 'BIGINT',
  offset_minutes: 'SMALLINT',
  precision: 'UTINYINT', // PRECISIONS
  zone: 'UTINYINT', // ZONE_ORIGINS
  plausibility: 'UTINYINT', // PLAUSIBILITIES
  duration: 'INTEGER', // seconds
  flags: 'INTEGER', // bits of FLAG
  a_no: 'INTEGER', // address of the caller, in calls only
  b_no: 'INTEGER', // address of the callee, in calls only
  message_id: 'UBIGINT', // messageIdHash
  subject: 'VARCHAR',
  extras: 'VARCHAR', // JSON object of text values
} as const;

export const RECORDS_TABLES: readonly Table[] = [
  {
    name: 'source',
    doc: 'Files and archive members that were taken in.',
    columns: {
      source_no: 'INTEGER',
      id: 'UBIGINT',
      path: 'VARCHAR', // relative to the case, or as given
      member: 'VARCHAR', // citation path inside the file, '' for the file itself
      file_sha256: 'VARCHAR',
      sha256: 'VARCHAR', // of the member; equals file_sha256 for a plain file
      size: 'BIGINT',
      format: 'VARCHAR',
      template: 'VARCHAR',
      side: 'UTINYINT', // 0 record, 1 disclosed
      producer: 'VARCHAR',
      custodian: 'VARCHAR',
      protected: 'BOOLEAN',
      zone: 'VARCHAR',
      region: 'VARCHAR',
      audience: 'VARCHAR',
      published: 'BIGINT',
      scope_from: 'BIGINT',
      scope_to: 'BIGINT',
      scope_complete: 'BOOLEAN',
      entry: 'VARCHAR', // path of the entry in case.yaml
    },
    key: ['source_no'],
  },
  {
    name: 'address',
    doc: 'Distinct normalised addresses.',
    columns: { address_no: 'INTEGER', kind: 'UTINYINT', norm: 'VARCHAR', raw: 'VARCHAR' },
    key: ['address_no'],
  },
  {
    name: 'text',
    doc: 'Distinct display names and organisations.',
    columns: { text_no: 'INTEGER', text: 'VARCHAR' },
    key: ['text_no'],
  },
  { name: 'record', doc: 'Source records.', columns: RECORD_COLUMNS, key: ['record_no'] },
  {
    name: 'participant',
    doc: 'Addresses in records and their part; the two ends of calls stand in record.a_no and b_no instead.',
    columns: {
      record_no: 'INTEGER',
      role: 'UTINYINT', // ROLES
      address_no: 'INTEGER',
      name_no: 'INTEGER',
      organisation_no: 'INTEGER',
      attendance: 'UTINYINT', // ATTENDANCE
    },
    key: ['record_no', 'role', 'address_no', 'name_no', 'organisation_no', 'attendance'],
  },
  {
    name: 'reference',
    doc: 'Message-IDs that a message answers.',
    columns: { record_no: 'INTEGER', message_id: 'UBIGINT' },
    key: ['record_no', 'message_id'],
  },
  {
    name: 'equation',
    doc: 'Pairs of addresses that the mail system itself shows to be one account.',
    columns: { record_no: 'INTEGER', a_no: 'INTEGER', b_no: 'INTEGER', name_no: 'INTEGER' },
    key: ['record_no', 'a_no', 'b_no'],
  },
  {
    name: 'problem',
    doc: 'What could not be read or is doubtful, cited.',
    columns: {
      source_no: 'INTEGER',
      byte_offset: 'BIGINT',
      byte_length: 'BIGINT',
      row_no: 'INTEGER',
      severity: 'VARCHAR',
      code: 'VARCHAR',
      message: 'VARCHAR',
    },
    key: ['source_no', 'byte_offset', 'row_no', 'code', 'message'],
  },
  {
    name: 'skip',
    doc: 'What is no record by rule, per source and rule.',
    columns: { source_no: 'INTEGER', rule: 'VARCHAR', items: 'BIGINT', bytes: 'BIGINT' },
    key: ['source_no', 'rule'],
  },
];
