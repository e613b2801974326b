/** Who has which addresses, for questions about identity and the decisions about it. */
import type { Query } from '../../ledger.ts';

/** A party: party_no, key, name, kind, named. Parameter: key. */
export const PARTY_OF_KEY: Query = {
  name: 'party-of-key',
  sql: 'select party_no, key, name, kind, named from party where key = $key',
};

/** A party by its number. Parameter: no. */
export const PARTY_OF_NUMBER: Query = {
  name: 'party-of-number',
  sql: 'select party_no, key, name, kind, named from party where party_no = $no',
};

/** An address: address_no. Parameters: kind, norm. */
export const ADDRESS_OF: Query = {
  name: 'address-of',
  sql: 'select address_no from address where kind = $kind and norm = $norm',
};

const ALIAS = `select a.kind, a.norm, p.key, p.name, x.from_time, x.to_time, x.grade, x.basis
  from alias x join address a using (address_no) join party p using (party_no)`;
const ORDER = 'order by p.key, x.grade, a.kind, a.norm, x.from_time nulls first';

/** Whose an address was, and when. Parameter: address_no. */
export const ALIASES_OF_ADDRESS: Query = {
  name: 'aliases-of-address',
  sql: `${ALIAS} where x.address_no = $address_no ${ORDER}`,
};

/** The addresses of a party. Parameter: key. */
export const ALIASES_OF_PARTY: Query = { name: 'aliases-of-party', sql: `${ALIAS} where p.key = $key ${ORDER}` };

/** The addresses of all parties of people.yaml. */
export const ALIASES_OF_NAMED: Query = { name: 'aliases-of-named', sql: `${ALIAS} where p.named ${ORDER}` };

/** How many records an address stands in. Parameter: address_no. */
export const RECORDS_OF_ADDRESS: Query = {
  name: 'records-of-address',
  sql: `select count(*)::integer as records from (
      select record_no from participant where address_no = $address_no
      union select record_no from record where a_no = $address_no or b_no = $address_no)`,
};
