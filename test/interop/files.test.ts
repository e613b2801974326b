/** The file of an export: whole or not there, never a source; and the cells and times of a spreadsheet. */
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import * as fc from 'fast-check';
import { type CaseFiles, loadCaseFiles } from '../../src/case/files/index.ts';
import { harmless } from '../../src/interop/formula.ts';
import { exportPath, writePieces, writeWhole } from '../../src/interop/new-file.ts';
import { dateCell, textCell } from '../../src/interop/sheet-cells.ts';
import { withoutTimes } from '../../src/interop/zip-times.ts';

const CASE = 'title: A case\nasOf: 2031-03-01\nzone: UTC\nsources: [ { path: sources/a.csv }, { path: box } ]\n';

function filesOf(text: string): CaseFiles {
  const { files, mistakes } = loadCaseFiles((name) => (name === 'case.yaml' ? text : null), {
    templates: [],
    formats: [],
  });
  assert.deepEqual(mistakes, []);
  return files;
}

describe('where an export may go', () => {
  let folder: string;
  const opened = (): { folder: string; files: CaseFiles } => ({ folder, files: filesOf(CASE) });
  const refused = (path: string, message: RegExp): void =>
    assert.throws(() => exportPath(opened(), join(folder, path)), { name: 'CaseError', message });

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'backchannel-target-'));
    for (const name of ['sources', 'box', '.ledger', 'out']) mkdirSync(join(folder, name));
    for (const name of ['case.yaml', 'sources/a.csv', 'box/1.eml']) writeFileSync(join(folder, name), CASE);
    symlinkSync(join(folder, 'sources/a.csv'), join(folder, 'out/link.csv'));
    symlinkSync(join(folder, 'box'), join(folder, 'way'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('not over a source, not into one, and not by a link', () => {
    refused('sources/a.csv', /is a source/);
    refused('out/link.csv', /is a source/);
    refused('box/new.csv', /is a source/);
    refused('way/new.csv', /is a source/);
  });

  test("not over the case's own files, not over a folder, not into nothing", () => {
    refused('case.yaml', /belongs to the case/);
    refused('.ledger/new.csv', /belongs to the case/);
    refused('out', /is a folder/);
    refused('none/new.csv', /is not there/);
  });

  test('anywhere else', () => {
    for (const path of ['out/new.csv', 'sources/b.csv', 'new.csv', 'boxes.csv'])
      assert.ok(exportPath(opened(), join(folder, path)).endsWith(path));
  });

  test('a file appears whole, in the place of the one before', async () => {
    const target = join(folder, 'out/whole.csv');
    writeFileSync(target, 'before');
    await writeWhole(target, async (path) => {
      await writePieces(path, ['one,', Buffer.from('two')]);
      assert.equal(readFileSync(target, 'utf8'), 'before');
    });
    assert.equal(readFileSync(target, 'utf8'), 'one,two');
  });

  test('what fails leaves nothing behind, and the one before as it was', async () => {
    const target = join(folder, 'out/failed.csv');
    async function* pieces(): AsyncGenerator<string> {
      yield 'half';
      throw new Error('in the middle');
    }
    const before = readdirSync(join(folder, 'out'));
    await assert.rejects(
      writeWhole(target, (path) => writePieces(path, pieces())),
      /in the middle/,
    );
    assert.equal(existsSync(target), false);
    assert.deepEqual(readdirSync(join(folder, 'out')), before);
  });
});

test('a text never begins like a formula, and is else as it was', async () => {
  await fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const cell = harmless(text);
      assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
      assert.ok(cell === text || cell === `'${text}`);
    }),
  );
});

test('cells of a spreadsheet hold no more than they can', () => {
  const cell = textCell('x'.repeat(40_000));
  assert.equal(String(cell.value).length, 32_767);
  assert.match(String(cell.value), /cut: 40000 characters\)$/);
  assert.equal(textCell('a\u0000\u001b\ud800b').value, 'a\ufffd\ufffd\ufffdb');
  assert.equal(textCell('_x000D_').value, '_x005F_x000D_');
  assert.equal(textCell('=1+1').type, String);
});

test('times as dates, shown as exact as they are', () => {
  assert.deepEqual(dateCell('1970-01-02'), { value: 25_570, type: Number, format: 'yyyy-mm-dd' });
  assert.deepEqual(dateCell('1970-01-01T12:00+05:00'), { value: 25_569.5, type: Number, format: 'yyyy-mm-dd hh:mm' });
  assert.equal(dateCell('2030-04-03T16:12:30+02:00')?.format, 'yyyy-mm-dd hh:mm:ss');
  assert.equal(dateCell('2030-04')?.format, 'yyyy-mm');
  assert.equal(dateCell('2030')?.format, 'yyyy');
  assert.deepEqual(dateCell('1850-04-03'), { value: '1850-04-03', type: String });
  assert.equal(dateCell(null), null);
});

test('a zip file without its times; what is none is refused', () => {
  assert.throws(() => withoutTimes(Buffer.from('no zip')), RangeError);
  assert.throws(() => withoutTimes(Buffer.alloc(100)), RangeError);
});
