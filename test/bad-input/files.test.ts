/** Damaged and hostile files through the whole program: each ends in records and cited problems, nothing is lost. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import writeXlsxFile from 'write-excel-file/node';
import type { BuildReport } from '../../src/case/build-report.ts';
import { reread } from '../../src/case/citations/reread.ts';
import { type OpenCase, openCase } from '../../src/case/open.ts';
import { run } from '../cli/run.ts';
import { coveredBytes } from '../laws/covered.ts';
import { type CaseOf, caseOf } from './case-of.ts';
import { DAMAGED } from './damaged.ts';

async function cutWorkbook(): Promise<Buffer> {
  const row = (...cells: string[]): object[] => cells.map((value) => ({ value }));
  const data = [row('Start time', 'Caller', 'Callee'), row('2030-03-01 10:00', '+46701740605', '+46701740606')];
  const book = await writeXlsxFile([{ sheet: 'Calls', data }] as Parameters<typeof writeXlsxFile>[0]).toBuffer();
  return book.subarray(0, Math.floor(book.length * 0.7));
}

describe('one build of many bad files', () => {
  let made: CaseOf;
  let opened: OpenCase;
  let report: BuildReport;
  let problems: readonly { entry: string; severity: string; code: string; byte_offset: number; byte_length: number }[];

  before(async () => {
    made = caseOf([...DAMAGED, { path: 'cut.xlsx', bytes: await cutWorkbook() }]);
    const built = run(made.folder, ['build']);
    assert.equal(built.status, 0, built.stderr);
    opened = await openCase(made.folder);
    report = opened.build;
    const sql = 'select s.entry, p.* from problem p join source s using (source_no) order by all';
    problems = await opened.ledger.rows({ name: 'problems', sql });
  });
  after(async () => {
    await opened.close();
    made.remove();
  });

  for (const { path, read, failed, codes } of DAMAGED) {
    test(path, () => {
      const source = report.sources.find((one) => one.path === `sources/${path}`)!;
      const told = problems.filter(({ entry }) => entry === source.path).map(({ code }) => code);
      assert.deepEqual([source.read, source.failed, [...new Set(told)].sort()], [read, failed, codes]);
    });
  }

  test('a workbook that is cut off', () => {
    const source = report.sources.at(-1)!;
    assert.deepEqual([source.read, source.failed], [0, 1]);
    assert.match(source.firstProblem!, /the workbook is damaged/);
  });

  test('records, failures and skips cover every byte of every file and member, none twice', async () => {
    const covered = await coveredBytes(opened.ledger);
    assert.ok(covered.length > DAMAGED.length * 0.8);
    assert.deepEqual(
      covered.filter(({ left, twice }) => left !== 0 || twice !== 0),
      [],
    );
  });

  test('no reader gave up in the middle', () => {
    assert.deepEqual(
      problems.filter(({ code }) => code === 'reader-failed'),
      [],
    );
  });

  test('no time is invented: what has none in the source has none in the ledger', async () => {
    const sql = `select count(*) as n from record r join source s using (source_no)
      where s.path = 'sources/no-date.eml' and (r.earliest is not null or r.latest is not null)`;
    assert.deepEqual(await opened.ledger.rows({ name: 'times', sql }), [{ n: 0 }]);
  });

  test('groups, comments and quoted names of a recipient list are read', async () => {
    const sql = `select a.norm from participant p join address a using (address_no) join record r using (record_no)
      join source s using (source_no) where s.path = 'sources/comments.eml' and p.role = 3 order by 1`;
    assert.deepEqual(await opened.ledger.rows({ name: 'people', sql }), [
      { norm: 'bo@firm.example' },
      { norm: 'cy@firm.example' },
    ]);
  });

  test('everything in it can be cited and checked again', async () => {
    const { faults } = await reread(opened, made.folder);
    assert.deepEqual(faults, []);
  });
});
