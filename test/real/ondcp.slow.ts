/** The visitor log of an office against the calendars of two officials: golden figures. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { absent, linesOf, type RealCase, realCase, tally } from './case-copy.ts';

const SET = 'trump-agency-calendars-2017';
const OFFICE = 'Office of National Drug Control Policy';
const skip = absent(SET);
let made: RealCase | null = null;
const built = (): RealCase => {
  made ??= build();
  return made;
};
after(() => made?.remove());

function build(): RealCase {
  const fill = linesOf('logs-other-agencies.csv', {
    'visitor-log.csv': `Logfile,${OFFICE},`,
    'calendars.csv': `Calendar,${OFFICE},`,
  });
  const opened = realCase('ondcp-2017', SET, fill);
  opened.run('build');
  return opened;
}

test('nine visits stand in the calendars, and one of two rows of one visitor; of the others nothing can be said', {
  skip,
}, () => {
  const visits = built().rows('export', 'jsonl');
  assert.equal(visits.length, 309);
  assert.deepEqual(tally(visits, 'state'), { consistent: 9, undetermined: 300 });
});

test('seven entries of the calendars are met by the log, the others cannot be tested by it', { skip }, () => {
  assert.deepEqual(tally(built().rows('disclosures', '--format', 'jsonl'), 'state'), { recorded: 7, untestable: 514 });
});

test('nothing is held against anybody', { skip }, () => {
  assert.deepEqual(built().rows('findings', '--format', 'jsonl'), []);
});

test('a visit is cited to its bytes', { skip }, () => {
  const visit = built()
    .rows('export', 'jsonl')
    .find((row) => row.state === 'consistent');
  assert.match(built().run('cite', String(visit?.id)), /^Logfile,Office of National Drug Control Policy,2\/15\/17,/);
});
