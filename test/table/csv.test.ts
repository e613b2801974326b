/** Single behaviours of the reader of delimited tables. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headOf, type Input, memoryInput } from '../../src/bytes/input.ts';
import { csv } from '../../src/formats/csv.ts';
import { isChosen, planTable } from '../../src/formats/table/table-plan.ts';
import { TEMPLATES } from '../../src/formats/templates/list.ts';
import { OPTIONS, read, unaccounted } from './told.ts';

const input = (text: string, name = 'a.csv'): Input => memoryInput(name, Buffer.from(text));
const sure = (text: string, name?: string): number => csv.recognize(headOf(input(text, name)));

test('every template has its own name, a title and a paragraph', () => {
  assert.equal(new Set(TEMPLATES.map(({ name }) => name)).size, TEMPLATES.length);
  for (const { name, title, doc } of TEMPLATES) {
    assert.match(name, /^[a-z]+\/[a-z-]+$/);
    assert.ok(title.length > 10 && doc.length > 100, name);
  }
});

test('every regular expression of a template compiles', () => {
  const patterns = (value: unknown, key = ''): string[] => {
    if (typeof value === 'string')
      return ['like', 'looks', 'pattern', 'drop', 'pick', 'keep', 'nil'].includes(key) ? [value] : [];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([k, v]) => patterns(v, Array.isArray(value) ? key : k));
  };
  for (const pattern of TEMPLATES.flatMap((template) => patterns(template))) new RegExp(pattern, 'u');
});

test('other files are no tables', () => {
  assert.equal(sure('From: a@b.example\nTo: c@d.example\nSubject: x, y, z\n\nHi, there, you\n', 'mail.eml'), 0);
  assert.equal(
    sure('It was a day, as days are.\nThe quay, the ships; the rest.\nNothing more, then.\n', 'press.txt'),
    0,
  );
  assert.equal(sure('', 'empty.csv'), 0);
  assert.equal(csv.recognize(headOf(memoryInput('a.bin', new Uint8Array(4000)))), 0);
});

test('the plan of a table names its template, dialect and columns', () => {
  const { dialect, choice } = planTable(
    input('start_utc;caller;callee;seconds\n2030-01-01T00:00:00Z;1;2;3\n'),
    OPTIONS,
  );
  assert.ok(isChosen(choice));
  assert.equal(choice.template.name, 'calls/generic');
  assert.deepEqual([dialect.delimiter, dialect.start, choice.headerAt], [';', 0, 0]);
  const places = choice.layout.uses.map(({ target, index }) => `${target} ${index}`).sort();
  assert.deepEqual(places, ['callee.line 2', 'caller.line 1', 'duration 3', 'start 0']);
});

test('the template of the case goes before what a table looks like', async () => {
  const text = 'Date,Visitor,Subject,Official\n2030-01-02,Ann Bow,x,Bo Dell\n';
  const told = await read(csv, input(text), { template: 'calendars/generic' });
  assert.deepEqual(
    told.rows.map(({ kind, people }) => [kind, people]),
    [['meeting', ['organizer name:Bo Dell']]],
  );
  const other = await read(csv, input(text), { template: 'visits/generic' });
  assert.deepEqual(
    other.rows.map(({ kind, people }) => [kind, people]),
    [['visit', ['visitor name:Ann Bow']]],
  );
});

test('a row that is too long is one problem, and the rows around it are read', async () => {
  const text = `Date,Visitor,Host\n2030-01-02,Ann Bow,x\n2030-01-03,${'y'.repeat(3_000_000)},x\n2030-01-04,Bo Dell,x\n`;
  const told = await read(csv, input(text), { template: 'visits/generic' });
  assert.deepEqual(
    told.rows.map(({ row }) => row),
    [2, 4],
  );
  assert.deepEqual(
    told.problems.map(({ code, row }) => [code, row]),
    [['row-too-long', 3]],
  );
  assert.equal(unaccounted(told, Buffer.byteLength(text)), 0);
});

test('a quotation mark that is never closed costs its own row only', async () => {
  const text = `Date,Visitor,Host\n2030-01-02,"Ann Bow,x\n${'2030-01-03,Bo Dell,x\n'.repeat(3)}`;
  const told = await read(csv, input(text), { template: 'visits/generic' });
  assert.equal(told.rows.length, 4);
  assert.equal(unaccounted(told, text.length), 0);
});

test('rows of another charset in a UTF-8 file are read and said', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => `2030-01-02,Åsa Örn ${i},Göran\n`).join('');
  const bytes = Buffer.concat([
    Buffer.from(`Date,Visitor,Host\n${rows}`),
    Buffer.from('2030-01-03,Pär,Bo\n', 'latin1'),
  ]);
  const told = await read(csv, memoryInput('log.csv', bytes), { template: 'visits/generic' });
  assert.deepEqual(told.rows.at(-1)!.people, ['visitor name:Pär', 'host name:Bo']);
  assert.deepEqual(
    told.problems.map(({ code, row }) => [code, row]),
    [['text-damaged', 42]],
  );
});

test('many failed rows in a row are told as one after the first thousand', async () => {
  const text = `Date,Visitor,Host\n${'2030-01-02,a,b,c,d,e,f,g\n'.repeat(2500)}`;
  const told = await read(csv, input(text), { template: 'visits/generic' });
  assert.ok(told.problems.length < 1100);
  assert.equal(unaccounted(told, text.length), 0);
});

test('a repeated row is marked whether or not it follows at once, and with its carried value only', async () => {
  const rows = [
    '"PM, Pat Example",Jan-30,Ropes,Talk',
    ',Jan-30,Sails,Talk',
    '"DPM, Sam Example",Jan-30,Ropes,Talk',
    ',Jan-30,Sails,Talk',
    ',Jan-30,Sails,Talk',
  ];
  const text = ['Minister,Date,Name of Organisation,Purpose of meeting', ...rows, ''].join('\n');
  const told = await read(csv, input(text));
  assert.deepEqual(
    told.rows.map(({ flags }) => flags.includes('repeated')),
    [false, false, false, false, true],
  );
});

test('a start that is an instant and an end that is a time of day give no length', async () => {
  const rows = [0, 1, 2].map((i) => `190205280${i},12:05:00,+4670000001,+4670000002`).join('\n');
  const options = { ...OPTIONS, template: 'calls/generic', zone: 'UTC' };
  const told = await read(csv, input(`Start,End,Caller,Callee\n${rows}\n`), options);
  assert.deepEqual(
    told.rows.map(({ earliest, duration }) => [earliest, duration]),
    [
      [1_902_052_800, null],
      [1_902_052_801, null],
      [1_902_052_802, null],
    ],
  );
});
