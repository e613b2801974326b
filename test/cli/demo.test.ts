/** The demo: built and shown from anywhere, its numbers those of the truth, its next commands ready to be typed. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { widthOf } from '../../src/cli/frame/width.ts';
import { run, scratchFolder } from './run.ts';

const folder = scratchFolder();

test('the demo shows numbers first, then by party, then where they stand', () => {
  const { status, stdout, stderr } = run(folder, ['demo', '--keep', 'kept'], { COLUMNS: '80' });
  assert.equal(status, 0, stderr);
  const headline = stdout.indexOf('At least 18 of them');
  assert.ok(headline > 0 && headline < stdout.indexOf('counterpart'), stdout);
  const words = stdout.replace(/\s+/g, ' ');
  assert.match(words, /no matching disclosure among those loaded, as of 2031-03-01\./);
  assert.match(words, /contractor-director Dirk Bolverk 9–11 6–\d+ /);
  assert.match(words, /Between \d+ and \d+: 2 hang on whether bolverk\.d@brevlada\.example is contractor-director/);
  assert.match(words, /sources\/chief-of-staff\.mbox, bytes [\d,]+–[\d,]+/);
  assert.doesNotMatch(stdout, /secret|hid\b|lied/);
  for (const line of stdout.split('\n')) if (!line.includes('backchannel ')) assert.ok(widthOf(line) <= 80, line);
  const next = /backchannel (cite .*)/.exec(stdout)?.[1]?.split(' ') ?? [];
  assert.match(run(folder, next).stdout, /^(From|Date): /m);
  assert.deepEqual(
    readdirSync(join(folder, 'kept')).filter((name) => name.startsWith('truth')),
    [],
  );
});

test('the demo overwrites nothing', () => {
  mkdirSync(join(folder, 'full'));
  writeFileSync(join(folder, 'full/mine'), '');
  const refused = run(folder, ['demo', '--keep', 'full']);
  assert.deepEqual(
    [refused.status, refused.stderr],
    [2, 'backchannel: full is not empty; name a folder that is not there yet\n'],
  );
});
