/** Tables: they fit, they lose nothing silently, and nothing in them moves the cursor. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { span } from '../../src/cli/frame/line.ts';
import type { Column, RowsOptions } from '../../src/cli/frame/output.ts';
import { Terminal } from '../../src/cli/frame/terminal.ts';
import { safeJson, visible } from '../../src/cli/frame/visible.ts';
import { cutTo, widthOf, wrapped } from '../../src/cli/frame/width.ts';

interface Shown {
  readonly out: string;
  readonly err: string;
}

/** Prints rows to a terminal that exists in the test only. */
async function print<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  terminal: { width?: number; format?: 'table' | 'csv' | 'json' | 'jsonl'; environment?: Record<string, string> },
  options: RowsOptions = {},
): Promise<Shown> {
  const shown = { out: '', err: '' };
  const stream = (key: keyof Shown) => ({
    isTTY: terminal.width !== undefined,
    ...(terminal.width === undefined ? {} : { columns: terminal.width }),
    write: (chunk: string | Uint8Array, done: (error?: Error | null) => void) => {
      shown[key] += String(chunk);
      done();
      return true;
    },
    on: () => {},
  });
  const surroundings = { stdout: stream('out'), stderr: stream('err'), environment: terminal.environment ?? {} };
  await new Terminal(surroundings, terminal.format ?? null).rows(columns, rows, options);
  return shown;
}

interface Call {
  readonly id: string;
  readonly who: string;
  readonly count: number | { readonly min: number; readonly max: number } | null;
}
const COLUMNS: readonly Column<Call>[] = [
  { key: 'id', fit: 'keep', value: ({ id }) => id },
  { key: 'who_calls', value: ({ who }) => who },
  { key: 'count', fit: 'keep', value: ({ count }) => count },
  { key: 'hidden', title: null, value: () => true },
];
const ROWS: readonly Call[] = [
  { id: 'c:81d2', who: 'Agneta Hamneskär', count: { min: 18, max: 21 } },
  { id: 'c:90aa', who: '港湾局 長官', count: { min: 7, max: 7 } },
  { id: 'c:1111', who: 'A, "B"', count: 1204 },
  { id: 'c:2222', who: '', count: null },
];

test('a table on a terminal', async () => {
  const { out } = await print(COLUMNS, ROWS, { width: 80, environment: { NO_COLOR: '1' } });
  assert.equal(
    out,
    [
      '  id      who calls         count',
      '  c:81d2  Agneta Hamneskär  18–21',
      '  c:90aa  港湾局 長官           7',
      '  c:1111  A, "B"            1,204',
      '  c:2222',
      '',
    ].join('\n'),
  );
});

test('the same rows in the formats for machines; in a pipe jsonl without asking', async () => {
  const lines = (await print(COLUMNS, ROWS, {})).out.trimEnd().split('\n');
  assert.deepEqual(JSON.parse(lines[0]!), {
    id: 'c:81d2',
    who_calls: 'Agneta Hamneskär',
    count: { min: 18, max: 21 },
    hidden: true,
  });
  const json = await print(COLUMNS, ROWS, { format: 'json' });
  assert.deepEqual(
    JSON.parse(json.out),
    lines.map((line) => JSON.parse(line) as unknown),
  );
  const csv = await print(COLUMNS, ROWS, { format: 'csv' });
  assert.equal(csv.out.split('\n')[0], 'id,who_calls,count,hidden');
  assert.equal(csv.out.split('\n')[3], 'c:1111,"A, ""B""",1204,yes');
  assert.deepEqual(JSON.parse((await print(COLUMNS, [], { format: 'json' })).out), []);
  assert.equal((await print(COLUMNS, [], {})).out, '');
});

