/** Archives made by the programs that people use, where they are installed. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { expand } from '../../src/bytes/archive.ts';
import { ARCHIVE_LIMITS } from '../../src/bytes/archive-limits.ts';
import { openFile } from '../../src/bytes/disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'tools-'));
after(() => rmSync(folder, { recursive: true }));

const long = `${'d'.repeat(90)}/${'e'.repeat(90)}`;
mkdirSync(join(folder, 'in', long), { recursive: true });
writeFileSync(join(folder, 'in', 'a.txt'), 'alpha');
writeFileSync(join(folder, 'in', 'ü.txt'), 'umlaut');
writeFileSync(join(folder, 'in', long, 'f.txt'), 'far');
symlinkSync('a.txt', join(folder, 'in', 'link'));

const ways: readonly (readonly [string, string, ...string[]])[] = [
  ['gnu.tar', 'tar', '--format=gnu', '-cf', 'gnu.tar', 'in'],
  ['pax.tar', 'tar', '--format=posix', '-cf', 'pax.tar', 'in'],
  ['ustar.tar.gz', 'tar', '--format=ustar', '-czf', 'ustar.tar.gz', 'in'],
  ['info.zip', 'zip', '-qry', 'info.zip', 'in'],
  ['stored.zip', 'zip', '-qry0', 'stored.zip', 'in'],
  ['python.zip', 'python3', '-m', 'zipfile', '-c', 'python.zip', 'in'],
];

for (const [file, program, ...options] of ways) {
  const found = spawnSync(program, ['--version']).error === undefined;
  test(`${program} ${options.join(' ')}`, { skip: found ? false : `${program} is not installed` }, async () => {
    assert.equal(spawnSync(program, options, { cwd: folder, encoding: 'utf8' }).stderr, '');
    const input = openFile(join(folder, file), file);
    const contents: string[] = [];
    const problems: string[] = [];
    for await (const item of expand(input, ARCHIVE_LIMITS, null)) {
      if ('problem' in item) problems.push(item.problem.code);
      else contents.push(`${item.path}: ${item.input.read(0, 99)}`);
    }
    input.close();
    const wanted = ['in/a.txt: alpha', `in/${long}/f.txt: far`, 'in/ü.txt: umlaut'];
    // Python's zipfile follows the link.
    if (program === 'python3') wanted.push('in/link: alpha');
    else assert.deepEqual(problems, ['archive-link']);
    assert.deepEqual(contents.sort(), wanted.sort());
  });
}
