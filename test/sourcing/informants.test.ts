/** Independent origins of what was told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { gradeOf, originsText, weakest } from '../../src/sourcing/grade.ts';
import {
  circlesOf,
  type Informant,
  type InformantKind,
  informantsById,
  isOfficialTelling,
  originsOf,
  type Telling,
} from '../../src/sourcing/informants.ts';
import { strongParts } from '../../src/sourcing/strong-parts.ts';

const informant = (
  id: string,
  reliesOn: readonly string[] = [],
  kind: InformantKind = 'outlet',
  persons: number | null = null,
): Informant => ({ id, kind, persons, reliesOn });
const told = (toldBy: string, ...reliesOn: string[]): Telling => ({ toldBy, reliesOn });

const PRESS = informantsById([
  informant('officials', [], 'anonymous', 4),
  informant('first', ['officials']),
  informant('second', ['first']),
  informant('third', ['second', 'first']),
  informant('court', [], 'court'),
  informant('digest', ['court']),
  informant('mixed', ['court', 'officials']),
  informant('round-a', ['round-b']),
  informant('round-b', ['round-c']),
  informant('round-c', ['round-a']),
  informant('witness', [], 'witness', 1),
]);

test('what several papers repeat from one anonymous group has one origin, whatever its number of persons', () => {
  const found = originsOf(PRESS, [told('first'), told('second'), told('third')]);
  assert.deepEqual(found.origins, [['officials']]);
  assert.equal(found.persons, 4);
  assert.equal(found.anonymous, true);
  assert.equal(gradeOf({ custodians: 0, sides: 0 }, found), 'anonymous-only');
  assert.equal(originsText(found), '1 independent origin (4 persons)');
});

test('a telling can rest on somebody besides those on whom the teller always relies', () => {
  const found = originsOf(PRESS, [told('second', 'witness')]);
  assert.deepEqual(found.origins, [['officials'], ['witness']]);
  assert.equal(found.persons, 5);
  assert.equal(gradeOf({ custodians: 0, sides: 0 }, found), 'independent-reports');
});

test('several who rely on each other alone are no origin, and are named', () => {
  const found = originsOf(PRESS, [told('round-b')]);
  assert.deepEqual(found.origins, []);
  assert.deepEqual(found.circles, [['round-a', 'round-b', 'round-c']]);
  assert.equal(gradeOf({ custodians: 0, sides: 0 }, found), 'none');
  assert.deepEqual(circlesOf(PRESS), [['round-a', 'round-b', 'round-c']]);
  assert.match(originsText(found), /rely on each other alone, which is no origin/);
});

test('a circle of which one relies on nobody by itself is one origin', () => {
  // The witness has it from the paper this time, and the paper always has it from the witness.
  const informants = informantsById([informant('witness', [], 'witness'), informant('paper', ['witness'])]);
  const found = originsOf(informants, [told('witness', 'paper')]);
  assert.deepEqual(found.origins, [['paper', 'witness']]);
  assert.deepEqual(found.circles, []);
});

test('a party that tells something in public is an origin of its own', () => {
  assert.deepEqual(originsOf(PRESS, [told('ada'), told('second')]).origins, [['ada'], ['officials']]);
});

test('official is what a public body tells, or what rests on nothing else', () => {
  assert.equal(isOfficialTelling(PRESS, told('court')), true);
  assert.equal(isOfficialTelling(PRESS, told('digest')), true);
  assert.equal(isOfficialTelling(PRESS, told('mixed')), false);
  assert.equal(isOfficialTelling(PRESS, told('second')), false);
  assert.equal(isOfficialTelling(PRESS, told('ada')), false);
});

test('records stand above what is told, and of several grades the weakest stands', () => {
  const none = originsOf(PRESS, []);
  assert.equal(gradeOf({ custodians: 2, sides: 2 }, none), 'records-of-both-sides');
  assert.equal(gradeOf({ custodians: 2, sides: 1 }, none), 'records-of-one-side');
  assert.equal(weakest(['records-of-both-sides', 'one-report', 'records-of-one-side']), 'one-report');
  assert.equal(weakest([]), 'none');
});

const NODES = ['a', 'b', 'c', 'd', 'e', 'f'];
const graphs = fc.array(fc.tuple(fc.constantFrom(...NODES), fc.constantFrom(...NODES)), { maxLength: 14 });

test('strongly connected parts are those in which each reaches each', () => {
  fc.assert(
    fc.property(graphs, (edges) => {
      const targets = (node: string): string[] => edges.filter(([from]) => from === node).map(([, to]) => to);
      const reach = (from: string): Set<string> => {
        const seen = new Set([from]);
        for (const node of seen) for (const to of targets(node)) seen.add(to);
        return seen;
      };
      const parts = strongParts(NODES, targets);
      assert.deepEqual(parts.flat().sort(), NODES);
      for (const a of NODES)
        for (const b of NODES)
          assert.equal(
            parts.some((part) => part.includes(a) && part.includes(b)),
            reach(a).has(b) && reach(b).has(a),
          );
    }),
  );
});

test('the order in which informants and tellings stand decides nothing', () => {
  fc.assert(
    fc.property(graphs, fc.shuffledSubarray(NODES, { minLength: 1 }), (edges, tellers) => {
      const made = (order: readonly string[]) =>
        informantsById(
          order.map((id) =>
            informant(
              id,
              edges.filter(([from, to]) => from === id && to !== id).map(([, to]) => to),
            ),
          ),
        );
      const one = originsOf(
        made(NODES),
        tellers.map((id) => told(id)),
      );
      const other = originsOf(
        made([...NODES].reverse()),
        [...tellers].reverse().map((id) => told(id)),
      );
      assert.deepEqual(one, other);
      assert.ok(one.origins.length + one.circles.length > 0);
    }),
  );
});