test('notes stand under a table, and beside rows for machines; what is empty says so', async () => {
  const options = { empty: 'None among those loaded.', notes: ['', 'Counted: direct.'] };
  const table = await print(COLUMNS, [], { width: 80, environment: { TERM: 'dumb' } }, options);
  assert.deepEqual(table, { out: 'None among those loaded.\n\nCounted: direct.\n', err: '' });
  const piped = await print(COLUMNS, [], {}, options);
  assert.deepEqual(piped, { out: '', err: 'Counted: direct.\n' });
});

test('a narrow terminal breaks cells, a very narrow one stacks them, and nothing is lost', async () => {
  const rows = [{ id: 'c:81d2', who: 'a very long description of who it was that called', count: 3 }];
  for (const width of [60, 40, 30, 22, 12]) {
    const { out } = await print(COLUMNS, rows, { width, environment: { NO_COLOR: '1' } });
    for (const line of out.split('\n')) assert.ok(widthOf(line) <= width, `${width}: ${line}`);
    for (const word of rows[0]!.who.split(' ')) assert.ok(out.replace(/\s+/g, '').includes(word), `${width}: ${word}`);
    assert.ok(out.includes('c:81d2'));
  }
});

test('colour only on a terminal that wants it, and never inside of content', async () => {
  const columns: readonly Column<Call>[] = [
    { key: 'who', value: ({ who }) => who, text: ({ who }) => [span('certain', who)] },
  ];
  const hostile = [{ id: '', who: '\u001b[31mred\u001b[0m', count: null }];
  const coloured = await print(columns, hostile, { width: 80 });
  assert.ok(coloured.out.includes('\u001b[36m\\u{1b}[31mred\\u{1b}[0m\u001b[0m'), JSON.stringify(coloured.out));
  for (const environment of [{ NO_COLOR: '1' }, { TERM: 'dumb' }, { FORCE_COLOR: '0' }]) {
    const plain = await print(columns, hostile, { width: 80, environment });
    assert.ok(!plain.out.includes('\u001b'), JSON.stringify(environment));
  }
  const forced = await print(columns, hostile, { format: 'table', environment: { FORCE_COLOR: '1', NO_COLOR: '1' } });
  assert.ok(forced.out.includes('\u001b[36m'));
});

const HARMFUL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\u001b',
      '\u202e',
      '\u200b',
      '\u009b',
      '\r',
      '\n',
      '\t',
      '\u2028',
      '漢',
      '👍',
      'e\u0301',
      '\u0000',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
});

test('whatever stands in a cell, no line is too wide and no character is harmful', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(nasty, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 24, max: 100 }),
      async (texts, width) => {
        const rows = texts.map((who, i) => ({ id: `c:${i}`, who, count: i }));
        const { out } = await print(COLUMNS, rows, { width, environment: { NO_COLOR: '1' } });
        for (const line of out.split('\n')) {
          assert.ok(widthOf(line) <= width, line);
          assert.doesNotMatch(line, HARMFUL);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('JSON on its way to a terminal is harmless and means the same', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const json = safeJson({ text });
      assert.doesNotMatch(json, HARMFUL);
      assert.deepEqual(JSON.parse(json), {
        text: text.toWellFormed() === text ? text : JSON.parse(JSON.stringify(text)),
      });
    }),
  );
});

test('breaking a text loses nothing but spaces', () => {
  fc.assert(
    fc.property(nasty, fc.integer({ min: 2, max: 30 }), (raw, width) => {
      const text = visible(raw);
      const lines = wrapped(text, width);
      assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
      for (const line of lines) assert.ok(widthOf(line) <= width);
      assert.ok(widthOf(cutTo(text, width)) <= width);
    }),
  );
});

test('widths of what is wide, combining, or neither', () => {
  assert.equal(widthOf('abc'), 3);
  assert.equal(widthOf('漢字'), 4);
  assert.equal(widthOf('e\u0301'), 1);
  assert.equal(widthOf('한'), 2);
  assert.equal(widthOf('👍'), 2);
  assert.equal(widthOf('ﾊﾝｶｸ'), 4);
  assert.equal(widthOf('–…é'), 3);
});
