/** Contacts against disclosures: the states of both. */
import { compare } from '../measure/series.ts';
import type { Options, Outcome, Suite, Target } from '../suite.ts';
import { DISCLOSURES, ledgerOfContacts } from './contacts-ledger.ts';
import { onLedger } from './stage.ts';

async function run({ runs, small, say }: Options): Promise<Outcome> {
  const contacts = small ? 50_000 : 5_000_000;
  const ledger = await ledgerOfContacts(contacts);
  const lines = await compare([onLedger('reconcile', contacts, 'reconcile.ts', ledger, true)], runs, say);
  const seconds = lines[0]!.parts.reconcile!.median;
  const targets: Target[] = [{ what: 'the stage itself', value: seconds, unit: 's', bound: 5, kind: 'most' }];
  return {
    title: 'Contacts against disclosures',
    doc:
      `${contacts.toLocaleString('en')} generated contacts of 100,000 parties against ${DISCLOSURES.toLocaleString('en')} entries of a register, ` +
      'with one duty of 200 people to tell of contacts with 1,000 others, who have a fiftieth of all contacts with each other.',
    unit: 'contacts',
    lines,
    targets: small ? [] : targets,
    notes: [],
  };
}

export const reconcile: Suite = { name: 'reconcile', run };
