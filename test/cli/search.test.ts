/** `search` as people type it. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { buildCase } from '../../src/case/build.ts';
import { command } from '../../src/cli/search.ts';
import { MARKER, writeTextCase } from '../case/text-case.ts';
import { commandRun, runHere } from './in-process.ts';
import { run, scratchFolder } from './run.ts';

interface Row {
  readonly id: string;
  readonly time: string;
  readonly subject: string | null;
  readonly snippet: readonly { readonly text: string; readonly marked: boolean }[];
}

const rowsOf = (out: string): Row[] =>
  out
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);

describe('search', () => {
  const folder = scratchFolder();
  before(async () => {
    await writeTextCase(folder);
    await buildCase(folder);
  });

  test('a hit is two lines on a terminal, with an id that cite takes', async () => {
    const { out, err, code } = await commandRun(command, folder, ['quay']);
    assert.equal(code, 0);
    const [head, words, ...rest] = out.trimEnd().split('\n');
    assert.match(head!, /^r:[0-9a-f]{4,16} {2}2030-03-04 10:00 \+01:00 {2}Ada Kaj → Bo Builder {2}Lantern delivery$/);
    assert.equal(words, '    The lantern comes to quay seven.');
    assert.deepEqual(rest, []);
    assert.match(
      err,
      /^1 hit\.\nSearched: 11 records and 4 attachments\.\nNot searched: 2 attachments: 1 because it has a password, 1 because there is no text/,
    );
    const cited = await runHere(folder, ['cite', head!.split(' ')[0]!]);
    assert.equal(cited.status, 0);
    assert.match(cited.stdout, /Subject: Lantern delivery/);
  });

  test('in a pipe hits are lines of JSON with whole ids and marked pieces', async () => {
    const { stdout, stderr, status } = run(folder, ['search', 'lantern']);
    assert.equal(status, 0);
    const rows = rowsOf(stdout);
    assert.deepEqual(
      rows.map(({ subject }) => subject),
      ['Hidden', 'Elsewhere', 'Lantern delivery', 'No date'],
    );
    assert.match(rows[0]!.id, /^r:[0-9a-f]{16}$/);
    assert.equal(rows[2]!.time, '2030-03-04T10:00:00+01:00');
    assert.deepEqual(
      rows[2]!.snippet.filter(({ marked }) => marked).map(({ text }) => text),
      ['lantern'],
    );
    assert.match(stderr, /^4 hits\.\n/);
    assert.ok(!`${stdout}${stderr}`.includes(MARKER));
  });

  test('a limit cuts, and says so', async () => {
    const { out, err } = await commandRun(command, folder, ['lantern', '--limit', '1']);
    assert.equal(out.trimEnd().split('\n').length, 2);
    assert.match(err, /^4 hits, the newest 1 shown\.\n/);
    const ranked = await commandRun(command, folder, ['lantern', '--rank', '--limit', '1', '--format', 'jsonl']);
    assert.deepEqual(
      rowsOf(ranked.out).map(({ subject }) => subject),
      ['Lantern delivery'],
    );
    assert.match(
      (await commandRun(command, folder, ['lantern', '--limit', 'few'])).err,
      /--limit is no number of hits/,
    );
  });

  test('several words are one query, and what the shell kept together is a phrase', async () => {
    const subjects = async (...words: string[]): Promise<(string | null)[]> =>
      rowsOf((await commandRun(command, folder, [...words, '--format', 'jsonl'])).out).map(({ subject }) => subject);
    assert.deepEqual(await subjects('quay', 'seven'), ['Lantern delivery']);
    assert.deepEqual(await subjects('quay seven', 'lantern'), ['Lantern delivery']);
    assert.deepEqual(await subjects('seven quay', 'lantern'), []);
    assert.deepEqual(await subjects('lantern', 'with:Ada Kaj', 'before:vote'), ['Lantern delivery']);
    assert.deepEqual(await subjects('(seven OR undated)', 'lantern'), ['Lantern delivery', 'No date']);
  });

  test('nothing found never stands alone', async () => {
    const { out, err, code } = await commandRun(command, folder, ['zeppelin']);
    assert.deepEqual([out, code], ['', 0]);
    assert.match(err, /^Nothing found\.\nSearched: 11 records/);
    assert.match(err, /1 record without words, such as calls: only fields find them\./);
  });

  test('fields alone are asked of all records, those without words included', async () => {
    const { out, err } = await commandRun(command, folder, ['channel:call']);
    assert.match(out, /Ada Kaj → Bo Builder {2}call\n {4}sources\/calls\.csv\n$/);
    assert.match(err, /^1 hit\.\nSearched: the fields of all 12 records\.\n$/);
  });

  test('a mistake is wrong usage, with a caret under it', async () => {
    const { status, stderr, stdout } = await runHere(folder, ['search', 'lantern frm:ada']);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^backchannel: .*frm.*\n {2}lantern frm:ada\n {2} {8}\^+\n.*from:/);
    const nobody = await runHere(folder, ['search', 'from:\u001b[2Jnobody']);
    assert.equal(nobody.status, 2);
    assert.ok(!nobody.stderr.includes('\u001b'));
    const long = await runHere(folder, ['search', `${'x '.repeat(4000)}frm:ada`]);
    assert.equal(long.status, 2);
    assert.ok(long.stderr.length < 1000, 'a long query is shown around the mistake alone');
  });
});
