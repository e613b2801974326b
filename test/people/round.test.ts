/** The loop of questions, with answers that are typed beforehand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Asked, type Effect, newRound, type Round, step } from '../../src/cli/people/review/round.ts';

const question = (id: string, a: string, b: string): Asked => ({ id, sides: [a, b] });
const queue = [question('1', 'a', 'b'), question('2', 'c', 'd'), question('3', 'b', 'e'), question('4', 'a', 'e')];

function play(lines: readonly string[]): { round: Round<Asked>; effects: Effect[] } {
  let round = newRound(queue);
  const effects: Effect[] = [];
  for (const line of lines) {
    const done = step(round, line);
    round = done.round;
    effects.push(done.effect);
  }
  return { round, effects };
}

test('answers are decisions, with a reason where words follow', () => {
  const { effects, round } = play(['y  her letterhead ', 'No', 'u']);
  assert.deepEqual(effects, [
    { kind: 'decide', place: 0, answer: 'same', why: 'her letterhead' },
    { kind: 'decide', place: 1, answer: 'not-same', why: null },
    { kind: 'decide', place: 2, answer: 'unsure', why: null },
  ]);
  assert.equal(round.at, 3);
});

test('what answers make one already is not asked again', () => {
  assert.equal(play(['y', 's', 'y']).round.at, 4, 'a is b, b is e: nothing is left to ask of a and e');
  assert.equal(play(['y', 's', 'n']).round.at, 3);
});

test('back goes to the question before, and takes its answer back', () => {
  const { effects, round } = play(['y', 'b', 'n']);
  assert.deepEqual(
    effects.map(({ kind }) => kind),
    ['decide', 'take-back', 'decide'],
  );
  assert.equal(round.given.get(0), 'not-same');
  assert.deepEqual(play(['s', 'b', 'b']).effects.at(-1), { kind: 'none' }, 'before the first there is nothing');
});

test('skip, quit, explain and what is none of them decide nothing', () => {
  for (const line of ['s', 'q', 'e', '', '?', 'yy', '\u0000']) {
    const { effects, round } = play([line]);
    assert.ok(!effects.some(({ kind }) => kind === 'decide' || kind === 'take-back'), line);
    assert.equal(round.given.size, 0);
  }
});

test('whatever is typed, each place has one answer, and what was taken back has none', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('y', 'n', 'u', 's', 'b', 'e', 'x')), (lines) => {
      let round = newRound(queue);
      const standing = new Map<number, string>();
      for (const line of lines) {
        if (round.at >= queue.length) break;
        const done = step(round, line);
        round = done.round;
        if (done.effect.kind === 'decide') {
          assert.ok(!standing.has(done.effect.place), 'never answered twice without going back');
          standing.set(done.effect.place, done.effect.answer);
        }
        if (done.effect.kind === 'take-back') assert.ok(standing.delete(done.effect.place));
      }
      assert.deepEqual([...round.given].sort(), [...standing].sort());
    }),
  );
});
