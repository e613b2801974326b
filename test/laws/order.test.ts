/** The fourth law: the order in which files lie on the disk, entries stand in archives and sources in case.yaml is nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildCase } from '../../src/case/build.ts';
import { caseOf, type MadeSource } from '../bad-input/case-of.ts';
import { calendar, call, event, mail, TABLE } from '../bad-input/texts.ts';
import { hashesOf } from './hashes.ts';

const LETTERS: readonly MadeSource[] = Array.from({ length: 12 }, (_, i) => ({
  path: `letters/${i}.eml`,
  bytes: mail(`letter ${i}`).replace('1 Mar', `${(i % 28) + 1} Mar`),
}));
const OTHERS: readonly MadeSource[] = [
  {
    path: 'calls.csv',
    bytes: `${TABLE}${[1, 2, 3].map(call).join('')}`,
    says: ['template: calls/generic', 'region: SE', 'zone: UTC'],
  },
  { path: 'office.ics', bytes: calendar(event('a'), event('b')) },
  { path: 'more.eml', bytes: mail('more') },
];
const PEOPLE = `parties:
  - { id: ada, name: Ada Harbour, aliases: [ada@harbour.example, "+46701740605"] }
  - { id: bo, name: Bo Firm, aliases: [bo@firm.example, "+46701740606"] }
organisations: []
`;

/** Builds a case whose letters are written in one order and whose entries stand in another. */
async function built(letters: readonly MadeSource[], others: readonly MadeSource[], threads: number) {
  const made = caseOf(others);
  const entries = others.map(({ path, says = [] }) => [
    `  - path: sources/${path}`,
    ...says.map((line) => `    ${line}`),
  ]);
  const all = [...entries, ['  - path: sources/letters']].map((lines) => lines.join('\n'));
  for (const { path, bytes } of letters) made.write(`sources/${path}`, bytes!);
  made.write('people.yaml', PEOPLE);
  made.write('case.yaml', `title: Made up\nasOf: 2031-01-01\nzone: UTC\nsources:\n${all.join('\n')}\n`);
  try {
    await buildCase(made.folder, { threads });
    return await hashesOf(made.folder);
  } finally {
    made.remove();
  }
}

test('files created in any order, sources in any order, any number of threads', async () => {
  const wanted = await built(LETTERS, OTHERS, 1);
  const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
    fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
  await fc.assert(
    fc.asyncProperty(shuffled(LETTERS), shuffled(OTHERS), fc.integer({ min: 1, max: 4 }), async (a, b, threads) => {
      assert.deepEqual(await built(a, b, threads), wanted);
    }),
    { numRuns: 2 },
  );
});
