/** `explain`: what stands behind a count, contact, finding, record, disclosure, party or source. */
import type { OpenCase } from '../case/open.ts';
import { CASE_OPTION, type Command, EXIT, FORMAT_OPTION, type Invocation } from './command.ts';

export const command: Command = {
  name: 'explain',
  summary: 'Shows what stands behind an id: the evidence, the rule that was used, and the SQL',
  usage: 'backchannel explain ID',
  detail: `
ID is what other commands print, such as n:81d2 for a count, c: a contact, d: a disclosure, f: a finding, r: a record, p: a party, s: a source; the beginning is enough where nothing else begins so.

Of a count: each contact that is listed, with where it stands, what separates the bounds, and what competes for the same disclosure. Of a contact: its witnesses and the rule that joined them, its states, and what fits it. Of a party, which may also be named by its key or an address: its addresses, from when to when, on what basis; of a guess each piece of evidence with its weight, what was weighed and not taken, and what would change it.

To see the bytes: backchannel cite ID`,
  options: { ...CASE_OPTION, ...FORMAT_OPTION },
  positionals: [1, 1],
  run,
};

async function run(invocation: Invocation): Promise<number> {
  const { openCase } = await import('../case/open.ts');
  const open = await openCase(invocation.caseFolder());
  try {
    await explain(open, invocation, invocation.positionals[0]!);
    return EXIT.done;
  } finally {
    await open.close();
  }
}

async function explain(open: OpenCase, { output }: Invocation, id: string): Promise<void> {
  if (/^n:/i.test(id)) {
    const { explainCount } = await import('./show/explain-count.ts');
    return explainCount(open, output, id);
  }
  if (!/^[a-z]:[0-9a-f]*$/i.test(id)) {
    // The key of a party, or an address: what is no id of any kind.
    const { partyOf } = await import('./people/who.ts');
    const { explainParty } = await import('./show/explain-party.ts');
    return explainParty(open, output, (await partyOf(open, id, null)).party_no);
  }
  const { locate } = await import('../case/locate.ts');
  const { kind, no } = await locate(open.ledger, id);
  switch (kind) {
    case 'contact': {
      const { explainContact } = await import('./show/explain-contact.ts');
      return explainContact(open, output, no);
    }
    case 'finding': {
      const { explainFinding } = await import('./show/finding.ts');
      return explainFinding(open, output, no);
    }
    case 'disclosure': {
      const { explainDisclosure } = await import('./show/disclosure.ts');
      return explainDisclosure(open, output, no);
    }
    case 'record': {
      const { explainRecord } = await import('./show/explain-record.ts');
      return explainRecord(open, output, no);
    }
    case 'party': {
      const { explainParty } = await import('./show/explain-party.ts');
      return explainParty(open, output, no);
    }
    case 'source': {
      const { explainSource } = await import('./show/explain-source.ts');
      return explainSource(open, output, no);
    }
  }
}
