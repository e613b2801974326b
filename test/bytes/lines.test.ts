import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { headOf, type Input, memoryInput } from '../../src/bytes/input.ts';
import { type LineOptions, lines } from '../../src/bytes/lines.ts';
import { slowInput } from './making.ts';

/** Joins pieces to lines and checks on the way that every byte is covered once, in order. */
function joined(input: Input, options: LineOptions): string[] {
  const found: string[] = [];
  let at = options.from ?? 0;
  let open = false;
  let text = '';
  for (const line of lines(input, options)) {
    assert.equal(line.offset, at);
    assert.equal(line.first, !open);
    assert.ok(line.bytes.length <= (options.maxLength ?? 1 << 20));
    assert.ok(line.last || line.ending === 0);
    at += line.bytes.length + line.ending;
    text = (line.first ? '' : text) + line.bytes.toString('latin1');
    open = !line.last;
    if (line.last) found.push(text);
  }
  assert.equal(open, false);
  assert.equal(at, Math.max(options.from ?? 0, Math.min(options.to ?? input.size, input.size)));
  return found;
}

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n'), maxLength: 60 });

test('lines are those of a split, whatever the reads, the longest piece and the ends', () => {
  const options = { max: fc.integer({ min: 1, max: 20 }), most: fc.integer({ min: 1, max: 9 }), loneCr: fc.boolean() };
  fc.assert(
    fc.property(text, fc.record(options), (whole, { max, most, loneCr }) => {
      const wanted = whole.split(loneCr ? /\r\n|\r|\n/ : /\r\n|\n/);
      if (wanted.at(-1) === '') wanted.pop();
      assert.deepEqual(joined(slowInput(Buffer.from(whole), most), { maxLength: max, loneCr }), wanted);
    }),
    { numRuns: 2000 },
  );
});

test('a part of a file is cut by itself', () => {
  fc.assert(
    fc.property(text, fc.nat(70), fc.nat(70), (whole, from, to) => {
      const wanted = whole.slice(from, Math.max(from, to)).split(/\r\n|\n/);
      if (wanted.at(-1) === '') wanted.pop();
      assert.deepEqual(joined(memoryInput('', Buffer.from(whole)), { from: Math.min(from, whole.length), to }), wanted);
    }),
    { numRuns: 500 },
  );
});

test('a line of 200 MB comes in marked pieces and takes no more memory than a short one', () => {
  const size = 200_000_000;
  const input: Input = {
    name: 'endless',
    size,
    read: () => assert.fail('reads go into the buffer'),
    readInto(target, at, offset, length) {
      const count = Math.max(0, Math.min(length, target.length - at, size - offset));
      target.fill(0x78, at, at + count);
      assert.ok(target.length < 4_000_000);
      return count;
    },
    close() {},
  };
  let pieces = 0;
  let bytes = 0;
  for (const line of lines(input)) {
    assert.equal(line.first, pieces === 0);
    bytes += line.bytes.length;
    pieces++;
    assert.equal(line.last, bytes === size);
  }
  assert.equal(bytes, size);
  assert.equal(pieces, Math.ceil(size / (1 << 20)));
});

test('memory inputs read like files, and give copies', () => {
  const bytes = Buffer.from('abcdef');
  const input = memoryInput('m', bytes);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (offset, length) => {
      const wanted = bytes.subarray(offset, offset + length);
      assert.deepEqual(input.read(offset, length), Buffer.from(wanted));
      const target = Buffer.alloc(4);
      const got = input.readInto(target, 1, offset, length);
      assert.deepEqual(target.subarray(1, 1 + got), Buffer.from(wanted.subarray(0, 3)));
    }),
  );
  input.read(0, 1)[0] = 0;
  assert.equal(bytes.toString(), 'abcdef');
});

test('a head is the beginning and the length of the whole', () => {
  const head = headOf(memoryInput('n', Buffer.alloc(100_000, 'x')));
  assert.deepEqual([head.name, head.bytes.length, head.size], ['n', 65_536, 100_000]);
});
