/** A case from nothing: init, add, build, people, as one would do it by hand. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { runHere } from './in-process.ts';
import { cleanEnvironment, letter, PROGRAM, scratchFolder } from './run.ts';

const MBOX =
  letter('ada@harbour.example', 'bo@builder.example', 'Mon, 4 Mar 2030 10:00:00 +0100', 'Quay') +
  letter('bo@builder.example', 'ada@harbour.example', 'Mon, 4 Mar 2030 11:00:00 +0100', 'Re: the quay') +
  letter('\u001b[31mEve\u202e@builder.example', 'ada@harbour.example', 'Tue, 5 Mar 2030 09:00:00 +0100', 'x');

const PEOPLE = `parties:
  - { id: ada, name: Ada Harbour, aliases: [ada@harbour.example] }
  - { id: bo, name: Bo Builder, aliases: [bo@builder.example, { address: "+46 8 465 004 61", to: 2030-06-30 }] }
  - { id: bo-other, name: Bo Builder, aliases: [{ address: "+46 8 465 004 61", from: 2030-07-01 }] }
organisations: []
`;

function rowsOf(stdout: string): { readonly [key: string]: unknown }[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { [key: string]: unknown });
}

describe('init', () => {
  const folder = scratchFolder();

  test('makes a case that loads, with the day and zone of its maker', async () => {
    const made = await runHere(folder, [
      'init',
      'a/case',
      '--title',
      'Who: "met" whom?',
      '--zone',
      'Europe/Stockholm',
      '--as-of',
      '2031-03-01',
    ]);
    assert.equal(made.status, 0, made.stderr);
    assert.match(made.stdout, /^a\/case is a new case as of 2031-03-01, times in Europe\/Stockholm\.\n/);
    const files = readdirSync(join(folder, 'a/case')).sort();
    assert.deepEqual(files, [
      '.gitignore',
      'case.yaml',
      'disclosures.yaml',
      'people.yaml',
      'reports.yaml',
      'statements.yaml',
    ]);
    assert.equal(readFileSync(join(folder, 'a/case/.gitignore'), 'utf8'), '.ledger/\n');
    const empty = await runHere(join(folder, 'a/case'), ['build', '--format', 'table']);
    assert.equal(empty.status, 0, empty.stderr);
    assert.match(empty.stdout, /The case has no sources yet/);
  });

  test('without --as-of it is as of today', async () => {
    assert.match((await runHere(folder, ['init', 'b'])).stdout, /as of 20\d\d-\d\d-\d\d, times in UTC/);
  });

  test('overwrites nothing', async () => {
    mkdirSync(join(folder, 'c'));
    writeFileSync(join(folder, 'c/people.yaml'), 'mine');
    const again = await runHere(folder, ['init', 'c']);
    assert.deepEqual(
      [again.status, again.stderr],
      [1, 'backchannel: c has people.yaml already; name another folder\n'],
    );
    assert.deepEqual(readdirSync(join(folder, 'c')), ['people.yaml']);
    writeFileSync(join(folder, 'file'), '');
    assert.match(
      (await runHere(folder, ['init', 'file/case'])).stderr,
      /a file stands where a folder is wanted; name another folder/,
    );
  });
});

describe('add', () => {
  const folder = scratchFolder();
  const caseYaml = (): string => readFileSync(join(folder, 'case/case.yaml'), 'utf8');
  before(async () => {
    await runHere(folder, ['init', 'case']);
    writeFileSync(join(folder, 'box.mbox'), MBOX);
    writeFileSync(join(folder, 'notes.txt'), 'Nothing that a format knows.\n');
  });

  test('writes the source and says what it is', async () => {
    const added = await runHere(join(folder, 'case'), [
      'add',
      '../box.mbox',
      '--custodian',
      'ada',
      '--producer',
      'Harbour: office',
    ]);
    assert.equal(added.status, 0, added.stderr);
    const [row] = rowsOf(added.stdout);
    assert.deepEqual([row!.format, row!.files, row!.bytes], ['mbox', 1, Buffer.byteLength(MBOX)]);
    assert.ok(Number(row!.confidence) > 0.5);
    assert.match(caseYaml(), /^ {2}- path: .*box\.mbox\n {4}producer: "Harbour: office"\n {4}custodian: ada\n/m);
    assert.match(caseYaml(), /# Named sets of parties/, 'comments stay');
  });

  test('copies into the case when asked, and then writes a path that moves with it', async () => {
    const added = await runHere(folder, ['add', 'box.mbox', '--copy', '--case', 'case']);
    assert.equal(rowsOf(added.stdout)[0]!.path, 'sources/box.mbox');
    assert.equal(readFileSync(join(folder, 'case/sources/box.mbox'), 'utf8'), MBOX);
    const again = await runHere(folder, ['add', 'box.mbox', '--copy', '--case', 'case']);
    assert.match(again.stderr, /^backchannel: box\.mbox is a source of the case already/);
  });

  test('changes nothing when something is wrong', async () => {
    const was = caseYaml();
    const table: readonly (readonly [string[], RegExp])[] = [
      [['add', 'nowhere.mbox'], /nowhere\.mbox is not there; correct the path/],
      [['add', 'notes.txt'], /notes\.txt: no format recognises it; name one with --as, if it is one of mbox, /],
      [['add', 'box.mbox'], /is a source of the case already/],
      [['add', 'notes.txt', '--as', 'mbox', '--zone', 'Nowhere'], /nothing was added.*\n.*zone is not a time zone/],
      [['add', 'notes.txt', '--as', 'mbix'], /no format recognises it|as is not a format/],
      [['add', 'notes.txt', '--as', 'mbox', '--audience', 'public'], /belongs to a disclosed source/],
    ];
    for (const [args, says] of table) {
      const ran = await runHere(folder, [...args, '--case', 'case']);
      assert.match(ran.stderr, says);
      assert.equal(ran.status, 1);
    }
    assert.equal(caseYaml(), was);
  });

  test('says what is in a folder', async () => {
    mkdirSync(join(folder, 'mail'));
    writeFileSync(join(folder, 'mail/one.mbox'), MBOX);
    writeFileSync(join(folder, 'mail/two.txt'), 'nothing');
    const added = await runHere(folder, ['add', 'mail', '--case', 'case', '--format', 'table']);
    assert.match(added.stdout, /folder: 1 mbox, 1 not recognised/);
  });
});

describe('build and people', () => {
  const folder = scratchFolder();
  const people = (...args: string[]) => runHere(folder, ['people', ...args]);
  before(async () => {
    await runHere(folder, ['init', '.', '--zone', 'Europe/Stockholm', '--as-of', '2031-03-01']);
    writeFileSync(join(folder, 'box.mbox'), MBOX);
    writeFileSync(join(folder, 'people.yaml'), PEOPLE);
    await runHere(folder, ['add', 'box.mbox']);
  });

  test('people before a build says what to do', async () => {
    assert.match((await people()).stderr, /^backchannel: this case was not built yet; run backchannel build\n$/);
  });

  test('a build prints each source and the sums, and does nothing the second time', async () => {
    const first = await runHere(folder, ['build', '--format', 'table']);
    assert.equal(first.status, 0, first.stderr);
    assert.match(first.stdout, /box\.mbox +3 messages +3 /);
    assert.match(first.stdout, /3 records, 3 contacts, /);
    assert.equal(first.stderr, '');
    const second = await runHere(folder, ['build']);
    assert.deepEqual([rowsOf(second.stdout)[0]!.items, rowsOf(second.stdout)[0]!.reused], [3, true]);
    assert.match(second.stderr, /ledger [0-9a-f]{6}… {2}\(nothing changed\)\n$/);
  });

  test('the case is found from a folder inside of it', async () => {
    mkdirSync(join(folder, 'sources/deep'), { recursive: true });
    assert.equal((await runHere(join(folder, 'sources/deep'), ['build'])).status, 0);
  });

  test('a party is found by key, address, id or name, and never guessed', async () => {
    const party = async (name: string): Promise<unknown> => rowsOf((await people(name)).stdout)[0]!.party;
    assert.equal(await party('ada'), 'ada');
    assert.equal(await party('ADA@harbour.example'), 'ada');
    assert.equal(await party('Ada Harbour'), 'ada');
    assert.equal(await party('mail eve@nowhere.example'.replace('eve@nowhere.example', 'bo@builder.example')), 'bo');
    assert.match(
      (await people('Bo Builder')).stderr,
      /"Bo Builder" is 2 parties: bo, bo-other; name the one that you mean/,
    );
    assert.match((await people('+46 8 465 004 61')).stderr, /is 2 parties: bo, bo-other/);
    assert.match((await people('adda')).stderr, /nobody is "adda"; did you mean ada\?/);
  });

  test('decisions are written, shown, and take hold at the next build', async () => {
    const settled = ['--who', 'me', '--why', 'her letterhead', '--when', '2031-02-03T04:05:06+01:00'];
    const assigned = await people(
      'assign',
      '+46 8 465 004 61',
      'ada',
      '--from',
      '2030-01-01',
      ...settled,
      '--format',
      'table',
    );
    assert.equal(assigned.status, 0, assigned.stderr);
    assert.match(
      assigned.stdout,
      /\+46846500461 stands in .*; until now: bo, bo-other\n {2}now: ada from 2030-01-01, certain\n/,
    );
    const merged = await people('merge', 'bo', 'bo-other', ...settled);
    assert.equal((JSON.parse(merged.stdout) as { kind: string }).kind, 'merge');
    const lines = readFileSync(join(folder, 'decisions.jsonl'), 'utf8').trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as { kind: string; when: string }).kind),
      ['assign', 'merge'],
    );
    assert.equal((await runHere(folder, ['build'])).status, 0);
    const aliases = rowsOf((await people('ada')).stdout).filter(({ basis }) => basis === 'decision');
    assert.deepEqual(
      [aliases[0]!.address, aliases[0]!.from, aliases[0]!.to],
      ['+46846500461', '2030-01-01T00:00:00+01:00', null],
    );
    assert.equal(rowsOf((await people('history')).stdout).length, 2);
    assert.equal(rowsOf((await people('history', 'ada')).stdout).length, 1);
  });

  test('what would say nothing is refused', async () => {
    const settled = ['--who', 'me', '--why', 'x'];
    assert.match((await people('merge', 'ada', 'ada@harbour.example', ...settled)).stderr, /one party already: ada/);
    assert.match((await people('split', 'ada', 'bo@builder.example', ...settled)).stderr, /is no address of ada/);
    assert.match(
      (await people('assign', 'Kajsund', 'ada', ...settled)).stderr,
      /is no mail address, phone number or full name/,
    );
    assert.match(
      (await people('assign', 'x@y.example', 'ada', '--from', 'soon', ...settled)).stderr,
      /--from is no day: soon/,
    );
    assert.equal((await people('merge', 'ada', 'bo', '--from', '2030-01-01', ...settled)).status, 2);
    assert.equal(rowsOf((await people('history')).stdout).length, 2);
  });

  test('hostile names reach no terminal as they are', async () => {
    const shown = await runHere(folder, ['people', '--format', 'table'], { FORCE_COLOR: '0' });
    assert.equal(shown.status, 0, shown.stderr);
    assert.doesNotMatch(shown.stdout.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
    const wrong = await people('\u001b[31mnobody\u202e');
    assert.match(wrong.stderr, /nobody is "\\u001b\[31mnobody\\u202e"/);
  });

  test('a reader that goes away is no error', async () => {
    const shell = `"${process.execPath}" "${PROGRAM}" people | true; exit \${PIPESTATUS[0]}`;
    const { status, stderr } = spawnSync('bash', ['-c', shell], {
      cwd: folder,
      encoding: 'utf8',
      env: cleanEnvironment(),
    });
    assert.deepEqual([status, stderr], [0, '']);
  });

  test('a case that cannot be written to is a clear message', {
    skip: process.getuid?.() === 0 && 'runs as root',
  }, async () => {
    chmodSync(join(folder, 'decisions.jsonl'), 0o400);
    const refused = await people('merge', 'ada', 'bo', '--who', 'me', '--why', 'x');
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /this user may not do that there/);
  });

  test('Ctrl-C ends with 130 and leaves the last build', async () => {
    const letters = Array.from({ length: 60_000 }, (_, i) =>
      letter('ada@harbour.example', `a${i % 997}@builder.example`, 'Mon, 4 Mar 2030 10:00:00 +0100', `Quay ${i}`),
    );
    writeFileSync(join(folder, 'large.mbox'), letters.join(''));
    assert.equal((await runHere(folder, ['add', 'large.mbox'])).stderr, 'backchannel build reads them.\n');
    const pointer = readFileSync(join(folder, '.ledger/current'), 'utf8');
    const child = spawn(process.execPath, [PROGRAM, 'build'], { cwd: folder, env: cleanEnvironment() });
    let words = '';
    child.stderr.on('data', (chunk: Buffer) => {
      words += chunk.toString();
    });
    const ended = new Promise((resolve) => child.on('close', (code) => resolve(code)));
    const lock = join(folder, '.ledger/lock');
    while (!existsSync(lock) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGINT');
    assert.equal(await ended, 130, words);
    assert.match(words, /^backchannel: stopped; the last finished build is as it was\n$/);
    assert.equal(readFileSync(join(folder, '.ledger/current'), 'utf8'), pointer);
    assert.equal((await runHere(folder, ['people', 'ada'])).status, 0);
    assert.equal((await runHere(folder, ['build'])).status, 0, 'the lock of a stopped build holds nobody up');
  });
});
