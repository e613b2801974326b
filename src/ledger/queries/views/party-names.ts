/** All parties by key and name. */
import type { Query } from '../../ledger.ts';

/** @returns key, name, in the order of keys */
export const PARTY_NAMES: Query = {
  name: 'party-names',
  sql: 'select key, name from party order by key',
};
