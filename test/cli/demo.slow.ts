/** The public case, built and shown as the demo shows it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { widthOf } from '../../src/cli/frame/width.ts';
import { run, scratchFolder } from './run.ts';

const folder = scratchFolder();

test('the public case answers its questions', () => {
  const { status, stdout, stderr } = run(folder, ['demo', 'campaign-2016', '--keep', 'public'], { COLUMNS: '80' });
  assert.equal(status, 0, stderr);
  const words = stdout.replace(/\s+/g, ' ');
  assert.match(words, /with the ambassador before election day \d+ n:/);
  assert.match(words, /Most often on the other end counterpart name contacts kislyak/);
  assert.match(words, /Not testable: selection unknown\./);
  assert.match(words, /independent origins/);
  assert.match(words, /What was said in public/);
  assert.match(words, /given who told whom of a contact with on days contact/);
  assert.match(words, /A contact is no offence\./);
  assert.ok(readFileSync(join(folder, 'public/briefing.html'), 'utf8').length > 1000);
  for (const line of stdout.split('\n')) if (!line.includes('backchannel ')) assert.ok(widthOf(line) <= 80, line);
});
