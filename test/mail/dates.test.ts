/** Dates of mail headers: what they mean, how exactly, and when they mean nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { eml } from '../../src/formats/eml.ts';
import { message, read } from './told.ts';

/** Written, earliest instant, minutes east of UTC. */
const READ: readonly (readonly [date: string, instant: string, offset: number | null])[] = [
  ['Thu, 3 Jan 2030 10:11:12 +0100', '2030-01-03T09:11:12Z', 60],
  ['3 Jan 2030 10:11:12 -0730', '2030-01-03T17:41:12Z', -450],
  ['Thu, 03 Jan 2030 10:11:12 -0800 (PST)', '2030-01-03T18:11:12Z', -480],
  ['thu, 3 jan 2030 10:11:12 gmt', '2030-01-03T10:11:12Z', 0],
  ['Thu, 3 Jan 2030 10:11:12 EST', '2030-01-03T15:11:12Z', -300],
  ['Thu, 3 Jan 2030 10:11:12 Z', '2030-01-03T10:11:12Z', 0],
  ['Thu, 3 Jan 2030 10:11:12 UT', '2030-01-03T10:11:12Z', 0],
  ['Thu, 3 Jan 2030 10:11:12 CEST', '2030-01-03T08:11:12Z', 120],
  ['Thu, 3 Jan 2030 10:11:12 Pacific Standard Time', '2030-01-03T18:11:12Z', -480],
  ['Thu, 3 Jan 2030 10:11:12 GMT+0200', '2030-01-03T08:11:12Z', 120],
  ['Thu, 3 Jan 2030 10:11:12 +02:00', '2030-01-03T08:11:12Z', 120],
  ['Thu, 3 Jan 2030 10:11:12 +1400', '2030-01-02T20:11:12Z', 840],
  ['Thu, 3 Jan 2030 10:11:12 (GMT)', '2030-01-03T10:11:12Z', 0],
  ['Thu,\r\n 3 Jan\r\n 2030 10:11:12 (a (nested) comment) +0000', '2030-01-03T10:11:12Z', 0],
  ['Thu Jan  3 10:11:12 2030 +0100', '2030-01-03T09:11:12Z', 60],
  ['Thu Jan  3 10:11:12 MET 2030', '2030-01-03T09:11:12Z', 60],
  ['3-Jan-2030 10:11:12 +0000', '2030-01-03T10:11:12Z', 0],
  ['3-Jan-30 10:11:12 +0000', '2030-01-03T10:11:12Z', 0],
  ['Thu, 3 Jan 30 10:11:12 +0000', '2030-01-03T10:11:12Z', 0],
  ['Fri, 31 Dec 99 23:59:59 +0000', '1999-12-31T23:59:59Z', 0],
  ['Fri, 1 Feb 102 10:00:00 +0000', '2002-02-01T10:00:00Z', 0],
  ['2030-01-03 10:11:12 +0100', '2030-01-03T09:11:12Z', 60],
  ['2030/01/03 Thu 10:11:12 CDT', '2030-01-03T15:11:12Z', -300],
  ['2030-01-03T10:11:12Z', '2030-01-03T10:11:12Z', 0],
  ['Thursday, January 3, 2030 1:11:12 PM +0000', '2030-01-03T13:11:12Z', 0],
  ['Do, 3 Jan 2030 10:11:12 +0100', '2030-01-03T09:11:12Z', 60],
  ['Thu, 29 Feb 2028 10:11:60 +0000', '2028-02-29T10:12:00Z', 0],
  // The instant is known, the sender's zone is not (RFC 5322, 3.3).
  ['Thu, 3 Jan 2030 10:11:12 -0000', '2030-01-03T10:11:12Z', null],
];

for (const [date, instant, offset] of READ) {
  test(`date ${JSON.stringify(date)}`, async () => {
    const record = await message([`Date: ${date}`]);
    assert.equal(record.earliest, new Date(instant).getTime() / 1000);
    assert.equal(record.latest, record.earliest);
    assert.equal(record.zoneOffset, offset);
    assert.equal(record.precision, 'second');
    assert.equal(record.zone, 'written');
    assert.equal(record.plausibility, 'plausible');
  });
}

const NONE = [
  'yesterday',
  '',
  'Thu, 31 Feb 2030 10:11:12 +0000',
  'Thu, 3 Jan 2030 25:11:12 +0000',
  'Thu, 3 Jan 2030',
  '1/2/2030 10:11:12 +0000',
  'Thu, 3 Foo 2030 10:11:12 +0000',
  '10:11:12 +0000',
  'Sent: the third',
];

