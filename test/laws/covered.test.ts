/** The first law: records, failures and skips together are everything that is in the sources. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import writeXlsxFile from 'write-excel-file/node';
import { FORMATS } from '../../src/formats/list.ts';
import { caseOf } from '../bad-input/case-of.ts';
import { mail } from '../bad-input/texts.ts';
import { assertCovered, coveredOf, damagedAnywhere, SOUND } from './damaged-anywhere.ts';
import { demoCopy } from './hashes.ts';

test('the demo case', async () => {
  const demo = demoCopy();
  const covered = await coveredOf(demo.folder);
  assert.ok(covered.length >= 7);
  assertCovered(covered);
  demo.remove();
});

test('a sound file of every format', async () => {
  const row = (...cells: string[]): object[] => cells.map((value) => ({ value }));
  const data = [row('Start time', 'Caller', 'Callee'), row('2030-03-01 10:00', '+46701740605', '+46701740606')];
  const book = await writeXlsxFile([{ sheet: 'Calls', data }] as Parameters<typeof writeXlsxFile>[0]).toBuffer();
  const made = caseOf([
    ...SOUND.map(([path, bytes, says = []]) => ({ path, bytes, says })),
    { path: 'a.xlsx', bytes: book },
    { path: 'maildir', bytes: null },
  ]);
  made.write('sources/maildir/cur/1.a:2,S', mail('read'));
  const covered = await coveredOf(made.folder);
  assertCovered(covered);
  assert.deepEqual(covered.map(({ format }) => format).sort(), FORMATS.map(({ name }) => name).sort());
  made.remove();
});

test('files that are damaged anywhere, alone and in an archive', () => damagedAnywhere(1));
