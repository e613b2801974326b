/**
 * Finds who is one person among generated records. Arguments: a CSV file of bench/generate/people.ts, a folder for
 * spilling. Prints precision and recall over pairs.
 */
import { availableParallelism } from 'node:os';
import { linkPeople } from '../../src/case/identity/link.ts';
import type { Field } from '../../src/identity/linkage/fields.ts';
import { createLedger } from '../../src/ledger/duckdb.ts';
import { type Agreement, agreement } from '../score/agreement.ts';
import { tell, timed } from './timed.ts';

const FIELDS: readonly Field[] = [
  { name: 'given', kind: 'given' },
  { name: 'family', kind: 'family' },
  { name: 'born', kind: 'date' },
  { name: 'town', kind: 'place' },
  { name: 'mail', kind: 'mail' },
];

const [, , path = '', spill = ''] = process.argv;
const ledger = await createLedger(':memory:', { threads: availableParallelism(), memory: 1536, spill });
await timed('reading', () =>
  ledger.run({
    name: 'read-people',
    sql: `create table people as select person_no::integer as person_no, person::integer as person,
      ${FIELDS.map(({ name }) => `nullif(${name}, '') as ${name}`).join(', ')}
      from read_csv('${path.replaceAll("'", "''")}', all_varchar = true, header = true)`,
  }),
);
const { clusters, compared, passedOver } = await timed('linkage', () => linkPeople(ledger, 'people', FIELDS));
const { person } = await ledger.columns<{ person: Int32Array; [column: string]: unknown }>({
  name: 'truth',
  sql: 'select person from people order by person_no',
});
const { precision, recall }: Agreement = agreement(clusters, [...person].map(String));
await ledger.close();
tell(
  `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, ${compared} pairs compared, ${passedOver.keys} keys passed over`,
);
