/** Which tables are read in pieces, and that long ones lose nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryInput } from '../../src/bytes/input.ts';
import { csv } from '../../src/formats/csv.ts';
import type { ReadOptions } from '../../src/model/source.ts';
import { read } from '../table/told.ts';
import { divided, inPieces, lines } from './in-pieces.ts';

const HEADER = 'Start,Caller,Callee,Seconds,Status';
const ROWS = Array.from(
  { length: 60 },
  (_, i) =>
    `2030-05-06T10:${String(i).padStart(2, '0')}:00Z,07017406${10 + (i % 7)},+1 415 555 010${i % 5},${i},answered`,
);

function pieces(rows: readonly string[], header = HEADER, options: Partial<ReadOptions> = {}): number {
  const input = memoryInput('calls.csv', Buffer.from([header, ...rows, ''].join('\n')));
  const division = divided(input, 64, { template: 'calls/generic', ...options });
  return division === null ? 0 : division.cuts.length - 1;
}

/** The rows with one put in before the last. */
function having(row: string): string[] {
  return [...ROWS.slice(0, -1), row, ROWS.at(-1)!];
}

test('plain tables of calls are divided, also with odd rows among them', () => {
  assert.ok(pieces(ROWS) > 5);
  assert.ok(pieces(having('')) > 5);
  assert.ok(pieces(having(HEADER)) > 5);
  assert.ok(pieces(having('2030-05-06T10:00:00Z,"0701,740610",0701740611,5,"said ""yes"""')) > 5);
});

test('tables whose rows cannot be told apart alone, or mean more than calls, stay whole', () => {
  assert.equal(pieces(having('2030-05-06T10:00:00Z,0701740610,0701740611,5,"two\nlines"')), 0, 'a cell of two lines');
  assert.equal(pieces(having('2030-05-06T10:00:00Z,0701740610,0701740611,5,"open')), 0, 'a cell that is not closed');
  assert.equal(pieces(having('Callee,Caller,Start,Seconds,Status')), 0, 'another order of columns');
  assert.equal(pieces(having('Cost,Tariff,Who,Where,When')), 0, 'columns of something else');
  assert.equal(
    pieces(
      ROWS.map((row) => `${row},HB-7`),
      `${HEADER},Bates`,
    ),
    0,
    'a column that each record keeps',
  );
  assert.equal(pieces(ROWS, HEADER, { template: 'visits/generic' }), 0, 'no calls');
  assert.equal(pieces([`x${'y'.repeat(1 << 20)}`, ...ROWS]), 0, 'a row that is too long');
});

/** Reads a table whole, and in pieces of each of some lengths. */
async function both(
  text: string,
  lengths: readonly number[],
  options: Partial<ReadOptions>,
): Promise<{ whole: string[]; parts: string[][] }> {
  const input = memoryInput('calls.csv', Buffer.from(text));
  const parts: string[][] = [];
  for (const length of lengths) {
    const division = divided(input, length, options);
    assert.notEqual(division, null);
    parts.push(lines(await read(inPieces(division!), input, options)));
  }
  return { whole: lines(await read(csv, input, options)), parts };
}

test('a row far behind shows the order of day and month to all pieces', async () => {
  const rows = ROWS.map((_, i) => `0${1 + (i % 9)}/02/2030 10:00:05,0701740610,0701740611,5,busy`);
  const options = { template: 'calls/generic', zone: 'UTC' };
  const open = await both([HEADER, ...rows, ''].join('\n'), [100], options);
  assert.deepEqual(open.parts[0], open.whole);
  const deciding = rows[0]!.replace('01/02', '13/02');
  const shown = await both([HEADER, ...rows, deciding, ''].join('\n'), [100], options);
  assert.deepEqual(shown.parts[0], shown.whole);
  assert.ok(shown.parts[0]![0]!.includes('2030-02-01T10:00:05Z'));
});

test('long pieces with many numbers, some of them long, give what the whole gives', async () => {
  const number = (n: number): string =>
    n % 9 === 0 ? `+1 (415) 555-${String(n % 10_000).padStart(4, '0')} ext 7` : `0${n}`;
  const rows = Array.from({ length: 40_000 }, (_, i) => {
    const minute = String(i % 60).padStart(2, '0');
    const day = String(1 + (i % 28)).padStart(2, '0');
    const [a, b] = [(i * 7919) % 5003, (i * 104_729) % 3001];
    return `2030-03-${day} 02:${minute},${number(a)},+4670${1_000_000 + b},${i % 17 === 0 ? '00:05:30' : i % 4000},odd ${i % 3}`;
  });
  const text = [HEADER, ...rows, rows[3]!, rows[39_000]!, ''].join('\r\n');
  const options = { template: 'calls/generic', zone: 'Europe/Stockholm' };
  const { whole, parts } = await both(text, [text.length, 200_000], options);
  assert.deepEqual(parts[0], whole);
  assert.deepEqual(parts[1], whole);
});

test('what is doubtful of every row is told about a thousand times, in however many pieces', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => `2030-05-06 10:00:${10 + (i % 50)},0701740610,07017406${i},${i}`);
  const text = ['Start,Caller,Callee,Duration', ...rows, ''].join('\n');
  const { parts } = await both(text, [2000], { template: 'calls/generic', zone: 'UTC' });
  const told = parts[0]!.filter((line) => line.includes('duration-unit-unknown'));
  assert.ok(told.length > 900 && told.length < 1100, `told ${told.length} times`);
});
