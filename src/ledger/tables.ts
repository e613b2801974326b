/**
 * The tables of a ledger, stage by stage. Each stage reads the tables above its own and writes only its own.
 * Conventions: `_no` columns are dense numbers of this build alone; ids are content hashes; times are epoch seconds UTC
 * as intervals [earliest, latest], null = unknown; enumerations are places in the lists of src/model.
 */
export interface Table {
  readonly name: string;
  readonly doc: string;
  readonly columns: Readonly<{ [column: string]: string }>;
  /** Columns that order its rows in one canonical way, for the table hash. */
  readonly key: readonly string[];
}

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

export const TABLES: readonly Table[] = [
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
    columns: { record_no: 'INTEGER', a_no: 'INTEGER', b_no: 'INTEGER' },
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
  {
    name: 'party',
    doc: 'People and organisations. An address that nobody claims is a party of its own.',
    columns: {
      party_no: 'INTEGER',
      key: 'VARCHAR', // id in people.yaml, or kind and normalised address
      name: 'VARCHAR',
      kind: 'VARCHAR', // person, organisation, line, unknown
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
      basis: 'VARCHAR', // people.yaml, decision, equation, itself, name
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
    doc: 'Groups of case.yaml as parties from – to; a party without a group is a group of its own under its key.',
    columns: { name: 'VARCHAR', party_no: 'INTEGER', from_time: 'BIGINT', to_time: 'BIGINT' },
    key: ['name', 'party_no', 'from_time'],
  },
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
      answered: 'BOOLEAN', // the other side answered, replied or attended
      channel: 'UTINYINT',
      earliest: 'BIGINT',
      latest: 'BIGINT',
    },
    key: ['contact_no', 'from_no', 'to_no', 'from_party', 'to_party', 'directness'],
  },
  {
    name: 'disclosure',
    doc: 'Accounts that somebody gave of contacts: rows of disclosed sources and entries of disclosures.yaml.',
    columns: {
      disclosure_no: 'INTEGER',
      id: 'UBIGINT',
      record_no: 'INTEGER', // null for an entry of disclosures.yaml
      entry: 'VARCHAR', // id in disclosures.yaml, null for rows of sources
      channels: 'INTEGER', // bits 1 << place in CHANNELS that the account can mean
      earliest: 'BIGINT',
      latest: 'BIGINT',
      precision: 'UTINYINT',
      given: 'BIGINT', // when it was given; null unknown
      audience: 'VARCHAR',
      capacity: 'INTEGER', // contacts that it can cover; null: all in its period
      nil: 'BOOLEAN', // says that there was nothing
      text: 'VARCHAR',
    },
    key: ['disclosure_no'],
  },
  {
    name: 'disclosure_party',
    doc: 'Who a disclosure is by and about; possible identities are admitted, generously to the discloser.',
    columns: {
      disclosure_no: 'INTEGER',
      party_no: 'INTEGER',
      discloser: 'BOOLEAN',
      grade: 'UTINYINT',
      address_no: 'INTEGER',
      via_organisation: 'BOOLEAN', // named by its organisation only
    },
    key: ['disclosure_no', 'party_no', 'discloser', 'address_no', 'via_organisation'],
  },
  {
    name: 'state',
    doc: "State of a contact for one duty-holder and audience, as of the case's asOf; only contacts that a duty or the headline rule concerns.",
    columns: {
      contact_no: 'INTEGER',
      duty: 'VARCHAR', // '' is the headline rule: public, by anybody
      holder: 'INTEGER', // party; null for the headline rule
      audience: 'VARCHAR',
      state: 'UTINYINT', // CONTACT_STATES
      disclosure_no: 'INTEGER', // the one that the matching gave it; null
      candidates: 'INTEGER', // admissible disclosures
      component: 'INTEGER', // contacts that compete carry one number; null where none do
      deadline: 'BIGINT',
    },
    key: ['contact_no', 'duty', 'holder'],
  },
  {
    name: 'disclosure_state',
    doc: 'Whether the records show what a disclosure tells.',
    columns: { disclosure_no: 'INTEGER', state: 'UTINYINT', contact_no: 'INTEGER' },
    key: ['disclosure_no'],
  },
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
      disclosures: 'VARCHAR', // JSON list of disclosure_no
      weight: 'INTEGER',
      status: 'VARCHAR', // open, confirmed, dismissed, reopened
    },
    key: ['finding_no'],
  },
];

/** @returns the SQL that makes a table */
export function createTable(table: Table): string {
  const columns = Object.entries(table.columns).map(([name, type]) => `"${name}" ${type}`);
  return `create table "${table.name}" (${columns.join(', ')})`;
}

/** Tables by name. @throws RangeError for a name that is none */
export function tableNamed(name: string): Table {
  const table = TABLES.find((t) => t.name === name);
  if (table === undefined) throw new RangeError(`no such table: ${name}`);
  return table;
}
