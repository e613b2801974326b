/** What the loaded files hold, and that no text makes loading fail. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CaseFiles, loadCaseFiles, type Mistake } from '../../src/case/files/index.ts';

const CONTEXT = { templates: ['calls/generic', 'registers/meetings'] };
const HEAD = 'title: x\nasOf: 2030-01-01\nzone: UTC\n';

function load(texts: { readonly [name: string]: string }): { files: CaseFiles; mistakes: readonly Mistake[] } {
  return loadCaseFiles((name) => texts[name] ?? null, CONTEXT);
}

/** The files where there must be no mistakes. */
function good(texts: { readonly [name: string]: string }): CaseFiles {
  const { files, mistakes } = load({ 'case.yaml': HEAD, ...texts });
  assert.deepEqual(mistakes, []);
  return files;
}

test('numbers, zeros and pluses stay as they were written', () => {
  const { people } = good({
    'people.yaml': `
parties:
  - id: 007
    name: 2030
    aliases: [0701740605, +46701740605, { address: 46701740605123456789, kind: handle }, { address: 1.50, kind: handle }]
    tenures: [{ organisation: 12, from: 2029 }]
organisations: [{ id: 12, name: Twelve, numbers: [08123456] }]
`,
  });
  const party = people.parties[0]!;
  assert.deepEqual([party.id, party.name], ['007', '2030']);
  assert.deepEqual(
    party.aliases.map(({ address, kind, grade }) => [address, kind, grade]),
    [
      ['0701740605', 'phone', 'certain'],
      ['+46701740605', 'phone', 'certain'],
      ['46701740605123456789', 'handle', 'certain'],
      ['1.50', 'handle', 'certain'],
    ],
  );
  assert.deepEqual(party.tenures, [{ organisation: '12', from: '2029' }]);
  assert.deepEqual(people.organisations[0]!.numbers, [{ value: '08123456' }]);
});

test('groups in all their forms', () => {
  const files = good({
    'case.yaml': `${HEAD}groups:\n  a: [p, q]\n  b: p\n  c: { organisation: o, role: [chief], also: ["@a"], except: q }\n`,
    'people.yaml':
      'parties: [{ id: p, name: P, tenures: [{ organisation: o, role: chief }] }, { id: q, name: Q }]\norganisations: [{ id: o, name: O }]\n',
  });
  const none = { organisations: [], roles: [], except: [] };
  assert.deepEqual(files.case.groups, [
    { ...none, id: 'a', members: ['p', 'q'] },
    { ...none, id: 'b', members: ['p'] },
    { id: 'c', organisations: ['o'], roles: ['chief'], members: ['@a'], except: ['q'] },
  ]);
});

test('a definition: the parts that are set, with their reasons', () => {
  const text =
    'definition:\n  directness: [direct, copied]\n  minCallSeconds: { is: 30, reason: voice mail }\n  floor: official report\n';
  const { definition, set } = good({ 'case.yaml': HEAD + text }).case.definition;
  assert.deepEqual(
    [definition.directness, definition.minCallSeconds, definition.floor],
    [['direct', 'copied'], 30, 'official-report'],
  );
  assert.equal(definition.largestAudience, 10);
  assert.deepEqual(set, [{ part: 'directness' }, { part: 'minCallSeconds', reason: 'voice mail' }, { part: 'floor' }]);
});

test('duties, coverage, members', () => {
  const files = good({
    'case.yaml': `${HEAD}
sources:
  - { path: a, members: { include: "*.eml" }, protected: true }
duties:
  - { who: p, kinds: [call, visit], with: q, within: 2 weeks, audience: court, basis: the act }
  - { who: [p, q] }
coverage:
  records: [{ accounts: [a@b.example], channels: mail, from: 2030-01, to: 2030-06, complete: true, by: the office }]
  disclosures: [{ disclosers: p, from: 2030, to: 2030, audience: court, kinds: meeting }]
`,
    'people.yaml': 'parties: [{ id: p, name: P }, { id: q, name: Q }]\n',
  }).case;
  assert.deepEqual(files.sources[0], {
    path: 'a',
    members: { include: ['*.eml'], exclude: [] },
    protected: true,
    side: 'record',
  });
  assert.deepEqual(files.duties, [
    { who: ['p'], kinds: ['call', 'visit'], with: ['q'], audience: 'court', withinDays: 14, basis: 'the act' },
    { who: ['p', 'q'], kinds: 'any', with: null, audience: 'public' },
  ]);
  assert.deepEqual(files.coverage, {
    records: [
      {
        accounts: ['a@b.example'],
        of: [],
        channels: ['mail'],
        from: '2030-01',
        to: '2030-06',
        complete: true,
        by: 'the office',
      },
    ],
    disclosures: [{ disclosers: ['p'], from: '2030', to: '2030', audience: 'court', kinds: ['meeting'] }],
  });
});

