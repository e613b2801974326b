/** What must hold of verdicts in every made-up world, run for a few of them by the tests and for many by the slow ones. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { judgeClaim } from '../../src/case/claims/judged.ts';
import { resolveClaim } from '../../src/case/claims/resolve.ts';
import type { Reach } from '../../src/case/claims/weigh.ts';
import { type CaseFiles, loadCaseFiles } from '../../src/case/files/index.ts';
import { DEFAULT_DEFINITION, type Definition } from '../../src/model/definition.ts';
import { dayOf, endOfDay, startOfDay } from '../../src/reconcile/days.ts';
import type { Claim, Quantity } from '../../src/statements/claim.ts';
import { type Counted, counted } from '../contacts/counted.ts';
import { MEMBERS, OWNED, truthOf, type World, world } from '../contacts/world.ts';

const files: CaseFiles = loadCaseFiles(
  (name) => (name === 'case.yaml' ? 'title: t\nasOf: 2100-01-01\nzone: UTC\n' : null),
  { templates: [] },
).files;

/** Everything that happened counts, so that what is true needs no second reading of the definition. */
const WIDE: Definition = {
  ...DEFAULT_DEFINITION,
  directness: ['direct', 'copied', 'blind', 'attended', 'scheduled'],
  reciprocated: false,
};

/** Every event of these worlds left some record: all of it is covered. */
const ALL: Reach = async () => ({
  window: { from: 0, to: 1 },
  share: { covered: 1000, declared: 1000, active: 0 },
  accounts: { covered: 1, known: 1 },
  channels: [],
  unheld: [],
  gaps: [],
  limits: [],
  declaredBy: [],
  disclosures: [],
});

const claimOf = (w: World, quantity: Quantity): Claim => ({
  subject: ['a'],
  counterpart: ['b'],
  goBetweens: [],
  quantity,
  scope: { from: w.from, to: w.to, latest: w.to },
  days: { from: null, to: null },
  channels: null,
  hedge: null,
  speaker: null,
  said: null,
});

const isTrue = (quantity: Quantity, truth: number): boolean => {
  if (quantity.kind === 'at-most') return truth <= quantity.count;
  return quantity.kind === 'at-least' ? truth >= quantity.count : truth === 0;
};

const build = (w: World): Promise<Counted> => counted(w.made, OWNED, MEMBERS);
const settings = (runs: number): { readonly numRuns: number; readonly endOnFailure: boolean } => ({
  numRuns: runs,
  endOnFailure: runs < 100,
});

/** `contradicted` and `consistent` are never against what happened. */
export async function verdictsAreTrue(runs: number): Promise<void> {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(world, fc.nat(5), async (w, count) => {
      const { ledger } = await build(w);
      const truth = truthOf(w);
      const quantities: Quantity[] = [
        { kind: 'none' },
        { kind: 'at-most', count },
        { kind: 'at-least', count: count + 1 },
      ];
      for (const quantity of quantities) {
        const { judgement, contacts, weighed } = await judgeClaim(
          { ledger, files },
          claimOf(w, quantity),
          WIDE,
          900,
          ALL,
        );
        const { verdict, every } = judgement;
        seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
        const text = `${JSON.stringify(quantity)} is ${verdict}, but true are ${truth}`;
        if (verdict === 'contradicted') assert.ok(!isTrue(quantity, truth), text);
        if (verdict === 'consistent') assert.ok(isTrue(quantity, truth), text);
        // What is contradicted in every reading is so in the case's own.
        if (verdict === 'contradicted' && every && quantity.kind !== 'at-least')
          assert.ok(weighed.favourable!.min <= weighed.own.max);
        assert.equal(contacts.length, weighed.own.min);
        assert.equal(new Set(contacts).size, contacts.length);
      }
      await ledger.close();
    }),
    settings(runs),
  );
  assert.ok((seen.get('contradicted') ?? 0) > 0 && (seen.get('consistent') ?? 0) > 0, JSON.stringify([...seen]));
}

/** What happened on the day of a claim or after it never contradicts it. */
export async function laterIsNothing(runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(world, fc.nat(100), fc.boolean(), async (w, at, instant) => {
      const { ledger } = await build(w);
      const [first, last] = [w.events[0]!.at - 86_400, w.events.at(-1)!.at + 86_400];
      const when = Math.floor(first + ((last - first) * at) / 100);
      const day = dayOf('UTC', when);
      const said = instant ? `${new Date(when * 1000).toISOString().slice(0, 19)}Z` : day;
      const claim = resolveClaim(files, {
        claim: { between: [['a'], ['b']], quantity: { kind: 'none' }, channels: 'any', goBetweens: [] },
        speaker: null,
        said,
      });
      const { judgement, timing } = await judgeClaim({ ledger, files }, claim, WIDE, 900, ALL);
      const earlier = w.events.filter((e) => e.at < (instant ? when + 1 : startOfDay('UTC', day)));
      if (judgement.verdict === 'contradicted') assert.ok(earlier.length > 0);
      const later = w.events.filter((e) => e.witnesses.length > 0 && e.at <= (instant ? when : endOfDay('UTC', day)));
      if (judgement.verdict === 'consistent') assert.equal(later.length, 0);
      assert.deepEqual([timing!.sameDay, timing!.after], [0, 0]);
      await ledger.close();
    }),
    settings(runs),
  );
}
