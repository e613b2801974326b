/** What a build keeps of the index, makes again, and mends. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { buildCase } from '../../src/case/build.ts';
import { CaseError } from '../../src/case/error.ts';
import { openCase } from '../../src/case/open.ts';
import { isRefused } from '../../src/case/search/refused.ts';
import { openSearch } from '../../src/case/search.ts';
import { textFaults } from '../../src/case/text/verify.ts';
import { scratchFolder } from '../cli/run.ts';
import { mail, mbox, writeTextCase } from './text-case.ts';

/** Subjects of the hits. */
async function subjects(folder: string, text: string): Promise<(string | null)[]> {
  const open = await openCase(folder);
  try {
    const search = await openSearch(open, { threads: 0, spoolDir: null });
    try {
      const answer = await search.search(text, { limit: 20 });
      assert.ok(!isRefused(answer));
      return answer.hits.map(({ subject }) => subject);
    } finally {
      await search.close();
    }
  } finally {
    await open.close();
  }
}

describe('the index beside a build', () => {
  const folder = scratchFolder();
  const text = join(folder, '.ledger/text');
  const segments = (): Map<string, number> =>
    new Map(readdirSync(text).map((name) => [name, statSync(join(text, name, 'told.json')).ino]));
  const shards = (): string[] =>
    readdirSync(text).flatMap((name) =>
      readdirSync(join(text, name)).flatMap((file) => (file.endsWith('.sqlite') ? [join(text, name, file)] : [])),
    );

  before(async () => {
    await writeTextCase(folder);
    await buildCase(folder);
  });

  test('a source that is added leaves the segments of the others as they are, and one that goes takes its own', async () => {
    const first = segments();
    const yaml = readFileSync(join(folder, 'case.yaml'), 'utf8');
    writeFileSync(
      join(folder, 'sources/more.mbox'),
      mbox(
        mail(
          'cy@crane.example',
          'ada@harbour.example',
          'Sun, 10 Mar 2030 10:00:00 +0100',
          'Later',
          'One more lantern.',
        ),
      ),
    );
    writeFileSync(join(folder, 'case.yaml'), yaml.replace('events:', '  - { path: sources/more.mbox }\nevents:'));
    await buildCase(folder);
    const second = segments();
    for (const [name, ino] of first) assert.equal(second.get(name), ino);
    assert.equal(second.size, first.size + 1);
    assert.deepEqual(await subjects(folder, 'lantern'), [
      'Hidden',
      'Later',
      'Elsewhere',
      'Lantern delivery',
      'No date',
    ]);
    writeFileSync(join(folder, 'case.yaml'), yaml);
    await buildCase(folder);
    assert.deepEqual(segments(), first);
    assert.deepEqual(await subjects(folder, 'lantern'), ['Hidden', 'Elsewhere', 'Lantern delivery', 'No date']);
  });

  test('a build without a change leaves the index alone', async () => {
    const before = segments();
    assert.equal((await buildCase(folder)).unchanged, true);
    assert.deepEqual(segments(), before);
  });

  test('what is torn is said, and mended by a build that has nothing else to do', async () => {
    const build = readFileSync(join(folder, '.ledger/current'), 'utf8').trim();
    const harms: (() => void)[] = [
      () => truncateSync(shards()[0]!, 4096),
      () => rmSync(text, { recursive: true }),
      () => rmSync(join(folder, '.ledger/builds', build, 'text.json')),
    ];
    for (const [i, harm] of harms.entries()) {
      harm();
      await assert.rejects(subjects(folder, 'lantern'), CaseError, `harm ${i}`);
      assert.equal((await buildCase(folder)).unchanged, true);
      assert.deepEqual(await subjects(folder, 'dredging'), ['Papers'], `harm ${i}`);
    }
  });

  test('bytes that were changed in their place are met by a search, and mended too', async () => {
    const own = shards().find((file) => readFileSync(file).includes('lantern'))!;
    writeFileSync(own, readFileSync(own).fill(7, 100));
    await assert.rejects(subjects(folder, 'lantern'), CaseError);
    assert.equal((await buildCase(folder)).unchanged, true);
    assert.equal((await subjects(folder, 'lantern')).length, 4);
  });

  test('a byte that no search meets is found by verify, and mended by a build', async () => {
    const faults = async (): Promise<string[]> => {
      const open = await openCase(folder);
      await open.close();
      return textFaults(open);
    };
    assert.deepEqual(await faults(), []);
    const own = shards().at(-1)!;
    const bytes = readFileSync(own);
    writeFileSync(own, bytes.fill(bytes.at(-1)! ^ 1, bytes.length - 1));
    assert.match((await faults()).join(), /^a part of the index of words is torn .*backchannel build mends it$/);
    assert.equal((await buildCase(folder)).unchanged, true);
    assert.deepEqual(await faults(), []);
    assert.equal((await subjects(folder, 'lantern')).length, 4);
  });
});
