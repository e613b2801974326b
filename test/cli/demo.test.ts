/** The demo: built and shown from anywhere, its numbers those of the truth, its next commands ready to be typed. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  // Two lines of cells: the key and the covered time are each cut once.
  assert.match(words, /contractor- Dirk Bolverk 9–11 6–\d+ mail 4 %, calls director 100 % /);
  assert.match(words, /Between \d+ and \d+: 2 hang on whether bolverk\.d@brevlada\.example is contractor-director/);
  assert.match(words, /sources\/chief-of-staff\.mbox, bytes [\d,]+–[\d,]+/);
  assert.doesNotMatch(stdout, /secret|hid\b|lied/);
  for (const line of stdout.split('\n')) if (!line.includes('backchannel ')) assert.ok(widthOf(line) <= 80, line);
  const story = stdout.indexOf('Calls and mails with the winning bidder');
  assert.ok(story > stdout.indexOf('The first 5'), 'the story stands last');
  assert.match(
    words,
    /20 sentences: \d+ supported, 3 contradicted, 1 exceeded, \d+ untested, 3 not for records to say\./,
  );
  assert.match(words, /supported: at least 18, at most \d+ \[1\]/);
  assert.ok(readFileSync(join(folder, 'kept/briefing.html'), 'utf8').includes('at least 18 calls and e-mails'));
  const next = /backchannel (cite .*)/.exec(stdout)?.[1]?.split(' ') ?? [];
  assert.match(run(folder, next).stdout, /^(From|Date): /m);
  assert.deepEqual(
    readdirSync(join(folder, 'kept')).filter((name) => name.startsWith('truth')),
    [],
  );
});

test('a demo that there is not is answered with those that there are', () => {
  const refused = run(folder, ['demo', 'harbor-board']);
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /there is no demo "harbor-board"; one of: harbour-board, campaign-2016/);
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
