/** What was disclosed, and how it and the contacts stand to each other. */
import type { Table } from './table.ts';

export const DISCLOSURES_TABLES: readonly Table[] = [
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
    columns: {
      disclosure_no: 'INTEGER',
      state: 'UTINYINT',
      contact_no: 'INTEGER',
      coverage: 'UTINYINT', // COVERAGE_LEVELS at which records reach what no contact fits; null: they do not, or one fits
    },
    key: ['disclosure_no'],
  },
];
