import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { reconcileStage } from '../../src/case/stages/reconcile.ts';
import {
  type UndisclosedCount,
  type UndisclosedQuestion,
  undisclosedBook,
  undisclosedBounds,
} from '../../src/case/undisclosed.ts';
import { openLedger } from '../../src/ledger/duckdb.ts';
import type { Bounds } from '../../src/model/bounds.ts';
import { DEFAULT_DEFINITION } from '../../src/model/definition.ts';
import { at, type Made, madeFiles, madeLedger, people } from './made.ts';
import { type Part, type ToldWorld, together, toldWorld } from './told-world.ts';

const CASE = `title: Made up
asOf: 2031-03-01
zone: UTC
`;
const groups = (made: ReturnType<typeof together>): string =>
  `groups: { office: [${made.groups.office!.join(', ')}], firm: [${made.groups.firm!.join(', ')}] }\n`;
const COVERAGE = 'coverage: { disclosures: [ { disclosers: "@office", from: 2030-01-01, to: 2030-12-31 } ] }\n';
const DUTY = 'duties: [ { who: "@office", what: contacts with "@firm" } ]\n';

type Answer = Readonly<{ [part in Part]: UndisclosedCount }>;

/** Reconciles all worlds in one ledger and asks for each of them. */
async function asked(worlds: readonly ToldWorld[], duties: string, folder: string): Promise<Answer[]> {
  const made = together(worlds);
  const path = join(folder, `${Math.random()}.duckdb`);
  const ledger = await madeLedger(made, path);
  const files = madeFiles({
    'case.yaml': CASE + groups(made) + COVERAGE + duties,
    'people.yaml': people(Object.values(made.groups).flat()),
  });
  await reconcileStage(ledger, files, at('2031-03-01'));
  await ledger.close();
  const reader = await openLedger(path);
  let offset = 0;
  const sets = worlds.map((w) => {
    const own = w.counted.map((c) => ({ ...c, contact: c.contact + offset }));
    offset += w.made.contacts.length;
    return own;
  });
  const book = await undisclosedBook(reader, sets.flat());
  await reader.close();
  return sets.map((own) => ({
    all: book.count(new Set(own.map((c) => c.contact))),
    morning: book.count(new Set(own.filter((c) => c.morning).map((c) => c.contact))),
  }));
}

function holds(
  worlds: readonly ToldWorld[],
  answers: readonly Answer[],
  question: 'untoldBySome' | 'untoldByAll',
): void {
  for (const [w, world] of worlds.entries()) {
    for (const part of ['all', 'morning'] as const) {
      const truth = world[question][part];
      const { bounds } = answers[w]![part];
      const told = (): string => JSON.stringify({ question, part, world, answer: answers[w]![part] }, null, 1);
      assert.ok(bounds.min <= truth && truth <= bounds.max, `true are ${truth}: ${told()}`);
    }
  }
}

test('bounds asked of a ledger hold in made-up worlds, with duties and without', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-'));
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(toldWorld, { minLength: 200, maxLength: 200 }), async (worlds) => {
        holds(worlds, await asked(worlds, DUTY, folder), 'untoldBySome');
        holds(worlds, await asked(worlds, '', folder), 'untoldByAll');
      }),
      { numRuns: 2, endOnFailure: true },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const GROUPS = { office: ['ada', 'bo'], firm: ['xi', 'yo'] };

/** Bounds of some contacts of a small ledger: [contact, certain]. */
async function counted(
  made: Omit<Made, 'groups'>,
  contacts: readonly (readonly [number, boolean])[],
  duties = DUTY,
): Promise<UndisclosedCount> {
  const whole = { groups: GROUPS, ...made };
  const ledger = await madeLedger(whole);
  const files = madeFiles({
    'case.yaml': CASE + groups(whole) + COVERAGE + duties,
    'people.yaml': people(['ada', 'bo', 'xi', 'yo']),
  });
  await reconcileStage(ledger, files, at('2031-03-01'));
  const book = await undisclosedBook(
    ledger,
    contacts.map(([contact, certain]) => ({ contact, certain })),
  );
  await ledger.close();
  return book.count();
}

const call = (when: string, grade: 'certain' | 'possible' = 'certain'): Made['contacts'][number] => ({
  channel: 'call',
  at: when,
  links: [{ from: 'ada', to: 'xi', grade }],
});
const entry = { by: ['ada'], with: ['xi'], channels: ['call'] as const, on: '2030-05-01', register: 1 };

