import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { findingsStage } from '../../src/case/stages/findings.ts';
import { reconcileStage } from '../../src/case/stages/reconcile.ts';
import { at, type Made, madeFiles, madeLedger, people } from './made.ts';
import { together, toldWorld } from './told-world.ts';

/** The same ledger with its contacts and disclosures numbered in another order; each keeps its id. */
function renumbered(made: Made, order: (n: number) => readonly number[]): Made {
  const contacts = order(made.contacts.length);
  const placeOf = new Map(contacts.map((old, now) => [old, now]));
  return {
    ...made,
    contacts: contacts.map((old) => ({ ...made.contacts[old]!, id: 1000 + old })),
    disclosures: order(made.disclosures.length).map((old) => ({ ...made.disclosures[old]!, id: 900_000 + old })),
    same: made.same!.map(([a, b]): [number, number] => {
      const [x, y] = [placeOf.get(a)!, placeOf.get(b)!];
      return x < y ? [x, y] : [y, x];
    }),
  };
}

/** Everything that the stages say, by ids. */
async function said(made: Made): Promise<unknown> {
  const ledger = await madeLedger(made);
  const [office, firm] = [made.groups.office!.join(', '), made.groups.firm!.join(', ')];
  const files = madeFiles({
    'case.yaml': `title: Made up
asOf: 2031-03-01
zone: UTC
groups: { office: [${office}], firm: [${firm}] }
coverage: { disclosures: [ { disclosers: "@office", from: 2030-01-01, to: 2030-12-31 } ] }
duties: [ { id: act, who: "@office", what: contacts with "@firm" } ]
`,
    'people.yaml': people(Object.values(made.groups).flat()),
  });
  await reconcileStage(ledger, files, at('2031-03-01'));
  await findingsStage(ledger, files, at('2031-03-01'));
  const states = await ledger.rows({
    name: 'test',
    sql: `select c.id, s.duty, s.holder, s.state, d.id as by, s.candidates, s.component is null as alone
      from state s join contact c using (contact_no) left join disclosure d on d.disclosure_no = s.disclosure_no
      order by 1, 2, 3`,
  });
  const disclosures = await ledger.rows({
    name: 'test',
    sql: 'select d.id, s.state from disclosure_state s join disclosure d using (disclosure_no) order by 1',
  });
  const findings = await ledger.rows({
    name: 'test',
    sql: 'select id, text, min, max, evidence, weight from finding order by finding_no',
  });
  await ledger.close();
  return { states, disclosures, findings };
}

test('the order in which contacts and disclosures are numbered changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(toldWorld, { minLength: 60, maxLength: 60 }), fc.integer(), async (worlds, seed) => {
      const made = together(worlds);
      const forth = renumbered(made, (n) => [...Array(n).keys()]);
      const shuffled = renumbered(made, (n) =>
        [...Array(n).keys()].sort((a, b) => Math.imul(a + seed, 2654435761) - Math.imul(b + seed, 2654435761) || a - b),
      );
      assert.deepEqual(await said(shuffled), await said(forth));
    }),
    { numRuns: 2, endOnFailure: true },
  );
});
