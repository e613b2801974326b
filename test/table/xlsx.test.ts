/** Workbooks: sheets are tables, rows keep the numbers that the spreadsheet shows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import writeXlsxFile from 'write-excel-file/node';
import { archiveKind } from '../../src/bytes/archive-kind.ts';
import { headOf, memoryInput } from '../../src/bytes/input.ts';
import { zipMembers } from '../../src/bytes/zip.ts';
import { xlsx } from '../../src/formats/xlsx.ts';
import { type ZipEntry, zip } from '../bytes/making.ts';
import { read, rowText, unaccounted } from './told.ts';

const day = (iso: string, format = 'yyyy-mm-dd'): object => ({ value: new Date(iso), type: Date, format });
const text = (value: string): object => ({ value });
const row = (...cells: (string | object | null)[]): (object | null)[] =>
  cells.map((cell) => (typeof cell === 'string' ? text(cell) : cell));

const LOG = [
  row(null),
  row(null, 'Log of the house'),
  row('Date', 'Arrived', 'Left', 'Visitor', 'Organisation', 'Host'),
  row(null),
  row(day('2030-01-04T00:00:00Z'), day('1899-12-30T10:28:00Z', 'hh:mm'), '11:19', '(h)(3)', 'Rope Works', 'Bo Dell'),
  row(day('2030-01-04T00:00:00Z'), day('1899-12-30T10:28:00Z', 'hh:mm'), '11:19', '(h)(3)', 'Rope Works', 'Bo Dell'),
];
const CALLS = [
  row('Start time', 'Caller', 'Callee', 'Duration (s)'),
  row(day('2030-03-04T05:06:07Z', 'yyyy-mm-dd hh:mm:ss'), { value: 46701740606, type: Number }, '070-1', {
    value: 5,
    type: Number,
  }),
];

async function workbook(...sheets: { sheet: string; data: unknown }[]): Promise<Buffer> {
  return writeXlsxFile(sheets as Parameters<typeof writeXlsxFile>[0]).toBuffer();
}

test('the rows of two sheets', async () => {
  const bytes = await workbook({ sheet: 'Log', data: LOG }, { sheet: 'Calls', data: CALLS });
  const input = memoryInput('a.xlsx', bytes);
  assert.equal(archiveKind(input), null);
  assert.ok(xlsx.recognize(headOf(input)) > 0.9);
  const told = await read(xlsx, input, { zone: 'Europe/Stockholm' });
  assert.deepEqual(told.rows.map(rowText), [
    'row 5 [0+0] visit | 2030-01-04T09:28:00Z second source plausible | 3060 s | visitor redacted:(h)(3) (sheet 1, row 5, 1) of Rope Works | host name:Bo Dell | flags attended | {sheet=Log}',
    'row 6 [0+0] visit | 2030-01-04T09:28:00Z second source plausible | 3060 s | visitor redacted:(h)(3) (sheet 1, row 6, 1) of Rope Works | host name:Bo Dell | flags attended repeated | {sheet=Log}',
    'row 2 of sheet 2 [0+0] call | 2030-03-04T04:06:07Z second source plausible | 5 s | caller phone:46701740606 | callee phone:070-1 | {sheet=Calls}',
  ]);
  assert.equal(unaccounted(told, bytes.length), 0);
});

test('one sheet needs no name; one without a template is a problem', async () => {
  const one = await read(xlsx, memoryInput('a.xlsx', await workbook({ sheet: 'Calls', data: CALLS })));
  assert.deepEqual(
    one.rows.map(({ part, extras }) => [part, extras]),
    [[0, {}]],
  );
  const stock = [row('sku', 'colour'), row('1', 'red')];
  const two = await read(
    xlsx,
    memoryInput('a.xlsx', await workbook({ sheet: 'Stock', data: stock }, { sheet: 'Calls', data: CALLS })),
  );
  assert.deepEqual(
    two.rows.map(({ part }) => part),
    [1],
  );
  assert.deepEqual(
    two.problems.map(({ code, severity }) => [code, severity]),
    [['template-unknown', 'failed']],
  );
});

test('damaged workbooks are problems', async () => {
  const bytes = await workbook({ sheet: 'Calls', data: CALLS });
  for (const damaged of [
    bytes.subarray(0, 900),
    Buffer.concat([bytes.subarray(0, 200), Buffer.alloc(400), bytes.subarray(600)]),
  ]) {
    const told = await read(xlsx, memoryInput('a.xlsx', damaged));
    assert.equal(told.rows.length, 0);
    assert.ok(told.problems.some(({ severity }) => severity === 'failed'));
    assert.equal(unaccounted(told, damaged.length), 0);
  }
});

/** A workbook whose first sheet is changed as text. */
async function changed(bytes: Buffer, change: (sheet: string) => string): Promise<Buffer> {
  const entries: ZipEntry[] = [];
  for await (const member of zipMembers(memoryInput('a.xlsx', bytes))) {
    assert.ok('content' in member);
    const pieces: Buffer[] = [];
    for await (const piece of member.content) pieces.push(piece);
    const data = Buffer.concat(pieces).toString();
    entries.push({ name: member.name, data: member.name.endsWith('sheet1.xml') ? change(data) : data });
  }
  return zip(entries);
}

test('a cell at the far corner of a sheet does not make it lay out all others', async () => {
  const far = '<row r="1048576"><c r="XFD1048576" t="s"><v>0</v></c></row></sheetData>';
  const bytes = await changed(await workbook({ sheet: 'Calls', data: CALLS }), (sheet) =>
    sheet.replace('</sheetData>', far),
  );
  const told = await read(xlsx, memoryInput('a.xlsx', bytes));
  assert.deepEqual(
    told.problems.map(({ code }) => code),
    ['workbook-unread'],
  );
});

test('rows that a sheet leaves out count', async () => {
  const bytes = await changed(await workbook({ sheet: 'Log', data: LOG }), (sheet) =>
    sheet.replace(/<row r="\d+"\/>/g, '').replace(/<row r="2">.*?<\/row>/, ''),
  );
  const told = await read(xlsx, memoryInput('a.xlsx', bytes), { template: 'visits/generic' });
  assert.deepEqual(
    told.rows.map(({ row: number }) => number),
    [5, 6],
  );
});
