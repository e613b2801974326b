/** What is read in pieces by several threads is what is read whole; what is written is read back from the ledger. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildCase } from '../../src/case/build.ts';
import { openCase } from '../../src/case/open.ts';
import { caseOf, type MadeSource } from '../bad-input/case-of.ts';
import { TABLE } from '../bad-input/texts.ts';
import { zip } from '../bytes/making.ts';
import { coveredBytes } from './covered.ts';

const PEOPLE = `(select string_agg(concat_ws(' ', p.role, a.kind, a.norm, a.raw, t.text, o.text), ' | '
    order by p.role, a.norm, a.raw, t.text) from participant p join address a using (address_no)
    left join text t on t.text_no = p.name_no left join text o on o.text_no = p.organisation_no
    where p.record_no = r.record_no)`;
const RECORDS = `select r.kind, r.byte_offset, r.byte_length, r.row_no, r.part, r.earliest, r.latest, r.offset_minutes,
  r.precision, r.zone, r.duration, r.flags, r.message_id, r.subject, r.extras, a.norm as a, b.norm as b, ${PEOPLE} as people
  from record r left join address a on a.address_no = r.a_no left join address b on b.address_no = r.b_no
  order by r.byte_offset, r.part`;
const PROBLEMS = 'select byte_offset, byte_length, row_no, severity, code, message from problem order by all';
const SKIPS = 'select rule, items, bytes from skip order by all';

interface Told {
  readonly records: readonly { readonly [column: string]: unknown }[];
  readonly problems: readonly unknown[];
  readonly skips: readonly unknown[];
}

/** Everything that a ledger tells of one source. */
async function toldOf(source: MadeSource): Promise<Told> {
  const made = caseOf([source]);
  try {
    await buildCase(made.folder, { threads: 3 });
    const opened = await openCase(made.folder);
    const rows = <T>(sql: string): Promise<T[]> => opened.ledger.rows<T>({ name: 'told', sql });
    const told = {
      records: await rows<{ [c: string]: unknown }>(RECORDS),
      problems: await rows(PROBLEMS),
      skips: await rows(SKIPS),
    };
    assert.deepEqual(
      (await coveredBytes(opened.ledger)).filter(({ left, twice }) => left !== 0 || twice !== 0),
      [],
    );
    await opened.close();
    return told;
  } finally {
    made.remove();
  }
}

/** Text that follows from a number. */
function prose(i: number): string {
  const lines = Array.from(
    { length: 150 + (i % 97) },
    (_, k) => `Line ${k} of ${i}: the quay, the tender, the weather.`,
  );
  const quoted = i % 5 === 0 ? '\nOn 1 March 2030, Bo Firm <bo@firm.example> wrote:\n> So it is.\n' : '';
  const trap = i % 7 === 0 ? '\nFrom here on it is all the same\n>From there too\n' : '';
  return `${lines.join('\n')}${quoted}${trap}`;
}

function message(i: number): string {
  const day = `Mar ${String(1 + (i % 28)).padStart(2)} 10:00:00 2030`;
  const date = `${1 + (i % 28)} Mar 2030 10:${String(i % 60).padStart(2, '0')}:00 +0100`;
  return `From a@b.example Fri ${day}\nFrom: Ada ${i % 11} <ada${i % 11}@harbour.example>\nTo: bo@firm.example\nSubject: letter ${i}\nDate: ${i % 31 === 0 ? 'never' : date}\nMessage-ID: <${i}@harbour.example>\n\n${prose(i)}\n\n`;
}

test('a mailbox of several pieces', async () => {
  const bytes = Array.from({ length: 4500 }, (_, i) => message(i)).join('');
  assert.ok(bytes.length > 33 * 1024 * 1024);
  const pieces = await toldOf({ path: 'box.mbox', bytes });
  const whole = await toldOf({ path: 'box.zip', bytes: zip([{ name: 'box.mbox', data: bytes, method: 0 }]) });
  assert.ok(pieces.records.length >= 4500);
  assert.deepEqual(pieces, whole);
});

/** Rows ten minutes apart, between a thousand pairs of numbers. */
function callAt(i: number): string {
  const [date, time] = new Date(Date.UTC(2029, 0, 1) + i * 600_000).toISOString().split('T') as [string, string];
  return `${i},${date} ${time.slice(0, 8)},+467017${40_000 + (i % 1000)},+467017${50_000 + (i % 997)},${i % 3600}`;
}

test('call records of several pieces', async () => {
  const remark = 'x'.repeat(500);
  const rows = Array.from({ length: 40_000 }, (_, i) => {
    if (i % 901 === 0) return `${i},soon,?,?,x\n`;
    // Some rows repeat one of the first piece.
    return `${callAt(i % 1000 === 500 ? 7 : i)},${remark}\n`;
  });
  const bytes = `${TABLE.replace('\n', ',Remark\n')}${rows.join('')}`;
  assert.ok(bytes.length > 20 * 1024 * 1024);
  const says = ['template: calls/generic', 'region: SE', 'zone: UTC'];
  const pieces = await toldOf({ path: 'calls.csv', bytes, says });
  const whole = await toldOf({ path: 'calls.zip', bytes: zip([{ name: 'calls.csv', data: bytes, method: 0 }]), says });
  assert.ok(pieces.records.length > 39_000);
  const text = (record: unknown): string =>
    Object.values(record as object)
      .map(String)
      .join();
  for (const [i, record] of pieces.records.entries()) assert.equal(text(record), text(whole.records[i]));
  assert.deepEqual({ ...pieces, records: 0 }, { ...whole, records: 0 });
});

const word = fc.stringMatching(/^[A-Za-zåäöéß]{2,9}$/);
const letter = fc.record({
  from: word,
  to: fc.uniqueArray(word, { minLength: 1, maxLength: 4, selector: (text) => text.toLowerCase() }),
  subject: fc.array(word, { minLength: 1, maxLength: 5 }),
  minute: fc.integer({ min: 0, max: 500_000 }),
});

const ascii = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
const encoded = (text: string): string => `=?utf-8?b?${Buffer.from(text).toString('base64')}?=`;
const START = Date.UTC(2029, 0, 1) / 60_000;

test('mail that is written is read back from the ledger', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(letter, { minLength: 1, maxLength: 40 }), async (letters) => {
      const text = letters.map(({ from, to, subject, minute }, i) => {
        const date = new Date((START + minute) * 60_000).toUTCString().replace('GMT', '+0000');
        const box = (name: string): string => `${encoded(name)} <${ascii(name)}.x@b.example>`;
        return `From x Fri Mar  1 10:00:00 2030\nFrom: ${box(from)}\nTo: ${to.map(box).join(',\n ')}\nDate: ${date}\nMessage-ID: <${i}@b.example>\nSubject: ${encoded(subject.join(' '))}\n\nx\n\n`;
      });
      const { records } = await toldOf({ path: 'box.mbox', bytes: text.join('') });
      assert.equal(records.length, letters.length);
      for (const [i, { from, to, subject, minute }] of letters.entries()) {
        const record = records[i]!;
        assert.equal(record.subject, subject.join(' '));
        assert.equal(record.earliest, (START + minute) * 60);
        for (const name of [from, ...to]) {
          assert.ok(
            String(record.people).includes(` ${ascii(name)}.x@b.example ${name.normalize('NFC')}`),
            String(record.people),
          );
        }
      }
    }),
    { numRuns: 2 },
  );
});
