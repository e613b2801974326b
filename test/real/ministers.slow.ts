/** Registers of several offices against each other: golden figures. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { absent, type RealCase, realCase, sorted, tally } from './case-copy.ts';

const SET = 'uk-ministers-2010-12';
const skip = absent(SET);
let made: RealCase | null = null;
const built = (): RealCase => {
  made ??= build();
  return made;
};
after(() => made?.remove());

function build(): RealCase {
  const fill = sorted({
    'prime-minister': /^pm.*meetings.*\.csv$/,
    'deputy-prime-minister': /^dpm.*meetings.*\.csv$/,
    'cabinet-office': /^co.*meetings.*\.csv$/,
    'business-managers': /^(bm|leaders).*meetings.*\.csv$/,
  });
  const opened = realCase(SET, SET, fill);
  opened.run('build');
  return opened;
}

test('what another office declared too, and what it did not', { skip }, () => {
  const meetings = built().rows('export', 'jsonl');
  assert.equal(meetings.length, 247);
  assert.deepEqual(tally(meetings, 'state'), { consistent: 44, contested: 21, undisclosed: 170, undetermined: 12 });
});

test('a month without a year stays without a time, and can be no certain gap', { skip }, () => {
  const undated = built()
    .rows('export', 'jsonl')
    .filter((row) => row.time === null);
  assert.deepEqual(tally(undated, 'state'), { consistent: 23, undetermined: 12 });
});

test('entries of the other offices: nil returns are none of the three', { skip }, () => {
  const told = built().rows('disclosures', '--format', 'jsonl');
  assert.equal(told.length, 1466);
  assert.deepEqual(tally(told, 'state'), { recorded: 185, unrecorded: 982, untestable: 299 });
});

test('all rows are accounted for', { skip }, () => {
  const sources = built().rows('build', '--format', 'jsonl');
  assert.deepEqual(
    sources.map((s) => [s.source, s.files, s.read, s.failed]),
    [
      ['sources/prime-minister', 10, 247, 0],
      ['sources/deputy-prime-minister', 11, 133, 0],
      ['sources/cabinet-office', 11, 1230, 0],
      ['sources/business-managers', 10, 103, 0],
    ],
  );
});
