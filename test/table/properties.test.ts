/** What holds for every table, whatever stands in it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { headOf, memoryInput } from '../../src/bytes/input.ts';
import { csv } from '../../src/formats/csv.ts';
import { TEMPLATES } from '../../src/formats/templates/list.ts';
import { read, type ToldRow, unaccounted } from './told.ts';

const RUNS = { numRuns: 150 };
const names = TEMPLATES.map(({ name }) => name);

/** Pieces that tables are made of, and that break them. */
const piece = fc.constantFrom(
  'Date',
  'Start time',
  'Caller',
  'Callee',
  'Visitor',
  'Host',
  'Minister',
  'Duration',
  'Subject',
  'Name of Organisation',
  'Calendar',
  '2030-01-02',
  '03/04/30',
  'Jan-12',
  'nil return',
  '(b)(6)',
  '10:00',
  'Total',
  '0701',
  'Ann Bow',
  ',',
  ',',
  ',',
  ';',
  ';',
  '\t',
  '|',
  '"',
  '""',
  '\r\n',
  '\n',
  '\n',
  '\r',
  ' ',
  '\0',
  '\ufeff',
  'é',
  '’',
  '\uD800',
);
const header = fc.constantFrom(
  '',
  'sep=;\n',
  'Start time,Caller,Callee,Duration\n',
  'Date;Arrived;Left;Visitor;Host;Purpose\r\n',
  'Minister,Date,Name of Organisation,Purpose of meeting\n',
  'Date\tStart\tEnd\tSubject\tOfficial\tAttendees\r',
);
const soup = fc.tuple(header, fc.array(piece, { maxLength: 200 })).map(([first, pieces]) => first + pieces.join(''));
const charset = fc.constantFrom<BufferEncoding>('utf8', 'latin1', 'utf16le');
const bytesOfSoup = fc.tuple(soup, charset).map(([text, name]) => Buffer.from(text, name));

test('records, failed problems and skips cover every byte once, and nothing throws', async () => {
  const template = fc.option(fc.constantFrom(...names, 'none/such'), { nil: null });
  const bytes = fc.oneof(bytesOfSoup, fc.uint8Array({ maxLength: 300 }));
  await fc.assert(
    fc.asyncProperty(bytes, template, async (content, name) => {
      const input = memoryInput('table.csv', content);
      assert.ok(csv.recognize(headOf(input)) <= 1);
      const told = await read(csv, input, { template: name, zone: 'Europe/Stockholm' });
      assert.equal(unaccounted(told, content.length), 0);
      for (const { row, offset, length } of told.rows) {
        assert.ok(row >= 1 && offset >= 0 && offset + length <= content.length);
      }
    }),
    { numRuns: 600 },
  );
});

/** A cell of text that a table keeps: no white space at its ends, nothing that is a word of the reader's. */
const cell = fc
  .array(fc.constantFrom('a', 'b', 'Å', '文', '"', ',', ';', '\t', '|', ' ', 'z'), { minLength: 1, maxLength: 12 })
  .map((letters) => `x${letters.join('')}x`);

function quoted(text: string, delimiter: string): string {
  const needs = text.includes('"') || text.includes(delimiter) || text.includes('\n');
  return needs ? `"${text.replaceAll('"', '""')}"` : text;
}

interface Way {
  readonly delimiter: string;
  readonly ending: string;
  readonly encode: (text: string) => Buffer;
}

const MARK = '\ufeff';
const way: fc.Arbitrary<Way> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  ending: fc.constantFrom('\n', '\r\n', '\r'),
  encode: fc.constantFrom(
    (text: string) => Buffer.from(text),
    (text: string) => Buffer.from(MARK + text),
    (text: string) => Buffer.from(MARK + text, 'utf16le'),
    (text: string) => Buffer.from(text, 'utf16le'),
    (text: string) => Buffer.from(MARK + text, 'utf16le').swap16(),
  ),
});

function tableOf(rows: readonly (readonly string[])[], { delimiter, ending }: Way): string {
  return rows.map((cells) => cells.map((text) => quoted(text, delimiter)).join(delimiter) + ending).join('');
}

const HEADER = ['Date', 'Visitor', 'Purpose', 'Host'];

test('what is written is read back, with every delimiter, line end and charset', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 8 }), way, async (subjects, how) => {
      const rows = subjects.map((subject, i) => ['2030-05-06', `Ann Bow ${i}`, subject, 'Bo Dell']);
      const bytes = how.encode(tableOf([HEADER, ...rows], how));
      const told = await read(csv, memoryInput('log', bytes), { template: 'visits/generic' });
      assert.equal(unaccounted(told, bytes.length), 0);
      assert.deepEqual(
        told.rows.map((r) => r.subject),
        subjects.map((text) => text.replaceAll('\t', ' ').replace(/ +/g, ' ')),
      );
      assert.deepEqual(
        told.rows.map((r) => r.row),
        rows.map((_, i) => i + 2),
      );
    }),
    RUNS,
  );
});

test('the bytes of a record are its row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 6 }), async (subjects) => {
      const how: Way = { delimiter: ',', ending: '\r\n', encode: (text) => Buffer.from(text) };
      const rows = subjects.map((subject) => ['2030-05-06', 'Ann Bow', subject, 'Bo Dell']);
      const bytes = how.encode(tableOf([HEADER, ...rows], how));
      const told = await read(csv, memoryInput('log', bytes), { template: 'visits/generic' });
      for (const [i, { offset, length }] of told.rows.entries()) {
        const text = bytes.toString('utf8', offset, offset + length);
        assert.equal(text, rows[i]!.map((part) => quoted(part, ',')).join(','));
      }
    }),
    RUNS,
  );
});

/** A record without its place, and what depends on its neighbours. */
function apart(row: ToldRow): string {
  const { kind, earliest, latest, exactness, duration, people, subject } = row;
  return JSON.stringify({ kind, earliest, latest, exactness, duration, people, subject });
}

test('rows in another order are the same records', async () => {
  const call = fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    from: fc.integer({ min: 700, max: 720 }),
    to: fc.integer({ min: 700, max: 720 }),
    seconds: fc.integer({ min: 0, max: 5000 }),
  });
  const lineOf = (c: { day: number; hour: number; from: number; to: number; seconds: number }): string =>
    `${c.day}/3/2030 ${c.hour}:05,${c.from},${c.to},${c.seconds}`;
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 12 }), async (calls) => {
      const lines = calls.map(lineOf);
      const readLines = async (list: readonly string[]): Promise<string[]> => {
        const text = ['Start time,Caller,Callee,Seconds', ...list, ''].join('\n');
        const told = await read(csv, memoryInput('calls.csv', Buffer.from(text)), { template: 'calls/generic' });
        return told.rows.map(apart).sort();
      };
      assert.deepEqual(await readLines([...lines].reverse()), await readLines(lines));
    }),
    { numRuns: 60 },
  );
});
