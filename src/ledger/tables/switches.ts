/** Identifiers that fall silent, and those that may go on in their place. */
import type { Table } from './table.ts';

export const SWITCHES_TABLES: readonly Table[] = [
  {
    name: 'may_continue',
    doc: 'Addresses that fall silent, each with one that begins after it and takes over its circle beyond what chance explains. Nothing is merged by it.',
    columns: {
      old_no: 'INTEGER', // address
      new_no: 'INTEGER', // address
      last_time: 'BIGINT', // last contact that shows the old one in use
      first_time: 'BIGINT', // first one of the new one
      score: 'INTEGER', // thousandths of bits
      similarity: 'INTEGER', // weighted Jaccard of both circles, per mille
      shared: 'INTEGER', // counterparts that both have
      circles: 'INTEGER', // parts of them that are not in contact with each other
      old_circle: 'INTEGER', // counterparts of the old one in its last days, hubs left out
      new_circle: 'INTEGER', // the same of the new one in its first days
      frequent: 'INTEGER', // most frequent counterparts of the old one, up to ten
      frequent_shared: 'INTEGER', // those of them that the new one has
      expected: 'INTEGER', // how many of them an identifier has on average, millionths
      rhythm: 'INTEGER', // cosine of parts of the day and week, per mille
      by_chance: 'INTEGER', // pairs with such a score that chance explains in the whole case, thousandths
      false_share: 'INTEGER', // expected part of false ones among all proposed with such a score, per mille
    },
    key: ['old_no', 'new_no'],
  },
  {
    name: 'may_continue_circle',
    doc: 'Counterparts that both addresses of may_continue have, with contacts of the old one in its last days and of the new one in its first.',
    columns: {
      old_no: 'INTEGER',
      new_no: 'INTEGER',
      counterpart_no: 'INTEGER', // address; the first one of a party with several
      old_contacts: 'INTEGER',
      new_contacts: 'INTEGER',
    },
    key: ['old_no', 'new_no', 'counterpart_no'],
  },
  {
    name: 'may_continue_test',
    doc: 'One row: what the proposals of may_continue were compared with.',
    columns: {
      silent: 'INTEGER', // identifiers that fall silent
      begun: 'INTEGER', // identifiers that begin
      compared: 'BIGINT', // pairs of which the second begins soon after the first falls silent
      otherwise: 'BIGINT', // pairs of which it begins at another time
      everybody: 'BOOLEAN', // those that do not begin in the data are among these
    },
    key: ['silent', 'begun'],
  },
];
