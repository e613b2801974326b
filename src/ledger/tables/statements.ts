/** What was said in public, and what the records say to it. */
import type { Table } from './table.ts';

export const STATEMENTS_TABLES: readonly Table[] = [
  {
    name: 'claim',
    doc: 'Claims of statements.yaml with their verdicts, by the share of coverage that is asked unless somebody says otherwise.',
    columns: {
      claim_no: 'INTEGER',
      statement: 'VARCHAR', // id in statements.yaml
      part: 'INTEGER', // its place among the claims of the statement, from 1
      speaker: 'VARCHAR', // group or key of a party
      said_from: 'BIGINT', // first instant at which it can have been said
      said_to: 'BIGINT',
      quote: 'VARCHAR', // the words as they were said; null where statements.yaml does not give them
      text: 'VARCHAR', // in the short written form
      quantity: 'VARCHAR', // none, at-most, at-least, not-before
      hedge: 'VARCHAR', // knowledge, memory; null: none
      verdict: 'UTINYINT', // VERDICTS
      every: 'BOOLEAN', // in every reading of what a contact is; else by the case's definition alone
      if_complete: 'BOOLEAN', // rests on accounts that are active but not declared complete
      verdict_text: 'VARCHAR',
      why: 'VARCHAR',
      min: 'INTEGER',
      max: 'INTEGER',
      favourable_min: 'INTEGER', // in the reading that favours the speaker most; null where nothing turns on it
      favourable_max: 'INTEGER',
      unfavourable_min: 'INTEGER', // in the one that favours the speaker least
      unfavourable_max: 'INTEGER',
      before: 'INTEGER', // of the certain contacts those before it was said
      same_day: 'INTEGER', // before or after it on that day
      after: 'INTEGER',
      contacts: 'VARCHAR', // JSON list of contact_no that certainly count, the strongest first
      hangs_on: 'VARCHAR', // JSON list of parts of the definition
      covered: 'INTEGER', // per mille of the scope; null: no account of it is known
      declared: 'INTEGER',
      reach: 'VARCHAR', // the same in words, by channel
      missing: 'VARCHAR', // JSON list of what the verdict lacks, in words
      threshold: 'INTEGER', // per mille
      question: 'VARCHAR', // JSON: the question behind the lower bound
    },
    key: ['claim_no'],
  },
];
