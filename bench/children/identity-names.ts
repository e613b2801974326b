/**
 * How well people are found in the public sets of records with duplicates. Arguments: the folder of the sets, then those
 * to leave out of the comparison. Prints a line of JSON for each set and way, and for each threshold of one way.
 */
import { join } from 'node:path';
import { DEFAULT_LINK_LIMITS, linkPeople } from '../../src/case/identity/link.ts';
import { clustersOf, NOTHING_SETTLED } from '../../src/identity/linkage/clusters.ts';
import type { Field } from '../../src/identity/linkage/fields.ts';
import { createLedger } from '../../src/ledger/duckdb.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { agreement } from '../score/agreement.ts';
import { THRESHOLDS } from '../score/thresholds.ts';

interface PublicSet {
  readonly file: string;
  readonly id: string;
  /** SQL. */
  readonly truth: string;
  readonly fields: readonly Field[];
}

const FEBRL: Omit<PublicSet, 'file'> = {
  id: 'rec_id',
  truth: "regexp_extract(rec_id, 'rec-([0-9]+)-', 1)",
  fields: [
    { name: 'given_name', kind: 'given' },
    { name: 'surname', kind: 'family' },
    { name: 'street_number', kind: 'code' },
    { name: 'address_1', kind: 'text' },
    { name: 'address_2', kind: 'text' },
    { name: 'suburb', kind: 'place' },
    { name: 'postcode', kind: 'code' },
    { name: 'state', kind: 'place' },
    { name: 'date_of_birth', kind: 'date' },
    { name: 'soc_sec_id', kind: 'code' },
  ],
};

const SETS: { readonly [name: string]: PublicSet } = {
  'FEBRL 1': { file: 'febrl/dataset1.csv', ...FEBRL },
  'FEBRL 3': { file: 'febrl/dataset3.csv', ...FEBRL },
  fake_1000: {
    file: 'splink/fake_1000.csv',
    id: 'unique_id',
    truth: 'cluster',
    fields: [
      { name: 'first_name', kind: 'given' },
      { name: 'surname', kind: 'family' },
      { name: 'dob', kind: 'date' },
      { name: 'city', kind: 'place' },
      { name: 'email', kind: 'mail' },
    ],
  },
};

const column = ({ name, kind }: Field): string =>
  kind === 'date'
    ? `nullif(regexp_replace(${name}, '[^0-9]', '', 'g'), '') as ${name}`
    : `nullif(trim(regexp_replace(lower(strip_accents(${name})), '[^a-z0-9@.]+', ' ', 'g')), '') as ${name}`;

async function read(ledger: Ledger, folder: string, { file, id, truth, fields }: PublicSet): Promise<string[]> {
  const run = (sql: string): Promise<void> => ledger.run({ name: 'read-set', sql });
  await run(`create table raw as select * from read_csv('${join(folder, file)}', all_varchar = true, header = true)`);
  const columns = await ledger.rows<{ name: string }>({
    name: 'columns',
    sql: "select column_name as name from information_schema.columns where table_name = 'raw'",
  });
  for (const { name } of columns)
    if (name !== name.trim()) await run(`alter table raw rename column "${name}" to "${name.trim()}"`);
  await run(`create table person as select (row_number() over (order by ${id}) - 1)::integer as person_no,
    ${truth} as truth, ${fields.map(column).join(', ')} from raw`);
  const rows = await ledger.rows<{ truth: string }>({
    name: 'truth',
    sql: 'select truth from person order by person_no',
  });
  return rows.map((row) => row.truth);
}

const [, , folder = '', ...without] = process.argv;
for (const [name, set] of Object.entries(SETS)) {
  for (const blocked of [false, true]) {
    const fields = set.fields.filter((field) => !without.includes(field.name));
    const ledger = await createLedger(':memory:');
    const truth = await read(ledger, folder, { ...set, fields });
    const limits = { ...DEFAULT_LINK_LIMITS, mostPairs: blocked ? 0 : Number.MAX_SAFE_INTEGER };
    if (!blocked && truth.length > 2000) {
      await ledger.close();
      continue;
    }
    const { clusters, pairs, compared, passedOver } = await linkPeople(ledger, 'person', fields, undefined, limits);
    const found = new Set(Array.from(pairs.a, (a, i) => a * truth.length + pairs.b[i]!));
    let [unseen, split] = [0, 0];
    const together = new Map(clusters.flatMap(({ members }, c) => members.map((member) => [member, c] as const)));
    for (const members of Map.groupBy(truth.keys(), (i) => truth[i]!).values())
      for (const [i, a] of members.entries())
        for (const b of members.slice(i + 1)) {
          if (together.has(a) && together.get(a) === together.get(b)) continue;
          if (found.has(a * truth.length + b)) split++;
          else unseen++;
        }
    process.stdout.write(
      `${JSON.stringify({ set: name, blocked, ...agreement(clusters, truth), compared, passedOver: passedOver.pairs, unseen, split })}\n`,
    );
    for (const join of blocked && without.length === 0 ? THRESHOLDS : []) {
      const at = agreement(clustersOf(pairs, NOTHING_SETTLED, { ...limits, join }), truth);
      process.stdout.write(
        `${JSON.stringify({ curve: name, at: join, precision: at.precision, recall: at.recall })}\n`,
      );
    }
    await ledger.close();
  }
}
