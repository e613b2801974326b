/** A table that is read in pieces gives what it gives when it is read whole. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { memoryInput } from '../../src/bytes/input.ts';
import { csv } from '../../src/formats/csv.ts';
import { read, unaccounted } from '../table/told.ts';
import { divided, inPieces, lines } from './in-pieces.ts';
import { madeTable } from './made-tables.ts';

const zone = fc.constantFrom(null, 'UTC', 'Europe/Stockholm', 'America/New_York', 'Africa/Casablanca');

test('records, problems and skips of the pieces are those of the whole', async () => {
  let pieces = 0;
  await fc.assert(
    fc.asyncProperty(madeTable, zone, fc.integer({ min: 20, max: 200 }), async ({ template, bytes }, where, length) => {
      const input = memoryInput('calls.csv', bytes);
      const options = { template, zone: where };
      const division = divided(input, length, options);
      if (division === null) return;
      pieces += division.cuts.length - 1;
      assert.equal(division.cuts[0], 0);
      assert.equal(division.cuts.at(-1), bytes.length);
      const whole = await read(csv, input, options);
      const parts = await read(inPieces(division), input, options);
      assert.deepEqual(lines(parts), lines(whole));
      assert.equal(unaccounted(parts, bytes.length), 0);
    }),
    { numRuns: Number(process.env.RUNS ?? 200) },
  );
  assert.ok(pieces > 200, `only ${pieces} pieces were read`);
});
