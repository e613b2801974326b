/** What the loaded records and disclosures reach. Days are days since 1 January 1970 in the case's zone, inclusive. */
import type { Table } from './table.ts';

export const COVERAGE_TABLES: readonly Table[] = [
  {
    name: 'coverage',
    doc: 'For which accounts, channels and days the records could have shown a contact. A row names an account, or a party: then all of its accounts by that channel, or the party itself where the channel has none (meetings, visits).',
    columns: {
      source_no: 'INTEGER', // the first one where all sources of an entry are one holding; null: declared in case.yaml alone
      declaration: 'INTEGER', // place in coverage.records of case.yaml; null for sources
      declared_by: 'VARCHAR', // who made that declaration; null where case.yaml does not say
      account_no: 'INTEGER', // address_no, or account_no of known_account
      party_no: 'INTEGER',
      channel: 'UTINYINT', // CHANNELS
      level: 'UTINYINT', // COVERAGE_LEVELS
      own: 'BOOLEAN', // false: the source names no owner, and the account is only known to be in it
      from_day: 'INTEGER',
      to_day: 'INTEGER',
    },
    key: ['source_no', 'declaration', 'account_no', 'party_no', 'channel', 'level', 'from_day', 'to_day'],
  },
  {
    name: 'silence',
    doc: "Days between items of an account that are empty against the account's own rhythm: coverage leaves them out.",
    columns: {
      source_no: 'INTEGER',
      account_no: 'INTEGER',
      party_no: 'INTEGER',
      channel: 'UTINYINT',
      from_day: 'INTEGER',
      to_day: 'INTEGER',
      expected: 'INTEGER', // thousandths of days on which its rhythm would have had an item
    },
    key: ['source_no', 'account_no', 'party_no', 'channel', 'from_day'],
  },
  {
    name: 'known_account',
    doc: 'Accounts that people.yaml gives to a party and no record has; account_no goes on after the last address_no.',
    columns: {
      account_no: 'INTEGER',
      party_no: 'INTEGER',
      kind: 'UTINYINT', // ADDRESS_KINDS
      norm: 'VARCHAR',
      from_time: 'BIGINT',
      to_time: 'BIGINT',
    },
    key: ['account_no', 'party_no', 'from_time'],
  },
  {
    name: 'disclosure_reach',
    doc: 'Whose disclosures the loaded ones are declared to reach, to which audience, of which channels, on which days; disjoint.',
    columns: {
      party_no: 'INTEGER',
      audience: 'VARCHAR',
      channel: 'UTINYINT',
      from_day: 'INTEGER',
      to_day: 'INTEGER',
    },
    key: ['party_no', 'audience', 'channel', 'from_day'],
  },
];