for (const date of NONE) {
  test(`no date: ${JSON.stringify(date)}`, async () => {
    const { records, problems } = await read(eml, `From: a@b.example\nTo: c@d.example\nDate: ${date}\n\nx`);
    assert.equal(records[0]!.earliest, null);
    assert.equal(records[0]!.latest, null);
    assert.equal(records[0]!.plausibility, 'unknown');
    assert.deepEqual(
      problems.map(({ code, severity, offset }) => [code, severity, offset]),
      [['date-unreadable', 'doubtful', 39]],
    );
  });
}

test('a date without a zone is 26 hours wide, or in the zone of its source', async () => {
  const unknown = await message(['Date: Thu, 3 Jan 2030 10:11:12']);
  const at = Date.UTC(2030, 0, 3, 10, 11, 12) / 1000;
  assert.deepEqual([unknown.earliest, unknown.latest], [at - 14 * 3600, at + 12 * 3600]);
  assert.deepEqual([unknown.zoneOffset, unknown.zone, unknown.precision], [null, 'unknown', 'second']);
  const known = await message(['Date: Thu, 3 Jan 2030 10:11:12'], '', { zone: 'Europe/Stockholm' });
  assert.deepEqual([known.earliest, known.latest, known.zoneOffset, known.zone], [at - 3600, at - 3600, 60, 'source']);
  // The hour that comes twice when clocks are set back.
  const twice = await message(['Date: Sun, 27 Oct 2030 02:30:00'], '', { zone: 'Europe/Stockholm' });
  assert.equal(twice.latest! - twice.earliest!, 3600);
});

test('a zone that is written and means nothing is a note, and no reason to take that of the source', async () => {
  for (const zone of ['XYZ', 'IST', 'BST', 'K', '-1900', '+-0500', '+9999', '0200']) {
    const text = `From: a@b.example\nTo: c@d.example\nDate: Thu, 3 Jan 2030 10:11:12 ${zone}\n\nx`;
    const { records, problems } = await read(eml, text, { zone: 'Europe/Stockholm' });
    assert.equal(records[0]!.latest! - records[0]!.earliest!, 26 * 3600, zone);
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [['zone-unreadable', 'note']],
      zone,
    );
  }
});

test('a date without seconds is a minute wide', async () => {
  const record = await message(['Date: Thu, 3 Jan 2030 10:11 +0000']);
  assert.equal(record.latest! - record.earliest!, 59);
  assert.equal(record.precision, 'minute');
});

test('a date before there was mail is the fault of a clock', async () => {
  assert.equal((await message(['Date: Tue, 1 Jan 1980 00:00:00 +0000'])).plausibility, 'wrong-clock');
  assert.equal((await message(['Date: Tue, 1 Jan 1980 00:00:00'])).plausibility, 'wrong-clock');
  assert.equal((await message(['Date: Sat, 14 Aug 1982 00:00:00 +0000'])).plausibility, 'plausible');
});

test('an absent date is a problem; the times of transport are no substitute', async () => {
  const text = [
    'From a@b.example Thu Jan  3 10:11:12 2030',
    'Received: from x by y; Thu, 3 Jan 2030 10:11:12 +0000',
    'From: a@b.example',
    'To: c@d.example',
    '',
    'x',
  ].join('\n');
  const { records, problems } = await read(eml, text);
  assert.equal(records[0]!.earliest, null);
  assert.deepEqual(
    problems.map(({ code, severity }) => [code, severity]),
    [['date-absent', 'doubtful']],
  );
});

test('of several dates the first is taken, and it is said', async () => {
  const text =
    'From: a@b.example\nTo: c@d.example\nDate: Thu, 3 Jan 2030 10:11:12 +0000\nDate: Fri, 4 Jan 2030 10:11:12 +0000\n\nx';
  const { records, problems } = await read(eml, text);
  assert.equal(records[0]!.earliest, Date.UTC(2030, 0, 3, 10, 11, 12) / 1000);
  assert.deepEqual(
    problems.map(({ code, severity }) => [code, severity]),
    [['header-repeated', 'note']],
  );
});

test('what is written is read back', async () => {
  const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 400_000_000, max: 4_000_000_000 }),
      fc.integer({ min: -720, max: 840 }),
      async (at, zone) => {
        const d = new Date((at + zone * 60) * 1000);
        const two = (n: number): string => String(n).padStart(2, '0');
        const clock = `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}:${two(d.getUTCSeconds())}`;
        const size = Math.abs(zone);
        // "-0000" says that the zone is unknown, so nobody in UTC writes it.
        const offset = `${zone < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
        const date = `${days[d.getUTCDay()]}, ${d.getUTCDate()} ${months[d.getUTCMonth()]} ${d.getUTCFullYear()} ${clock} ${offset}`;
        const record = await message([`Date: ${date}`]);
        assert.deepEqual([record.earliest, record.latest, record.zoneOffset], [at, at, zone], date);
      },
    ),
    { numRuns: 300 },
  );
});
