/** Contacts by pair and month. */
import { compare } from '../measure/series.ts';
import type { Options, Outcome, Suite, Target } from '../suite.ts';
import { ledgerOfContacts } from './contacts-ledger.ts';
import { onLedger } from './stage.ts';

async function run({ runs, small, say }: Options): Promise<Outcome> {
  const contacts = small ? 50_000 : 5_000_000;
  const ledger = await ledgerOfContacts(contacts);
  const lines = await compare([onLedger('count by pair and month', contacts, 'count-by.ts', ledger, false)], runs, say);
  const parts = lines[0]!.parts;
  const targets: Target[] = ['everybody', 'two groups'].map((part) => ({
    what: `by pair and month, ${part}`,
    value: parts[part]!.median,
    unit: 's',
    bound: 2,
    kind: 'most',
  }));
  return {
    title: 'Contacts by pair and month',
    doc:
      `Bounds of ${contacts.toLocaleString('en')} generated contacts of 100,000 parties by pair and month, in the order of their number: of ` +
      'everybody with everybody, and of one group with another.',
    unit: 'contacts',
    lines,
    targets: small ? [] : targets,
    notes: [],
  };
}

export const countBy: Suite = { name: 'count-by', run };
