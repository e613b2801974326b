/** Contacts of everybody by pair and month. Argument: a ledger of contacts, which is only read. */
import { countContactsBy } from '../../src/case/count-by.ts';
import { openLedger } from '../../src/ledger/duckdb.ts';
import { DEFAULT_DEFINITION } from '../../src/model/definition.ts';
import { tell, timed } from './timed.ts';

const [, , path = ''] = process.argv;
const EVERYTHING = { between: null, and: null, from: null, to: null, channels: null, definition: DEFAULT_DEFINITION };
const OFFICE = { ...EVERYTHING, between: '@office', and: '@firm' };
const ledger = await openLedger(path, { memory: 1024, spill: null });
const all = await timed('everybody', () =>
  countContactsBy(ledger, EVERYTHING, ['pair', 'month'], 'Europe/Stockholm', 100),
);
const some = await timed('two groups', () =>
  countContactsBy(ledger, OFFICE, ['pair', 'month'], 'Europe/Stockholm', 100),
);
await ledger.close();
tell(`${all.length} rows, ${some.length} rows`);
