/** Decisions of two people become one list, the same whichever file comes first; what was taken back does not hold. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  conflictText,
  type Decision,
  decisionHash,
  formatDecision,
  loadCaseFiles,
  readDecisionFiles,
  readDecisions,
  type UndoDecision,
  type WrittenDecision,
} from '../../src/case/files/index.ts';

const mail = (address: string) => ({ kind: 'mail', address }) as const;
const at = (minute: number): string => `2031-03-01T10:${String(minute).padStart(2, '0')}:00+01:00`;
const pair = (kind: 'same' | 'not-same' | 'unsure', a: string, b: string, who: string, minute: number): Decision => ({
  kind,
  who,
  when: at(minute),
  why: 'seen',
  a: { address: mail(a) },
  b: { address: mail(b) },
});
const undo = (of: WrittenDecision, who: string, minute: number): UndoDecision => ({
  kind: 'undo',
  who,
  when: at(minute),
  why: 'looked again',
  decision: decisionHash(of),
});
const text = (decisions: readonly WrittenDecision[]): string => decisions.map((d) => `${formatDecision(d)}\n`).join('');
const files = (...texts: (readonly WrittenDecision[])[]) =>
  readDecisionFiles(texts.map((decisions, i) => ({ file: `decisions-${i}.jsonl`, text: text(decisions) })));

const a = pair('same', 'a@x.example', 'b@x.example', 'ann', 1);
const b = pair('not-same', 'b@x.example', 'a@x.example', 'bo', 2);
const c = pair('same', 'c@x.example', 'd@x.example', 'bo', 3);

test('two files are one list in the order of time, what stands in both once', () => {
  const one = files([a, c], [a, b]);
  assert.deepEqual(one.decisions, [a, b, c]);
  assert.deepEqual(files([a, b], [a, c]).decisions, one.decisions);
  assert.deepEqual(readDecisions(text([c, b, a, a])).decisions, one.decisions);
});

test('lines that a version control system could not unite are told, and both sides count', () => {
  const united = readDecisions(`<<<<<<< mine\n${text([a])}=======\n${text([c])}>>>>>>> theirs\n`);
  assert.deepEqual(united.decisions, [a, c]);
  assert.deepEqual(
    united.problems.map(({ code }) => code),
    ['torn', 'torn', 'torn'],
  );
});

test('whatever the division into files and their order, the list is the same', () => {
  const decision = fc
    .tuple(
      fc.constantFrom('same', 'not-same', 'unsure'),
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom('d', 'e'),
      fc.constantFrom('ann', 'bo'),
      fc.uniqueArray(fc.nat(59), { minLength: 1, maxLength: 1 }),
    )
    .map(([kind, x, y, who, [minute]]) => pair(kind as 'same', `${x}@x.example`, `${y}@x.example`, who, minute!));
  fc.assert(
    fc.property(
      fc.uniqueArray(decision, { maxLength: 8, selector: (d) => `${d.when} ${d.who}` }),
      fc.array(fc.nat(2), { minLength: 8, maxLength: 8 }),
      (decisions, split) => {
        const parts = [0, 1, 2].map((n) => decisions.filter((_, i) => split[i] === n));
        const [whole, apart, turned] = [files(decisions), files(...parts), files(...[...parts].reverse())];
        assert.deepEqual(apart.decisions, whole.decisions);
        assert.deepEqual(turned.decisions, whole.decisions);
        const hashes = ({ conflicts }: typeof whole) =>
          conflicts.map(({ earlier, later }) => earlier.hash + later.hash);
        assert.deepEqual(hashes(turned), hashes(whole));
      },
    ),
  );
});

test('an undo takes one decision back, wherever it stands, and can itself be taken back', () => {
  const back = undo(a, 'ann', 0);
  assert.deepEqual(files([back], [a, c]).decisions, [c]);
  assert.equal(
    files([back, a]).made.find(({ decision }) => decision === a || decision.kind === 'same')!.undoneBy,
    decisionHash(back),
  );
  const again = undo(back, 'bo', 9);
  assert.deepEqual(files([a, back, again]).decisions, [a]);
  assert.deepEqual(files([a, back, again, undo(again, 'bo', 10)]).decisions, []);
  assert.deepEqual(files([undo(b, 'ann', 5)]).decisions, [], 'of what is not there');
});

test('contradictions are told with both lines, and neither is dropped', () => {
  const read = files([a], [b, c]);
  assert.equal(read.decisions.length, 3);
  assert.deepEqual(read.conflicts.map(conflictText), [
    'decisions-1.jsonl:1 not-same of b@x.example and a@x.example by bo contradicts same of a@x.example and b@x.example by ann (decisions-0.jsonl:1); the later one holds',
  ]);
  assert.deepEqual(files([a, b, undo(b, 'bo', 5)]).conflicts, [], 'one of them was taken back');
  const assign = (holder: string, minute: number, from: string, to: string): Decision => ({
    kind: 'assign',
    who: 'ann',
    when: at(minute),
    why: 'x',
    address: mail('desk@x.example'),
    holder: mail(holder),
    from,
    to,
  });
  const [first, second] = [
    assign('a@x.example', 1, '2030-01-01', '2030-06-30'),
    assign('b@x.example', 2, '2030-07-01', '2030-12-31'),
  ];
  assert.deepEqual(files([first, second]).conflicts, [], 'one after the other');
  assert.equal(files([first, assign('b@x.example', 2, '2030-06-30', '2030-12-31')]).conflicts.length, 1);
});

test('files of others beside decisions.jsonl are read', () => {
  const texts: { [name: string]: string } = {
    'case.yaml': 'title: x\nasOf: 2031-01-01\nzone: UTC\n',
    'decisions.jsonl': text([c]),
    'decisions-bo.jsonl': text([a]),
  };
  const { files: loaded } = loadCaseFiles((name) => texts[name] ?? null, {
    templates: [],
    decisions: ['decisions-bo.jsonl'],
  });
  assert.deepEqual(loaded.decisions.decisions, [a, c]);
});
