/** Days, zones, countries, spans, phrases, suggestions: the words that case files are made of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findIana } from 'windows-iana';
import type * as z from 'zod';
import { kindOfAddress } from '../../src/case/files/schema/people.ts';
import { COUNTRIES } from '../../src/case/files/words/countries.ts';
import { country } from '../../src/case/files/words/country.ts';
import { dayFault, parseDay } from '../../src/case/files/words/day.ts';
import { type Names, NO_NAMES } from '../../src/case/files/words/names.ts';
import { nearest } from '../../src/case/files/words/nearest.ts';
import { parseDutyPhrase } from '../../src/case/files/words/phrase.ts';
import { within } from '../../src/case/files/words/within.ts';
import { zone } from '../../src/case/files/words/zone.ts';

/** What is advised about a text; null where it is right. */
function adviceOf(schema: z.ZodType<unknown>, written: string): string | null {
  const issue = schema.safeParse(written).error?.issues[0];
  return issue === undefined
    ? null
    : (issue as unknown as { readonly params: { readonly advice: string } }).params.advice;
}

test('days, months, years and instants', () => {
  assert.deepEqual(parseDay('2030-11-08'), {
    precision: 'day',
    first: '2030-11-08',
    last: '2030-11-08',
    instant: null,
  });
  assert.deepEqual(parseDay('2028-02'), { precision: 'month', first: '2028-02-01', last: '2028-02-29', instant: null });
  assert.deepEqual(parseDay('2030'), { precision: 'year', first: '2030-01-01', last: '2030-12-31', instant: null });
  const instant = (text: string): number | null | undefined => parseDay(text)?.instant;
  assert.equal(instant('1970-01-02T01:00+01:00'), 86400);
  assert.equal(instant('1970-01-01 00:00:30Z'), 30);
  assert.equal(instant('1970-01-01T00:00:30.999-0030'), 1830);
  assert.equal(parseDay('2030-01-01T00:30+02:00')?.first, '2030-01-01', 'the day is that of the text');
});

test('what is no day', () => {
  for (const wrong of [
    '2030-02-30',
    '2030-13',
    '2030-00-01',
    '30-01-01',
    '2030-1-1',
    '2030-01-01T10:00',
    '2030-01-01T25:00Z',
    '2030-01-01T10:00+25:00',
    '',
  ]) {
    assert.equal(parseDay(wrong), null, wrong);
  }
});

test('a day in another form is written out where it has one meaning', () => {
  const advice = (text: string): string => dayFault(text, 'FORM').advice;
  assert.equal(advice('8 November 2030'), 'write it as 2030-11-08');
  assert.equal(advice('Nov 8, 2030'), 'write it as 2030-11-08');
  assert.equal(advice('2030/1/5'), 'write it as 2030-01-05');
  assert.equal(advice('20301108'), 'write it as 2030-11-08');
  assert.equal(advice('31/12/2030'), 'write it as 2030-12-31');
  assert.equal(advice('01/02/2030'), 'write it as FORM', 'January or February: nobody knows');
  assert.equal(advice('203011'), 'write it as FORM');
  assert.match(advice('2030-02-30'), /28 days/);
});

test('countries are the 249 of ISO 3166-1', () => {
  assert.equal(COUNTRIES.size, 249);
  for (const [two, three] of COUNTRIES) assert.match(`${two} ${three}`, /^[A-Z]{2} [A-Z]{3}$/);
  assert.equal(new Set(COUNTRIES.values()).size, 249);
  const meant = (text: string): string | undefined => /here (..)$/.exec(adviceOf(country(), text) ?? '')?.[1];
  assert.equal(adviceOf(country(), 'SE'), null);
  assert.equal(adviceOf(country(), 'NO'), null);
  assert.deepEqual(['SWE', 'UK', 'se', 'Sweden', 'Swedn', 'USA'].map(meant), ['SE', 'GB', 'SE', 'SE', 'SE', 'US']);
  for (const wrong of ['EU', 'ZZ', 'XX', '']) assert.notEqual(adviceOf(country(), wrong), null, wrong);
});

test('zones are places or UTC', () => {
  for (const right of ['Europe/Stockholm', 'UTC', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata', 'Etc/GMT-2']) {
    assert.equal(adviceOf(zone(), right), null, right);
  }
  const advice = (text: string): string => adviceOf(zone(), text) ?? '';
  assert.match(advice('W. Europe Standard Time'), new RegExp(findIana('W. Europe Standard Time')[0]!));
  assert.equal(advice('europe/stockholm'), 'write Europe/Stockholm');
  assert.equal(advice('Stockholm'), 'write Europe/Stockholm');
  assert.equal(advice('New York'), 'write America/New_York');
  assert.equal(advice('Europe/Stokholm'), 'write Europe/Stockholm');
  assert.match(advice('+02:00'), /Etc\/GMT-2/);
  assert.match(advice('UTC-5'), /Etc\/GMT\+5/);
  for (const wrong of ['CET', 'EST', 'GMT', 'Mars/Base', 'local', ''])
    assert.notEqual(adviceOf(zone(), wrong), null, wrong);
});

test('the nearest word', () => {
  assert.equal(nearest('titel', ['title', 'zone']), 'title');
  assert.equal(nearest('toldBy', ['told-by', 'told']), 'told-by');
  assert.equal(nearest('zzz', ['title', 'zone']), null);
  assert.equal(nearest('bat', ['cat', 'bar']), 'bar', 'ties go to the first in code-unit order');
  assert.equal(nearest('bat', ['bar', 'cat']), 'bar');
});

test('spans of days', () => {
  const days = (text: string): number | undefined => within().safeParse(text).data;
  assert.deepEqual(['14 days', '1 day', '2 weeks', '14days'].map(days), [14, 1, 14, 14]);
  assert.match(adviceOf(within(), '14') ?? '', /14 days/);
  assert.match(adviceOf(within(), '2 months') ?? '', /differ in length/);
  for (const wrong of ['10 working days', '-1 days', '99999 weeks', ''])
    assert.notEqual(adviceOf(within(), wrong), null, wrong);
});

const names: Names = { ...NO_NAMES, groups: new Set(['contractor']), parties: new Set(['director', 'press-office']) };

test('the short form of a duty', () => {
  const of = (text: string): unknown => parseDutyPhrase(text, names);
  assert.deepEqual(of('meetings and calls with "@contractor"'), { kinds: ['meeting', 'call'], with: ['@contractor'] });
  assert.deepEqual(of('calls, e-mails, or text messages with @contractor, director and press-office'), {
    kinds: ['call', 'mail', 'text'],
    with: ['@contractor', 'director', 'press-office'],
  });
  assert.deepEqual(of('all contacts with anybody'), { kinds: 'any', with: null });
  assert.deepEqual(of('phone calls'), { kinds: ['call'], with: null });
  assert.deepEqual(of('Meetings'), { kinds: ['meeting'], with: null });
  for (const wrong of [
    '',
    'with @contractor',
    'lunches',
    'calls with @contractors',
    'calls with',
    'calls to director',
  ]) {
    assert.ok('message' in parseDutyPhrase(wrong, names), wrong);
  }
});

test('kinds of address by their look', () => {
  const kinds = [
    'a@b.example',
    '+46 70 123 45 67',
    '070-1234567',
    '/o=Harbour/cn=chief',
    'CN=Chief, O=Harbour',
    'A. Director',
    'director',
    '12',
  ];
  assert.deepEqual(kinds.map(kindOfAddress), ['mail', 'phone', 'phone', 'x500', 'x500', 'name', null, null]);
});
