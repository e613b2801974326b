/** Sets of records as bits, and records by their numbers in the ledger and in the segments of the text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bitsOf, copyBits, countOf, hasBit } from '../../src/case/search/bits.ts';
import { Numbering } from '../../src/case/search/numbering.ts';
import type { TextSegment } from '../../src/case/text/index-file.ts';
import { NO_TEXT_TALLY } from '../../src/case/text/tally.ts';

const COUNT = 200;
const records = fc.uniqueArray(fc.nat(COUNT - 1));
const members = (bits: Uint8Array, count: number): number[] =>
  Array.from({ length: count }, (_, i) => i).filter((i) => hasBit(bits, i));

test('a set holds what was put into it', () => {
  fc.assert(
    fc.property(records, (set) => {
      assert.deepEqual(
        members(bitsOf(set, COUNT), COUNT),
        set.toSorted((a, b) => a - b),
      );
      assert.equal(countOf(bitsOf(set, COUNT)), set.length);
    }),
  );
});

test('a stretch is copied bit by bit, and nothing else is touched', () => {
  fc.assert(
    fc.property(records, records, fc.nat(99), fc.nat(99), fc.nat(100), (source, target, from, to, count) => {
      const copied = bitsOf(target, COUNT);
      copyBits(bitsOf(source, COUNT), from, count, copied, to);
      const wanted = new Set(target);
      for (const record of source) if (record >= from && record < from + count) wanted.add(record - from + to);
      assert.deepEqual(
        members(copied, COUNT),
        [...wanted].sort((a, b) => a - b),
      );
    }),
  );
});

/** Segments that share out the numbers of a ledger in pieces, dealt to them in turn. */
const segments = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 3 }))
  .map(([lengths, count]) => {
    let base = 0;
    const dealt: { base: number; count: number }[][] = Array.from({ length: count }, () => []);
    for (const [i, length] of lengths.entries()) {
      dealt[i % count]!.push({ base, count: length });
      base += length;
    }
    const made = dealt
      .filter((stretches) => stretches.length > 0)
      .map(
        (stretches, i): TextSegment => ({
          name: `s${i}`,
          entry: i,
          stretches: stretches.toReversed(),
          indexed: true,
          tally: NO_TEXT_TALLY,
        }),
      );
    return { made, total: base };
  });

test('a set of the ledger is that of its segments put together, and numbers lead back', () => {
  fc.assert(
    fc.property(segments, fc.array(fc.nat(239)), ({ made, total }, picked) => {
      const numbering = new Numbering('/nowhere', made);
      const bits = bitsOf(
        picked.filter((record) => record < total),
        total,
      );
      const apart = numbering.apart(bits);
      assert.deepEqual(numbering.together(apart, total), bits);
      const led = numbering.segments.flatMap(({ stretches }, i) => {
        const count = stretches.reduce((sum, stretch) => sum + stretch.count, 0);
        return members(apart[i]!, count).map((record) => numbering.ledgerNumber(i, record));
      });
      assert.deepEqual(
        led.sort((a, b) => a - b),
        members(bits, total),
      );
    }),
  );
});
