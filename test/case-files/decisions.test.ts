/** decisions.jsonl: lines in, lines out, and nothing lost when a line is torn. */
import assert from 'node:assert/strict';
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  appendDecision,
  type Decision,
  formatDecision,
  formatMistake,
  readDecisions,
} from '../../src/case/files/index.ts';

const settled = { who: 'a.reader', when: '2031-03-01T10:00:00+01:00', why: 'the phone list of 2030' };
const phone = { kind: 'phone', address: '+46701740605', on: '2030-05-01' } as const;
const mail = { kind: 'mail', address: 'director@contractor.example' } as const;
const finding = { detector: 'undisclosed-contact', subject: 'x', evidence: 'ab12', records: ['r:1'], disclosures: [] };

const all: Decision[] = [
  { kind: 'assign', ...settled, address: phone, holder: mail, from: '2030-01-01', to: '2030-06-30', grade: 'certain' },
  { kind: 'assign', ...settled, address: phone, holder: { kind: 'name', address: 'a director' } },
  { kind: 'same', ...settled, a: { address: phone }, b: { address: mail } },
  { kind: 'not-same', ...settled, a: { witnesses: ['r:1', 'r:2'] }, b: { witnesses: ['r:3'] } },
  { kind: 'merge', ...settled, addresses: [phone, mail] },
  { kind: 'split', ...settled, addresses: [phone], stay: [mail] },
  { kind: 'confirm', ...settled, finding },
  { kind: 'dismiss', ...settled, finding, why: 'line one\nline two "quoted" \u2028 åäö' },
  { kind: 'accept', ...settled, proposal: 'report 12', witnesses: [] },
];

const text = (decisions: readonly Decision[]): string => decisions.map((d) => `${formatDecision(d)}\n`).join('');

test('what is written is read back', () => {
  const { decisions, problems, unknown } = readDecisions(text(all));
  assert.deepEqual(decisions, all);
  assert.deepEqual([problems, unknown], [[], []]);
});

test('a decision is one line, the same for equal decisions whatever the order of keys', () => {
  for (const decision of all) {
    assert.doesNotMatch(formatDecision(decision), /[\n\r]/);
    const turned = Object.fromEntries(Object.entries(decision).reverse()) as unknown as Decision;
    assert.equal(formatDecision(turned), formatDecision(decision));
  }
});

test('a torn last line is a problem, and the others count', () => {
  const whole = text(all);
  for (let cut = 1; cut < formatDecision(all[8]!).length; cut++) {
    const { decisions, problems } = readDecisions(whole.slice(0, -1 - cut));
    assert.deepEqual(decisions, all.slice(0, 8));
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [['torn', 9]],
    );
  }
  assert.deepEqual(readDecisions(whole.slice(0, -1)).decisions, all, 'only the end of the line is missing');
});

test('damaged, incomplete and unknown lines in the middle are reported, unknown ones kept', () => {
  const lines = [
    formatDecision(all[0]!),
    '{"kind":"assi',
    '{"kind":"merge","who":"x"}',
    '{"kind":"foretell","who":"x"}',
    '',
    '[1]',
    'null',
    `${formatDecision(all[2]!)}\r`,
    formatDecision(all[2]!).replace('2031-03-01T10:00:00+01:00', '2031-03-01T10:00:00'),
  ];
  const { decisions, problems, unknown } = readDecisions(lines.join('\n'));
  assert.deepEqual(decisions, [all[0], all[2]]);
  assert.deepEqual(unknown, [{ line: 4, kind: 'foretell', text: lines[3] }]);
  const found = problems.map(({ code, line }) => [code, line]);
  assert.deepEqual(found, [
    ['torn', 2],
    ['invalid', 3],
    ['unknown-kind', 4],
    ['torn', 6],
    ['torn', 7],
    ['invalid', 9],
  ]);
  assert.match(
    formatMistake(problems[1]!),
    /^decisions\.jsonl:3:1 {2}merge lacks or misstates: when, why, addresses\n/,
  );
  assert.match(formatMistake(problems[5]!), /same lacks or misstates: when\n/);
});

test('reading never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (noise) => void readDecisions(`${text(all)}${noise}`)),
    { numRuns: 50 },
  );
  fc.assert(
    fc.property(fc.json(), (json) => void readDecisions(`${json}\n`)),
    { numRuns: 50 },
  );
});

test('a decision that lacks a part is not written', () => {
  assert.throws(() => formatDecision({ ...all[4], addresses: [mail] } as Decision), TypeError);
  assert.throws(() => formatDecision({ ...all[0], why: '' } as Decision), TypeError);
});

function inFolder(run: (path: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'decisions-'));
  try {
    run(join(folder, 'decisions.jsonl'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('decisions are appended, and a torn line before is stepped over', () => {
  inFolder((path) => {
    appendDecision(path, all[0]!);
    appendDecision(path, all[1]!);
    assert.equal(readFileSync(path, 'utf8'), text(all.slice(0, 2)));
    appendFileSync(path, '{"kind":"mer');
    appendDecision(path, all[2]!);
    assert.equal(readFileSync(path, 'utf8'), `${text(all.slice(0, 2))}{"kind":"mer\n${text([all[2]!])}`);
    const { decisions, problems } = readDecisions(readFileSync(path, 'utf8'));
    assert.deepEqual(decisions, all.slice(0, 3));
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [['torn', 3]],
    );
  });
});

test('a file that cannot be written is an error that says so', {
  skip: process.getuid?.() === 0 ? 'root may write everywhere' : false,
}, () => {
  inFolder((path) => {
    writeFileSync(path, '');
    chmodSync(path, 0o444);
    assert.throws(() => appendDecision(path, all[0]!), { code: 'EACCES' });
  });
});

test('a folder in the place of the file is an error, and a wrong decision leaves no file', () => {
  inFolder((path) => {
    assert.throws(() => appendDecision(join(path, '..'), all[0]!), { code: 'EISDIR' });
    assert.throws(() => appendDecision(path, { ...all[0], who: '' } as Decision), TypeError);
    assert.throws(() => readFileSync(path), { code: 'ENOENT' });
  });
});
