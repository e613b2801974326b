/** What passages of prose become: records, contacts and links, and what they count for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHANNELS, DIRECTNESS } from '../../src/model/definition.ts';
import { PRECISIONS } from '../../src/model/time.ts';
import { type ToldCase, toldCase } from './told-case.ts';

const at = (text: string): number => Date.parse(text) / 1000;

async function links(told: ToldCase): Promise<string[]> {
  const rows = await told.ledger.rows<{
    from: string;
    to: string;
    directness: number;
    answered: boolean;
    channel: number;
    grade: number;
  }>({
    name: 'test-links',
    sql: `select f.key as "from", t.key as "to", directness, answered, channel, grade from link l
      join party f on f.party_no = l.from_party join party t on t.party_no = l.to_party order by contact_no, 1, 2`,
  });
  return rows.map(
    (row) =>
      `${row.from} → ${row.to} ${CHANNELS[row.channel]} ${DIRECTNESS[row.directness]}${row.answered ? '' : ' unanswered'}${row.grade === 0 ? '' : ' uncertain'}`,
  );
}

test('sides, channels and who began it', async () => {
  const told = await toldCase(`reports:
  - { told-by: auditor, between: [ada, xi], on: 2030-05-03, channel: call, begun-by: xi }
  - { told-by: auditor, between: [[ada, bo], [xi, yo]], on: 2030-05-04, channel: meeting }
  - { told-by: auditor, between: [ada, xi], on: 2030-05-05, channels: [call, mail] }
  - { told-by: auditor, between: [ada, xi], on: 2030-05-06 }
  - { told-by: auditor, between: [ada, xi], on: 2030-05-07, channel: call, attempted: true }
  - { told-by: auditor, between: [ada, "@firm"], on: 2030-05-08, channel: mail }
  - { told-by: auditor, between: [ada, firm-ltd], on: 2030-05-09, channel: mail }
`);
  assert.deepEqual(await links(told), [
    'xi → ada call direct',
    'ada → xi meeting attended',
    'ada → yo meeting attended',
    'bo → xi meeting attended',
    'bo → yo meeting attended',
    'ada → xi report direct',
    'ada → xi report direct',
    'ada → xi call attempted unanswered',
    'ada → party @firm mail direct',
    'ada → firm-ltd mail direct',
  ]);
  // All but the attempt, and the mail to an organisation that is in no group.
  assert.deepEqual(await told.count('any-report'), { min: 5, max: 5 });
  assert.deepEqual(await told.count('any-report', { between: 'ada', and: 'xi' }), { min: 4, max: 4 });
  assert.deepEqual(await told.count('record'), { min: 0, max: 0 });
  await told.close();
});

test('an unnamed member of a group belongs to the groups that list it, and is nobody for certain', async () => {
  const told = await toldCase(`reports:
  - { told-by: auditor, between: [ada, "@couriers"], on: 2030-05-08 }
`);
  assert.deepEqual(await told.count('any-report'), { min: 1, max: 1 });
  assert.deepEqual(await told.count('any-report', { and: '@couriers' }), { min: 1, max: 1 });
  assert.deepEqual(await told.count('any-report', { and: 'zed' }), { min: 0, max: 0 });
  await told.close();
});

test('times are days of the case, and what is not told stays open', async () => {
  const told = await toldCase(`reports:
  - { told-by: auditor, between: [ada, xi], on: 2030-05-03 }
  - { told-by: auditor, between: [ada, xi], on: 2030-05 }
  - { told-by: auditor, between: [ada, xi], from: 2030-05-03, to: 2030-06-04 }
  - { told-by: auditor, between: [ada, xi], on: 2030-05-03T10:00+01:00 }
  - { told-by: auditor, between: [ada, xi], to: 2030-05-03 }
  - { told-by: auditor, between: [ada, xi], from: 2030-05-03 }
  - { told-by: auditor, between: [ada, xi] }
`);
  const rows = await told.ledger.rows<{ earliest: number | null; latest: number | null; precision: number }>({
    name: 'test-times',
    sql: 'select earliest, latest, "precision" from contact order by contact_no',
  });
  assert.deepEqual(
    rows.map(({ earliest, latest, precision }) => [earliest, latest, PRECISIONS[precision]]),
    [
      [at('2030-05-03T00:00+02:00'), at('2030-05-04T00:00+02:00') - 1, 'day'],
      [at('2030-05-01T00:00+02:00'), at('2030-06-01T00:00+02:00') - 1, 'month'],
      [at('2030-05-03T00:00+02:00'), at('2030-06-05T00:00+02:00') - 1, 'range'],
      [at('2030-05-03T10:00+01:00'), at('2030-05-03T10:00+01:00'), 'minute'],
      [null, at('2030-05-04T00:00+02:00') - 1, 'range'],
      [at('2030-05-03T00:00+02:00'), at('2031-03-02T00:00+01:00') - 1, 'range'],
      [null, null, 'unknown'],
    ],
  );
  const may = { from: at('2030-05-01T00:00+02:00'), to: at('2030-06-01T00:00+02:00') - 1 };
  // All that lie inside May for certain may be the one on the third.
  assert.deepEqual(await told.count('any-report', may), { min: 1, max: 7 });
  await told.close();
});

test('the floor asks who tells it, or on whom the teller rests', async () => {
  const told = await toldCase(`reports:
  - { told-by: auditor, between: [ada, xi], on: 2030-05-03 }
  - { told-by: bulletin, between: [ada, xi], on: 2030-05-04 }
  - { told-by: second-paper, between: [ada, xi], on: 2030-05-05 }
  - { told-by: bulletin, relies-on: [officials], between: [ada, xi], on: 2030-05-06 }
  - { told-by: bo, between: [ada, xi], on: 2030-05-07 }
`);
  assert.deepEqual(await told.count('official-report'), { min: 2, max: 2 });
  assert.deepEqual(await told.count('any-report'), { min: 5, max: 5 });
  await told.close();
});

test('two passages may tell of one contact, unless one teller tells them apart', async () => {
  const two = (more: string): string => `reports:
  - { told-by: auditor, between: [ada, xi], on: 2030-05-03, channel: call${more} }
  - { told-by: auditor, between: [ada, xi], on: 2030-05-03, channel: call${more} }
  - { told-by: bulletin, between: [ada, "@firm"], during: 2030-05 }
  - { told-by: bulletin, between: [ada, yo], on: 2030-05-03, channel: mail }
`;
  const together = await toldCase(two(''));
  assert.deepEqual(await together.count('any-report'), { min: 2, max: 4 });
  await together.close();
  const apart = await toldCase(two(', apart: true, where: { source: paper.txt }'), { 'paper.txt': 'two calls' });
  assert.deepEqual(await apart.count('any-report'), { min: 3, max: 4 });
  await apart.close();
});

test('what fits very many contacts may count, never for certain, and is held against none of them', async () => {
  const days = Array.from({ length: 201 }, (_, i) => new Date(Date.UTC(2030, 0, 1 + i)).toISOString().slice(0, 10));
  const told = await toldCase(`reports:
${days.map((day) => `  - { told-by: auditor, between: [ada, xi], on: ${day}, channel: call }`).join('\n')}
  - { told-by: auditor, between: [ada, xi], during: 2030 }
`);
  assert.deepEqual(await told.count('any-report'), { min: 201, max: 202 });
  const [edges] = await told.ledger.rows<{ edges: number }>({
    name: 'test-edges',
    sql: 'select count(*) as edges from may_be_same',
  });
  assert.equal(edges!.edges, 0);
  await told.close();
});

test('circles and passages that are not there are problems at the entry', async () => {
  const told = await toldCase(
    `reports:
  - { told-by: auditor, between: [ada, xi], on: 2030-05-03, where: { source: paper.txt, quote-at: [5, 500] } }
  - { told-by: auditor, between: [ada, xi], on: 2030-05-03, where: { source: gone.txt, quote-at: [5, 5] } }
  - { told-by: auditor, between: [ada, yo], on: 2030-05-03, where: { source: gone.txt, page: 3 } }
`,
    { 'paper.txt': 'two calls' },
  );
  assert.deepEqual(
    told.problems.map(({ code, message }) => [code, message]),
    [
      ['source-missing', 'gone.txt: the file cannot be opened; 2 passages are cited from it'],
      ['outside-file', 'paper.txt has 9 bytes: none from 5 to 504'],
      ['circular-reliance', 'echo-a, echo-b rely on each other alone: they are no origin of anything'],
    ],
  );
  await told.close();
});

test('a way that is not told may be any way that is asked for', async () => {
  const told = await toldCase(`reports:
  - { told-by: auditor, between: [ada, xi], on: 2030-05-03, channel: call }
  - { told-by: auditor, between: [ada, xi], on: 2030-05-05 }
  - { told-by: auditor, between: [ada, xi], on: 2030-05-07, channels: [call, mail] }
`);
  assert.deepEqual(await told.count('any-report', { channels: ['call'] }), { min: 1, max: 3 });
  assert.deepEqual(await told.count('any-report', { channels: ['visit'] }), { min: 0, max: 2 });
  assert.deepEqual(await told.count('record', { channels: ['call'] }), { min: 0, max: 0 });
  await told.close();
});