test('disclosures and claims', () => {
  const people = 'parties: [{ id: p, name: P }, { id: q, name: Q }]\n';
  const files = good({
    'people.yaml': people,
    'disclosures.yaml':
      '- { by: p, given: 2030-06-02, audience: public, with: [q], on: 2030-05, channel: call, count: several, topics: the tender, where: { source: a.txt, quote-at: [[1, 2], [3, 4]], page: 7 } }\n',
    'statements.yaml': '- { id: s, speaker: p, said: 2030-06, claim: { between: [p, q], none: true } }\n'
      .replace('2030-06,', '2030-06-01,')
      .replace('claim:', 'quote: No., claim:'),
  });
  assert.deepEqual(files.disclosures.disclosures, [
    {
      by: ['p'],
      given: '2030-06-02',
      audience: 'public',
      with: ['q'],
      period: { from: '2030-05', to: '2030-05' },
      channels: ['call'],
      count: 'several',
      topics: ['the tender'],
      where: {
        source: 'a.txt',
        ranges: [
          [1, 2],
          [3, 4],
        ],
        page: 7,
      },
    },
  ]);
  assert.deepEqual(files.statements.statements[0]!.claims, [
    { between: [['p'], ['q']], quantity: { kind: 'none' }, channels: 'any', goBetweens: [] },
  ]);
});

test('a missing file is as an empty one, but for case.yaml', () => {
  const files = good({});
  assert.deepEqual([files.people.parties, files.disclosures.disclosures, files.reports.counts], [[], [], []]);
  assert.equal(load({}).mistakes.length, 1);
});

test('decisions come along, and their problems are no mistakes', () => {
  const files = good({ 'decisions.jsonl': '{"kind":"ass' });
  assert.deepEqual(
    files.decisions.problems.map(({ code }) => code),
    ['torn'],
  );
});

test('aliases expand, but not without end', () => {
  const files = good({
    'case.yaml': `${HEAD}sources:\n  - { path: a, scope: &s { from: 2030 } }\n  - { path: b, scope: *s }\n`,
  });
  assert.equal(files.case.sources[1]!.scope!.from, '2030');
  const lines = Array.from({ length: 12 }, (_, i) => `a${i}: &a${i} [${Array(10).fill(i === 0 ? 'x' : `*a${i - 1}`)}]`);
  const { mistakes } = load({ 'case.yaml': `${HEAD}${lines.join('\n')}\n` });
  assert.ok(mistakes.some(({ message }) => /more than 500000 values/.test(message)));
});

test('no text makes loading fail', () => {
  const example = join(import.meta.dirname, 'example/input');
  const texts = ['case.yaml', 'people.yaml', 'statements.yaml', 'reports.yaml'].map(
    (name) => [name, readFileSync(join(example, name), 'utf8')] as const,
  );
  assert.ok(existsSync(example));
  const damage = fc.record({
    at: fc.nat(),
    cut: fc.nat(40),
    put: fc.constantFrom(
      '',
      ' ',
      '\n',
      '"',
      '[',
      '}',
      ': ',
      '- ',
      '&a ',
      '*a',
      '!!int ',
      '\t',
      '\0',
      '|',
      '__proto__: 1\n',
      '2030',
    ),
  });
  const spoilt = (text: string, hits: readonly { at: number; cut: number; put: string }[]): string =>
    hits.reduce(
      (left, { at, cut, put }) =>
        left.slice(0, at % (left.length + 1)) + put + left.slice((at % (left.length + 1)) + cut),
      text,
    );
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), fc.nat(3), (hits, which) => {
      const files = Object.fromEntries(texts.map(([name, text], i) => [name, i === which ? spoilt(text, hits) : text]));
      for (const mistake of load(files).mistakes) {
        const { line, column, message, advice } = mistake;
        assert.ok(line >= 1 && column >= 1 && message !== '' && advice !== '', JSON.stringify(mistake));
      }
    }),
    { numRuns: 150 },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (noise) => void load({ 'case.yaml': noise, 'reports.yaml': noise })),
    { numRuns: 100 },
  );
});
