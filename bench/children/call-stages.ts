/** Calls to contacts, contacts to links. Argument: a ledger of call records, which is changed. */
import { availableParallelism } from 'node:os';
import { contactsStage } from '../../src/case/stages/contacts.ts';
import { linksStage } from '../../src/case/stages/links.ts';
import { continueLedger } from '../../src/ledger/duckdb.ts';
import { tell, timed } from './timed.ts';

const [, , path = '', spill = ''] = process.argv;
const ledger = await continueLedger(path, { threads: availableParallelism(), memory: 1536, spill });
const { contacts } = await timed('contacts', () =>
  contactsStage(ledger, { body: async () => null, problem: () => undefined }),
);
const { links } = await timed('links', () => linksStage(ledger));
await timed('checkpoint', () => ledger.run({ name: 'checkpoint', sql: 'checkpoint' }));
await ledger.close();
tell(`${contacts} contacts, ${links} links`);
