/** Contacts against disclosures. Arguments: a ledger of contacts and disclosures, which is changed; a folder for spilling. */
import { availableParallelism } from 'node:os';
import { loadCaseFiles } from '../../src/case/files/index.ts';
import { asOfInstant } from '../../src/case/read-case.ts';
import { reconcileStage } from '../../src/case/stages/reconcile.ts';
import { continueLedger } from '../../src/ledger/duckdb.ts';
import { CONTACT_STATES } from '../../src/model/state.ts';
import { tell, timed } from './timed.ts';

const TEXTS: Readonly<{ [name: string]: string }> = {
  'case.yaml': `title: A benchmark
asOf: 2031-03-01
zone: UTC
sources: []
groups: { office: { organisation: harbour }, firm: { organisation: contractor } }
coverage: { disclosures: [ { disclosers: "@office", from: 2030-01-01, to: 2030-12-31 } ] }
duties: [ { id: act, who: "@office", what: contacts with "@firm", within: 14 days } ]
`,
  'people.yaml': `organisations: [ { id: harbour, name: Harbour }, { id: contractor, name: Contractor } ]
`,
};

const [, , path = '', spill = ''] = process.argv;
const { files, mistakes } = loadCaseFiles((name) => TEXTS[name] ?? null, { templates: [], formats: [] });
if (mistakes.length > 0) throw new Error(JSON.stringify(mistakes));
const ledger = await continueLedger(path, { threads: availableParallelism(), memory: 1536, spill });
await timed('reconcile', () => reconcileStage(ledger, files, asOfInstant(files)));
const states = await ledger.rows<{ state: number; n: number }>({
  name: 'bench-states',
  sql: `select state, count(*)::integer as n from state where duty = '' group by state order by state`,
});
await ledger.close();
tell(states.map(({ state, n }) => `${CONTACT_STATES[state]} ${n}`).join(', '));
