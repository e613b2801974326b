/** The first law: records, failures and skips together are everything that is in the sources. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import writeXlsxFile from 'write-excel-file/node';
import { buildCase } from '../../src/case/build.ts';
import { openCase } from '../../src/case/open.ts';
import { FORMATS } from '../../src/formats/list.ts';
import { caseOf, type MadeSource } from '../bad-input/case-of.ts';
import { box, calendar, call, event, mail, TABLE } from '../bad-input/damaged.ts';
import { zip } from '../bytes/making.ts';
import { type Covered, coveredBytes } from './covered.ts';
import { demoCopy } from './hashes.ts';

async function coveredOf(folder: string): Promise<Covered[]> {
  await buildCase(folder);
  const opened = await openCase(folder);
  try {
    return await coveredBytes(opened.ledger);
  } finally {
    await opened.close();
  }
}

function assertCovered(covered: readonly Covered[]): void {
  const wrong = covered.filter(({ left, twice }) => left !== 0 || twice !== 0);
  assert.deepEqual(wrong, []);
}

test('the demo case', async () => {
  const demo = demoCopy();
  const covered = await coveredOf(demo.folder);
  assert.ok(covered.length >= 7);
  assertCovered(covered);
  demo.remove();
});

/** Sound files of each format that is text. */
const SOUND: readonly (readonly [path: string, text: string, says?: readonly string[]])[] = [
  [
    'a.mbox',
    box(
      mail('one'),
      mail('two', '-----Original Message-----\nFrom: x\nSent: 1 March 2030 10:00\nTo: y\nSubject: z\n\nw'),
      mail('three'),
    ),
  ],
  ['a.eml', mail('one')],
  ['a.csv', `${TABLE}${[1, 2, 3, 4, 5].map(call).join('')}`, ['template: calls/generic', 'region: SE', 'zone: UTC']],
  ['a.ics', calendar(event('a', 'RRULE:FREQ=DAILY;COUNT=3\r\n'), event('b'))],
];

/** A cut, a hole, noise, or something put in twice. */
const damage = fc.record({
  kind: fc.constantFrom('cut', 'hole', 'noise', 'twice', 'none'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
});

function damaged(text: string, { kind, at, bytes }: { kind: string; at: number; bytes: Uint8Array }): Buffer {
  const whole = Buffer.from(text);
  const place = Math.floor(at * whole.length);
  const [before, behind] = [whole.subarray(0, place), whole.subarray(place)];
  if (kind === 'cut') return before;
  if (kind === 'hole') return Buffer.concat([before, Buffer.alloc(bytes.length * 20), behind]);
  if (kind === 'noise') return Buffer.concat([before, bytes, behind]);
  return kind === 'twice' ? Buffer.concat([whole, behind]) : whole;
}

test('a sound file of every format', async () => {
  const row = (...cells: string[]): object[] => cells.map((value) => ({ value }));
  const data = [row('Start time', 'Caller', 'Callee'), row('2030-03-01 10:00', '+46701740605', '+46701740606')];
  const book = await writeXlsxFile([{ sheet: 'Calls', data }] as Parameters<typeof writeXlsxFile>[0]).toBuffer();
  const made = caseOf([
    ...SOUND.map(([path, bytes, says = []]) => ({ path, bytes, says })),
    { path: 'a.xlsx', bytes: book },
    { path: 'maildir', bytes: null },
  ]);
  made.write('sources/maildir/cur/1.a:2,S', mail('read'));
  const covered = await coveredOf(made.folder);
  assertCovered(covered);
  assert.deepEqual(covered.map(({ format }) => format).sort(), FORMATS.map(({ name }) => name).sort());
  made.remove();
});

test('files that are damaged anywhere, alone and in an archive', async () => {
  const many = fc.array(fc.tuple(fc.constantFrom(...SOUND), damage), { minLength: 24, maxLength: 24 });
  await fc.assert(
    fc.asyncProperty(many, async (list) => {
      const sources = list.map(([[path, text, says = []], how], i): MadeSource => {
        const bytes = damaged(text, how);
        const packed = i % 4 === 3;
        return {
          path: `${i}-${path}${packed ? '.zip' : ''}`,
          bytes: packed ? zip([{ name: path, data: bytes }]) : bytes,
          says,
        };
      });
      const made = caseOf(sources);
      try {
        assertCovered(await coveredOf(made.folder));
      } finally {
        made.remove();
      }
    }),
    { numRuns: 2 },
  );
});
