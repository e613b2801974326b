/** Contacts in every format: cited, harmless, without what is protected, the same every time. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { readSheet } from 'read-excel-file/node';
import { aboutLines } from '../../src/interop/about.ts';
import { chronologyOf } from '../../src/interop/chronology.ts';
import { contactPages } from '../../src/interop/contact-pages.ts';
import { csvOf } from '../../src/interop/csv.ts';
import { jsonlOf } from '../../src/interop/jsonl.ts';
import { parquetTo } from '../../src/interop/parquet.ts';
import { EVERYTHING, FORMULA, MARKER, type MadeCase, madeCase, rowsOf } from './made.ts';

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

/** Fields of the lines of a CSV, quotes undone. */
function fieldsOf(csv: string): string[][] {
  return csv
    .trimEnd()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?<=^|,)(?:"((?:[^"]|"")*)"|([^,]*))(?=,|$)/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
      ),
    );
}

describe('contacts of a built case', () => {
  let made: MadeCase;
  let folder: string;
  const pages = (): ReturnType<typeof contactPages> => contactPages(made.opened, EVERYTHING);
  const xlsx = (): Promise<Buffer> =>
    chronologyOf(pages(), 'Europe/Stockholm', (contacts) => aboutLines(made.opened, EVERYTHING, contacts));

  before(async () => {
    made = await madeCase();
    folder = mkdtempSync(join(tmpdir(), 'backchannel-exported-'));
  });
  after(async () => {
    await made?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test('each is one row with its state and where it stands', async () => {
    const rows = await rowsOf(made.opened);
    assert.deepEqual(
      rows.map((row) => [row.time, row.channel, row.state, row.counts]),
      [
        ['2030-05-06T10:00:00+02:00', 'mail', 'undisclosed', 'certain'],
        ['2030-05-07T11:30:00+02:00', 'mail', 'undisclosed', 'certain'],
        ['2030-05-08T09:30:00+02:00', 'mail', null, 'certain'],
        ['2030-05-09T10:00:00+02:00', 'call', 'disclosed', 'certain'],
        ['2030-05-10T10:00:00+02:00', 'call', 'undisclosed', 'no'],
      ],
    );
    assert.deepEqual(rows[0]!.from, [
      { name: 'Ada Ek', address: 'ada@office.example', party: 'ada', grade: 'certain', role: 'from' },
    ]);
    const [duty] = rows[3]!.duties;
    assert.deepEqual([duty?.duty, duty?.holder, duty?.state], ['rules', 'ada', 'disclosed']);
    assert.equal(duty?.deadline, '2030-05-23T23:59:59+02:00');
    const [witness] = rows[3]!.witnesses;
    assert.deepEqual([witness?.source, witness?.row], ['protected source 2', 2]);
    assert.match(witness!.citation, /^range\(40,\d+\)/);
    assert.match(witness!.sha256, /^[0-9a-f]{64}$/);
  });

  test('sides, window and channels choose among them', async () => {
    const days = async (question: Parameters<typeof rowsOf>[1]): Promise<(string | undefined)[]> =>
      (await rowsOf(made.opened, question)).map((row) => row.time?.slice(8, 10));
    assert.deepEqual(await days({ between: '@office', and: '@firm' }), ['06', '07', '09', '10']);
    assert.deepEqual(await days({ between: '@office', and: '@firm', channels: ['call'] }), ['09', '10']);
    assert.deepEqual(await days({ channels: ['mail'], from: 1904376600 }), ['07', '08']);
    assert.deepEqual(await days({ to: 1904284800 }), ['06']);
    assert.deepEqual(await days({ channels: [] }), []);
    await assert.rejects(days({ between: '@nobody' }), RangeError);
  });

  test('no cell of csv is a formula, and quotes and commas come back', async () => {
    const [head, ...lines] = fieldsOf(await textOf(csvOf(pages())));
    assert.equal(lines.length, 5);
    assert.ok(lines.every((fields) => fields.length === head!.length));
    assert.deepEqual(
      lines.flat().filter((field) => /^[=+\-@\t\r]/.test(field)),
      [],
    );
    const subjects = lines.map((fields) => fields[head!.indexOf('subject')]);
    assert.deepEqual(subjects.slice(0, 2), [`'${FORMULA}`, 'He said "no", then left']);
    assert.equal(lines[0]![head!.indexOf('from')], 'Ada Ek <ada@office.example>');
  });

  test('jsonl holds the rows as they are', async () => {
    const lines = (await textOf(jsonlOf(pages()))).trimEnd().split('\n');
    const rows = await rowsOf(made.opened);
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as { id: string }).id),
      rows.map(({ id }) => id),
    );
    assert.equal((JSON.parse(lines[0]!) as { subject: string }).subject, FORMULA);
  });

  test('parquet holds typed rows in their order', async () => {
    const path = join(folder, "contact's.parquet");
    await parquetTo(path, pages());
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const read = await connection.runAndReadAll(
      `select id, epoch(earliest)::bigint as "at", duration, "from"[1].address as caller, len(witnesses) as witnesses
        from read_parquet('${path.replaceAll("'", "''")}')`,
    );
    const rows = await rowsOf(made.opened);
    assert.deepEqual(
      read.getRowObjectsJson(),
      rows.map((row) => ({
        id: row.id,
        at: String(row.earliest),
        duration: row.duration,
        caller: row.from[0]!.address,
        witnesses: '1',
      })),
    );
    connection.closeSync();
    instance.closeSync();
    assert.deepEqual(readdirSync(folder), ["contact's.parquet"]);
  });

  test('the chronology has texts that are texts, dates that are dates, and says what it rests on', async () => {
    const bytes = await xlsx();
    const [head, ...lines] = await readSheet(bytes, 'Chronology');
    const column = (heading: string): unknown[] => lines.map((line) => line[head!.indexOf(heading)]);
    const times = column('Time (Europe/Stockholm)') as Date[];
    assert.equal(times[0]!.toISOString(), '2030-05-06T10:00:00.000Z');
    assert.equal(column('Subject')[0], FORMULA);
    assert.deepEqual(column('State').slice(0, 4), ['undisclosed', 'undisclosed', null, 'disclosed']);
    const about = new Map((await readSheet(bytes, 'About')).map(([label, text]) => [label, String(text)]));
    assert.equal(about.get('Case'), 'A small case');
    assert.equal(about.get('As of'), '2031-03-01');
    assert.equal(about.get('Build'), made.opened.build.id);
    assert.match(about.get('Counts')!, /direct or attended; answered, or begun/);
    assert.match([...about.values()].join('\n'), /sources\/register\.csv: 1 entry, to public; SHA-256 [0-9a-f]{64}/);
  });

  test('nothing protected is in any of them, and the same case gives the same bytes', async () => {
    const every = async (name: string): Promise<Buffer[]> => {
      const path = join(folder, name);
      await parquetTo(path, pages());
      return [
        Buffer.from(await textOf(csvOf(pages()))),
        Buffer.from(await textOf(jsonlOf(pages()))),
        readFileSync(path),
        await xlsx(),
      ];
    };
    const [first, second] = [await every('a.parquet'), await every('b.parquet')];
    assert.deepEqual(first, second);
    // The time of the first entry of the spreadsheet's zip: never that of writing.
    assert.deepEqual([first[3]!.readUInt16LE(10), first[3]!.readUInt16LE(12)], [0, 0x21]);
    const sheet = (await readSheet(first[3]!, 'Chronology')).concat(await readSheet(first[3]!, 'About'));
    for (const bytes of [...first.slice(0, 3), Buffer.from(JSON.stringify(sheet))]) {
      assert.ok(bytes.length > 500);
      assert.equal(bytes.toString('latin1').includes(MARKER), false);
    }
  });
});
