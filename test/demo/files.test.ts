/** The generated files of the demo case: as committed, small, and what the case files say about them. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { generate } from '../../examples/harbour-board/generator/all.ts';
import { PEOPLE, PRIVATE } from '../../examples/harbour-board/generator/cast/people.ts';
import { OFFICE_LINES, OTHER_LINES } from '../../examples/harbour-board/generator/write/carriers.ts';
import { loadCaseFiles } from '../../src/case/files/load.ts';
import { bytesOf, TRUTH, yamlOf } from './independent/folder.ts';
import { owner, plainAddress } from './independent/people.ts';

const FOLDER = new URL('../../examples/harbour-board/', import.meta.url);
const LARGEST = 3_000_000;

test('generating again gives the committed bytes', () => {
  const made = generate();
  for (const [path, bytes] of made)
    assert.ok(bytesOf(path).equals(bytes), `${path} differs: node examples/harbour-board/generate.ts`);
  const sources = readdirSync(new URL('sources/', FOLDER)).map((name) => `sources/${name}`);
  assert.deepEqual(sources.sort(), [...made.keys()].filter((p) => p.startsWith('sources/')).sort());
});

test('the sources are small and about three thousand records', () => {
  const size = [...generate().values()].reduce((sum, bytes) => sum + bytes.length, 0);
  assert.ok(size < LARGEST, `${size} bytes`);
  const records = Object.values(TRUTH.records).reduce((sum, n) => sum + n, 0);
  assert.ok(records > 2_800 && records < 3_400, `${records} records`);
});

test('the case files have no mistakes', () => {
  const read = (name: string): string | null => {
    const file = new URL(name, FOLDER);
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  };
  const named = yamlOf<{ sources: { template?: string }[] }>('case.yaml').sources.flatMap((s) => s.template ?? []);
  const { files, mistakes } = loadCaseFiles(read, { templates: named });
  assert.deepEqual(mistakes, []);
  assert.deepEqual(
    files.case.sources.map((s) => s.path).sort(),
    [...Object.keys(TRUTH.records), 'sources/office-calendar.ics'].sort(),
  );
});

test('statements stand where they are said to stand', () => {
  const statements =
    yamlOf<{ id: string; quote: string; where: { source: string; 'quote-at': [number, number] } }[]>('statements.yaml');
  assert.equal(statements.length, 6);
  for (const { id, quote, where } of statements) {
    const [offset, length] = where['quote-at'];
    const found = bytesOf(where.source)
      .subarray(offset, offset + length)
      .toString('utf8');
    assert.equal(found.replaceAll('\n', ' '), quote, id);
  }
});

test('what reports.yaml tells stands where it is said to stand', () => {
  interface Told {
    readonly id: string;
    readonly where: { readonly source: string; readonly 'quote-at': [number, number]; readonly quote: string };
  }
  const { reports, counts } = yamlOf<{ readonly reports: Told[]; readonly counts: Told[] }>('reports.yaml');
  assert.equal(reports.length + counts.length, 7);
  for (const { id, where } of [...reports, ...counts]) {
    const [offset, length] = where['quote-at'];
    const found = bytesOf(where.source)
      .subarray(offset, offset + length)
      .toString('utf8');
    assert.equal(found.replace(/\s+/g, ' '), where.quote, id);
  }
});

test('the passages that story.yaml cites are the words of two mails', () => {
  interface Sentence {
    readonly topic?: { readonly passages: { readonly source: string; readonly 'quote-at': [number, number] }[] };
  }
  const { sentences } = yamlOf<{ readonly sentences: Sentence[] }>('story.yaml');
  const found = sentences
    .flatMap(({ topic }) => topic?.passages ?? [])
    .map(({ source, 'quote-at': [offset, length] }) =>
      bytesOf(source)
        .subarray(offset, offset + length)
        .toString('latin1')
        .replace(/\s+/g, ' '),
    );
  assert.deepEqual(found, [
    'address from now on, what comes to the office is entered by the registry the same day.',
    'Staffan prefers his own address now instead of the office, in case you need to reach him quietly.',
  ]);
});

test('people.yaml knows the addresses of everybody', () => {
  for (const p of PEOPLE) {
    const day = p.from ?? '2030-02-01';
    for (const address of [p.mail, p.desk, p.mobile]) {
      if (address !== undefined) assert.equal(owner(address, day)?.id, p.id, `${address} on ${day}`);
    }
  }
  assert.equal(owner(PRIVATE.lobbyistMobile, '2030-09-01')?.id, 'contractor-lobbyist');
  assert.deepEqual(owner(PRIVATE.lobbyistOldMobile, '2030-07-16'), { id: 'contractor-lobbyist', certain: false });
  assert.equal(owner(PRIVATE.lobbyistOldMobile, '2030-08-20')?.id, 'sailing-club-secretary');
  assert.deepEqual(owner(PRIVATE.director, '2030-08-14'), { id: 'contractor-director', certain: false });
});

test('the scopes of the carriers name the lines that their files hold', () => {
  const sources = yamlOf<{ sources: { path: string; scope: { accounts?: string[] } }[] }>('case.yaml').sources;
  const accounts = (path: string): Set<string> =>
    new Set(sources.find((s) => s.path === path)?.scope.accounts?.map(plainAddress));
  const lines = (numbers: ReadonlySet<string>): Set<string> => new Set([...numbers].map(plainAddress));
  assert.deepEqual([...accounts('sources/carrier-a.csv')].sort(), [...lines(OFFICE_LINES)].sort());
  const old = plainAddress(PRIVATE.lobbyistOldMobile);
  assert.deepEqual(
    [...accounts('sources/carrier-b.csv')].sort(),
    [...lines(OTHER_LINES)].filter((n) => n !== old && n !== '46846500460').sort(),
  );
});
