/** A mailbox read in pieces gives what it gives as a whole; every byte is accounted for; damage is no exception. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { divisionOf, rangesOf, readRange } from '../../src/formats/mail/ranges.ts';
import { anyMailbox, soundMailbox } from './mailboxes-made.ts';
import { inputOf, OPTIONS, readMbox, remembering, type Told, unaccounted } from './told.ts';

/** Smallest room in which a separator can be told from prose, with some messages around it. */
const SMALL = 8192;

async function inPieces(bytes: Buffer, cuts: readonly number[], held = SMALL): Promise<Told> {
  const { sink, told } = remembering();
  const input = inputOf(bytes);
  const division = divisionOf(input);
  for (let i = 1; i < cuts.length; i++) {
    const piece = remembering();
    await readRange(input, cuts[i - 1]!, cuts[i]!, piece.sink, OPTIONS, division, held);
    told.records.push(...piece.told.records);
    told.problems.push(...piece.told.problems);
    for (const [rule, { items, bytes: length }] of piece.told.skips) sink.skip(rule, items, length);
  }
  return told;
}

function cutsFrom(size: number, fractions: readonly number[]): number[] {
  if (size === 0) return [0, 0];
  return [0, ...fractions.map((f) => Math.floor(f * size)).sort((a, b) => a - b), size];
}

const fractions = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 });

test('pieces give the whole: any bytes that look like a mailbox', async () => {
  await fc.assert(
    fc.asyncProperty(anyMailbox, fractions, async (bytes, cuts) => {
      if (divisionOf(inputOf(bytes)) === 'lengths') return;
      assert.deepEqual(await inPieces(bytes, cutsFrom(bytes.length, cuts)), await readMbox(bytes));
    }),
    { numRuns: 400 },
  );
});

test('pieces give the whole: cuts at every byte', async () => {
  const text = [
    'garbage\n\nFrom a@b.example Thu Jan  3 10:00:00 2030\nFrom: a@b.example\nTo: c@d.example\n\nhello\nFrom here on\n\n',
    'From here on it is prose\n\nFrom - Thu Jan  3 10:00:00 2030\r\nSubject: x\r\n\r\nyes\r\n\r\nFrom b@c.example\nTo: x@y.example\n\n\n',
    'From a@b.example Thu Jan  3 10:00:00 2030\nFrom c@d.example Thu Jan  3 10:00:00 2030\nDate: x\n\n\n\n',
  ].join('');
  const bytes = Buffer.from(text);
  const whole = await readMbox(bytes);
  assert.equal(whole.records.length, 4);
  assert.equal(unaccounted(whole, bytes.length), 0);
  for (let cut = 0; cut <= bytes.length; cut++) {
    assert.deepEqual(await inPieces(bytes, [0, cut, bytes.length]), whole, `cut at ${cut}`);
  }
});

test('a small window gives what a large one gives', async () => {
  const long = (letter: string, length: number): string => `${letter.repeat(70)}\n`.repeat(length / 70);
  const of = (n: number, body: string): string =>
    `From a@b.example Thu Jan  3 10:00:00 2030\nFrom: u${n}@b.example\nTo: c@d.example\nDate: Thu, 3 Jan 2030 10:00:00 +0000\n\n${body}\n`;
  const quoted = 'On 2 January 2030 at 10:00, Carl <carl@d.example> wrote:\n> yes\n';
  const lengths = [10, 900, 3000, 4000, 8000, 8200, 20_000, 50_000, 7, 16_384];
  const bytes = Buffer.from(lengths.map((n, i) => of(i, long('x', n) + quoted + long('From ', n))).join(''));
  const whole = await readMbox(bytes);
  assert.equal(whole.records.length, 2 * lengths.length);
  assert.deepEqual(await inPieces(bytes, [0, bytes.length]), whole);
  assert.deepEqual(await inPieces(bytes, cutsFrom(bytes.length, [0.1, 0.3, 0.5, 0.9])), whole);
});

test('every byte is accounted for', async () => {
  await fc.assert(
    fc.asyncProperty(anyMailbox, async (bytes) => {
      assert.equal(unaccounted(await readMbox(bytes), bytes.length), 0);
    }),
    { numRuns: 400 },
  );
});

test('bytes that were cut off or changed are no exception, and are accounted for', async () => {
  await fc.assert(
    fc.asyncProperty(
      soundMailbox,
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 8 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (sound, changes, end) => {
        const bytes = Buffer.from(sound.subarray(0, Math.ceil(end * sound.length)));
        for (const [place, value] of changes) bytes[Math.floor(place * (bytes.length - 1))] = value;
        assert.equal(unaccounted(await readMbox(bytes), bytes.length), 0);
      },
    ),
    { numRuns: 400 },
  );
});

test('a file is cut where it is asked to, one measured by lengths is not', () => {
  const plain = Buffer.from('From a@b.example Thu Jan  3 10:00:00 2030\nFrom: a@b.example\n\nx\n\n');
  assert.deepEqual(rangesOf(inputOf(plain), 4), [0, 16, 32, 48, plain.length]);
  assert.deepEqual(rangesOf(inputOf(plain), 1), [0, plain.length]);
  const measured = Buffer.from('From a@b.example Thu Jan  3 10:00:00 2030\nContent-Length: 2\n\nx\n\n');
  assert.deepEqual(rangesOf(inputOf(measured), 4), [0, measured.length]);
  assert.deepEqual(rangesOf(inputOf(Buffer.alloc(0)), 4), [0, 0]);
});