test('an exact entry covers the one call that it fits; not for certain where it names only the firm or where the line is perhaps hers', async () => {
  const one = [[0, true]] as const;
  const covered = await counted({ contacts: [call('2030-05-01T10:00')], disclosures: [entry] }, one);
  assert.deepEqual(covered.bounds, { min: 0, max: 0 });
  const through = { ...entry, with: ['xi', 'yo'], via: true };
  const byFirm = await counted({ contacts: [call('2030-05-01T10:00')], disclosures: [through] }, one);
  assert.deepEqual(byFirm.bounds, { min: 0, max: 1 });
  const possible = await counted({ contacts: [call('2030-05-01T10:00', 'possible')], disclosures: [entry] }, [
    [0, false],
  ]);
  assert.deepEqual(possible.bounds, { min: 0, max: 1 });
});

test('what the other side told does not meet a duty, but it is public', async () => {
  const told = { ...entry, by: ['xi'], with: ['ada'] };
  const made = { contacts: [call('2030-05-01T10:00')], disclosures: [told] };
  assert.deepEqual((await counted(made, [[0, true]])).bounds, { min: 1, max: 1 });
  assert.deepEqual((await counted(made, [[0, true]], '')).bounds, { min: 0, max: 0 });
});

test('of two calls that compete, one alone may be the covered one', async () => {
  const made = {
    contacts: [call('2030-05-01T10:00'), call('2030-05-01T15:00'), call('2030-05-02T09:00')],
    disclosures: [entry],
  };
  const all = await counted(made, [
    [0, true],
    [1, true],
    [2, true],
  ]);
  assert.deepEqual(all.bounds, { min: 2, max: 2 });
  assert.deepEqual(all.listed, [2]);
  assert.deepEqual(all.contested, [{ contacts: [0, 1], uncovered: 1 }]);
  assert.deepEqual(
    (
      await counted(made, [
        [1, true],
        [2, true],
      ])
    ).bounds,
    { min: 1, max: 2 },
  );
});

test('a row that stands twice in its register may tell of one call', async () => {
  const made = { contacts: [call('2030-05-01T10:00'), call('2030-05-01T15:00')] };
  const both = [
    [0, true],
    [1, true],
  ] as const;
  const rows = await counted({ ...made, disclosures: [entry, entry] }, both);
  assert.deepEqual(rows.bounds, { min: 0, max: 0 });
  const repeated = await counted({ ...made, disclosures: [entry, { ...entry, repeated: true }] }, both);
  assert.deepEqual(repeated.bounds, { min: 0, max: 1 });
});

test('what is outside of the reach, and what nobody owes, is named apart', async () => {
  const made = {
    contacts: [
      call('2031-01-05T10:00'),
      { channel: 'call' as const, at: '2030-05-01T10:00', links: [{ from: 'xi', to: 'yo' }] },
    ],
    disclosures: [],
  };
  const found = await counted(made, [
    [0, true],
    [1, true],
  ]);
  assert.deepEqual(found.bounds, { min: 0, max: 1 });
  assert.deepEqual(found.undetermined, [0]);
  assert.deepEqual(found.unasked, [1]);
});

test('a question asked on the spot: between whom, when, by which channels', async () => {
  const mail = { channel: 'mail' as const, at: '2030-05-04T09:00', links: [{ from: 'xi', to: 'ada' }] };
  const made: Made = {
    groups: GROUPS,
    contacts: [
      call('2030-05-01T10:00'),
      call('2030-05-01T15:00'),
      call('2030-05-02T09:00'),
      mail,
      call('2030-06-02T09:00', 'possible'),
    ],
    disclosures: [entry],
  };
  const ledger = await madeLedger(made);
  const files = madeFiles({
    'case.yaml': CASE + groups(made) + COVERAGE + DUTY,
    'people.yaml': people(['ada', 'bo', 'xi', 'yo']),
  });
  await reconcileStage(ledger, files, at('2031-03-01'));
  const asked = async (more: Partial<UndisclosedQuestion>): Promise<[Bounds, readonly number[]]> => {
    const { bounds, listed } = await undisclosedBounds(ledger, {
      between: '@office',
      and: '@firm',
      from: null,
      to: null,
      channels: null,
      definition: DEFAULT_DEFINITION,
      ...more,
    });
    return [bounds, listed];
  };
  assert.deepEqual(await asked({}), [{ min: 3, max: 4 }, [2, 3]]);
  assert.deepEqual(await asked({ channels: ['mail'] }), [{ min: 1, max: 1 }, [3]]);
  assert.deepEqual(await asked({ from: at('2030-05-02'), to: at('2030-05-31') }), [{ min: 2, max: 2 }, [2, 3]]);
  assert.deepEqual(await asked({ between: 'bo' }), [{ min: 0, max: 0 }, []]);
  assert.deepEqual(await asked({ between: 'ada', and: null }), [{ min: 3, max: 4 }, [2, 3]]);
  const longer = { ...DEFAULT_DEFINITION, minCallSeconds: 600 };
  assert.deepEqual(await asked({ definition: longer }), [{ min: 1, max: 1 }, [3]]);
  await ledger.close();
});
