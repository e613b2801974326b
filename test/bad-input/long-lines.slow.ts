/** Lines of 200 MB and archives that unpack to more than there is: memory stays bounded, what was not read is told. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openCase } from '../../src/case/open.ts';
import { zip } from '../bytes/making.ts';
import { cleanEnvironment, PROGRAM } from '../cli/run.ts';
import { coveredBytes } from '../laws/covered.ts';
import { type CaseOf, caseOf } from './case-of.ts';
import { box, calendar, call, event, mail, TABLE } from './texts.ts';

const MEBIBYTE = 1024 * 1024;
const LONG = 200 * MEBIBYTE;
/** Of the whole process: the program, its threads with their windows, and the engine. */
const MOST_MEMORY = 1200 * MEBIBYTE;
const SAYS_CALLS = ['template: calls/generic', 'region: SE', 'zone: UTC'];

/** Writes a file that is too long for a string. */
function write(path: string, parts: readonly (string | { readonly of: string; readonly bytes: number })[]): void {
  mkdirSync(dirname(path), { recursive: true });
  const fd = openSync(path, 'w');
  for (const part of parts) {
    if (typeof part === 'string') writeSync(fd, part);
    else {
      const piece = Buffer.alloc(MEBIBYTE, part.of);
      for (let left = part.bytes; left > 0; left -= piece.length) writeSync(fd, piece, 0, Math.min(left, piece.length));
    }
  }
  closeSync(fd);
}

/** Builds in a process whose memory is measured. @returns peak memory in bytes */
function built(made: CaseOf): number {
  const program = `process.on('exit', () => console.error('peak', process.resourceUsage().maxRSS));
    process.argv.splice(1, 1, ${JSON.stringify(PROGRAM)}); await import(${JSON.stringify(PROGRAM)});`;
  const args = ['--input-type=module', '-e', program, '-', 'build'];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: made.folder,
    env: cleanEnvironment(),
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return Number(/peak (\d+)/.exec(stderr)![1]) * 1024;
}

async function check(
  made: CaseOf,
  wanted: readonly (readonly [read: number, failed: number, codes: readonly string[]])[],
) {
  const peak = built(made);
  assert.ok(peak < MOST_MEMORY, `${Math.round(peak / MEBIBYTE)} MiB`);
  const opened = await openCase(made.folder);
  const sql = 'select distinct s.entry, p.code from problem p join source s using (source_no) order by all';
  const problems = await opened.ledger.rows<{ entry: string; code: string }>({ name: 'p', sql });
  const told = opened.build.sources.map(({ path, read, failed }) => {
    return [read, failed, problems.filter(({ entry }) => entry === path).map(({ code }) => code)];
  });
  assert.deepEqual(told, wanted);
  assert.deepEqual(
    (await coveredBytes(opened.ledger)).filter(({ left, twice }) => left !== 0 || twice !== 0),
    [],
  );
  await opened.close();
  made.remove();
}

test('a line of 200 MB in the body of a message, and in a header', async () => {
  const made = caseOf([
    { path: 'body.mbox', bytes: null },
    { path: 'header.mbox', bytes: null },
  ]);
  const two = box(mail('one'), mail('two'));
  write(made.at('body.mbox'), [two.slice(0, -1), { of: 'x', bytes: LONG }, '\n\n', box(mail('three'))]);
  write(made.at('header.mbox'), [
    box(mail('one')),
    'From x Fri Mar  1 10:00:00 2030\nFrom: a@b.example\nX-Long: ',
    { of: 'y', bytes: LONG },
    '\nTo: c@d.example\n\nbody\n\n',
    box(mail('three')),
  ]);
  await check(made, [
    [3, 0, ['message-large']],
    [3, 0, ['date-absent', 'header-long', 'message-large', 'no-recipients']],
  ]);
});

test('a line of 200 MB in a table of calls, with and without an open quotation mark, and one without a line end', async () => {
  const made = caseOf(
    ['plain', 'quoted', 'last'].map((name) => ({ path: `${name}.csv`, bytes: null, says: SAYS_CALLS })),
  );
  const head = `${TABLE}${call(1)}`;
  write(made.at('plain.csv'), [head, { of: 'x', bytes: LONG }, '\n', call(2)]);
  write(made.at('quoted.csv'), [head, '2,"', { of: 'x', bytes: LONG }, '\n', call(3)]);
  write(made.at('last.csv'), [head, { of: '1,', bytes: LONG }]);
  await check(made, [
    [2, 1, ['row-too-long']],
    [2, 1, ['row-too-long']],
    [1, 1, ['row-too-long']],
  ]);
});

test('a line of 200 MB in a calendar', async () => {
  const made = caseOf([{ path: 'long.ics', bytes: null }]);
  const [before, behind] = calendar(event('a'), event('b', 'COMMENT:here\r\n')).split('here') as [string, string];
  write(made.at('long.ics'), [before, { of: 'z', bytes: LONG }, behind]);
  const peak = built(made);
  assert.ok(peak < MOST_MEMORY, `${Math.round(peak / MEBIBYTE)} MiB`);
  made.remove();
});

test('archives that unpack to a thousand times their length are stopped, the rest of the case is read', async () => {
  const zeros = Buffer.alloc(300 * MEBIBYTE);
  const bomb = gzipSync(zeros);
  const nested = zip(Array.from({ length: 40 }, (_, i) => ({ name: `${i}.gz`, data: bomb, method: 0 })));
  const made = caseOf([
    { path: 'bomb.gz', bytes: bomb },
    {
      path: 'bombs.zip',
      bytes: zip([
        { name: 'first.eml', data: mail('first') },
        { name: 'all.zip', data: nested },
      ]),
    },
    { path: 'sound.mbox', bytes: box(mail('one')) },
  ]);
  await check(made, [
    [0, 1, ['archive-limit']],
    [1, 1, ['archive-limit']],
    [1, 0, []],
  ]);
});
