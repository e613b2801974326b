/** truth.yaml against the sources, read by small readers that share no code with the generator or the program. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contacts, type Found, fitting, uncovered } from './independent/count.ts';
import { TRUTH } from './independent/folder.ts';

const { headline } = TRUTH;
const { from, to } = headline['run-up'];
const all = contacts();
const sure = (list: readonly Found[]): Found[] => list.filter((c) => c.certain);
const runUp = all.filter((c) => c.day >= from && c.day <= to);
const open = (list: readonly Found[]): Found[] => list.filter((c) => fitting(c).length === 0);

test('calls and mails of the run-up', () => {
  assert.deepEqual({ min: sure(runUp).length, truth: runUp.length }, headline['run-up-contacts']);
});

test('calls and mails of the run-up that no entry fits', () => {
  const found = open(runUp);
  assert.deepEqual({ min: sure(found).length, truth: found.length }, headline['run-up-undisclosed']);
  assert.ok(sure(found).length >= 18);
});

test('the same by counterpart', () => {
  const found = open(runUp);
  const parties = [...new Set(found.flatMap((c) => c.others))].sort();
  const of = (party: string): Found[] => found.filter((c) => c.others.includes(party));
  const counted = Object.fromEntries(parties.map((p) => [p, { min: sure(of(p)).length, truth: of(p).length }]));
  assert.deepEqual(counted, headline['run-up-undisclosed-by-party']);
  assert.equal(counted['contractor-director']?.min, 6);
});

test('mails of the run-up through the private account', () => {
  const found = sure(runUp).filter((c) => c.addresses.some((a) => a === 's.kajsund@brevlada.example'));
  assert.equal(found.length, headline['run-up-private-account'].min);
});

test('calls and mails of the year, and after the vote', () => {
  assert.deepEqual({ min: sure(all).length, truth: all.length }, headline['year-contacts']);
  const after = all.filter((c) => c.day > to);
  assert.deepEqual({ min: sure(after).length, truth: after.length }, headline['after-vote-contacts']);
});

test('what no entry covers in the year, with one of the two contested calls', () => {
  assert.deepEqual({ min: uncovered(sure(all)), truth: uncovered(all) }, headline['year-undisclosed']);
});

test('every counted event of the truth is found, and nothing else', () => {
  const events = TRUTH.events.filter((e) => e.counts && (e.channel === 'mail' || e.channel === 'call'));
  const told = events.map((e) => `${e.channel} ${e.at.slice(0, 10)} ${e.at.slice(11, 16)}`).sort();
  const minute = (c: Found): string =>
    new Date(c.at * 1000).toLocaleTimeString('sv-SE', {
      timeZone: c.quotedOnly ? 'UTC' : 'Europe/Stockholm',
      hour: '2-digit',
      minute: '2-digit',
    });
  assert.deepEqual(all.map((c) => `${c.channel} ${c.day} ${minute(c)}`).sort(), told);
});
