/** Files of each format that is text, damaged anywhere, and the first law for them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildCase } from '../../src/case/build.ts';
import { openCase } from '../../src/case/open.ts';
import { caseOf, type MadeSource } from '../bad-input/case-of.ts';
import { box, calendar, call, event, mail, TABLE } from '../bad-input/texts.ts';
import { zip } from '../bytes/making.ts';
import { type Covered, coveredBytes } from './covered.ts';

/** Builds a case, and tells what its ledger covers. */
export async function coveredOf(folder: string): Promise<Covered[]> {
  await buildCase(folder);
  const opened = await openCase(folder);
  try {
    return await coveredBytes(opened.ledger);
  } finally {
    await opened.close();
  }
}

/** Nothing is left, nothing is told twice. */
export function assertCovered(covered: readonly Covered[]): void {
  const wrong = covered.filter(({ left, twice }) => left !== 0 || twice !== 0);
  assert.deepEqual(wrong, []);
}

/** Sound files of each format that is text. */
export const SOUND: readonly (readonly [path: string, text: string, says?: readonly string[]])[] = [
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

/** @param runs how many cases of 24 files are built */
export async function damagedAnywhere(runs: number): Promise<void> {
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
    { numRuns: runs },
  );
}
