import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contactsStage } from '../../src/case/stages/contacts.ts';
import { recordId } from '../../src/contacts/record-id.ts';
import { createLedger } from '../../src/ledger/duckdb.ts';
import { recordIdSql } from '../../src/ledger/queries/record-id.ts';
import { RECORD_KINDS } from '../../src/model/record.ts';
import { fixture, mail } from './fixture.ts';

const SHA = 'ab'.repeat(32);
const SOURCES = [
  { member: '', format: 'mbox' },
  { member: 'member("box/1.",tar)', format: 'mbox' },
  { member: 'member("ä \\"x\\".xlsx",zip)', format: 'xlsx' },
];
const RECORDS = SOURCES.flatMap((_, source_no) =>
  (['message', 'meeting'] as const).flatMap((kind) =>
    [0, 2].flatMap((part) =>
      [
        [0, 0],
        [120, 843],
      ].flatMap(([byte_offset, byte_length]) =>
        [0, 7].map((row_no) => ({
          source_no,
          kind: RECORD_KINDS.indexOf(kind),
          part,
          row_no,
          byte_offset: byte_offset!,
          byte_length: byte_length!,
        })),
      ),
    ),
  ),
);

test('the ledger and the library give every record the same id', async () => {
  const ledger = await createLedger(':memory:');
  await ledger.append('source', SOURCES.length, {
    source_no: SOURCES.map((_, i) => i),
    file_sha256: SOURCES.map(() => SHA),
    member: SOURCES.map((s) => s.member),
    format: SOURCES.map((s) => s.format),
  });
  const column = (name: keyof (typeof RECORDS)[number]): number[] => RECORDS.map((r) => r[name]);
  await ledger.append('record', RECORDS.length, {
    record_no: RECORDS.map((_, i) => i),
    source_no: column('source_no'),
    kind: column('kind'),
    part: column('part'),
    row_no: column('row_no'),
    byte_offset: column('byte_offset'),
    byte_length: column('byte_length'),
  });
  const rows = await ledger.rows<{ id: bigint }>({
    name: 'ids',
    sql: `select ${recordIdSql('r', 's')} as id from record r join source s using (source_no) order by record_no`,
  });
  const ids = RECORDS.map((r) => recordId(SHA, SOURCES[r.source_no]!.member, r, SOURCES[r.source_no]!.format));
  assert.deepEqual(
    rows.map((row) => row.id),
    ids,
  );
  await ledger.close();
});

test('an id is the second half of an MD5, so that other tools can make it', () => {
  const place = { kind: 0, byte_offset: 120, byte_length: 843, row_no: 0, part: 1 };
  // printf '%s range(120,843)/quoted(1)' 000…0 | md5sum gives b5d324570aa13eb9 f632080c2ad4fa23.
  assert.equal(recordId('00'.repeat(32), '', place, 'mbox').toString(16), '23fad42a0c0832f6');
});

test('a contact of one witness has that record’s id, and one of several the hash of them all', async () => {
  const world = await fixture([
    mail('a', 5, 'a@x.example', ['b@x.example'], { id: 'm' }),
    mail('a', 9, 'a@x.example', ['b@x.example'], { id: 'n' }),
    mail('b', 9, 'a@x.example', ['b@x.example'], { id: 'n' }),
  ]);
  await contactsStage(world.ledger, { body: world.body, problem: () => {} });
  const rows = await world.ledger.rows<{ record: bigint; contact: bigint; witnesses: number }>({
    name: 'ids',
    sql: `select ${recordIdSql('r', 's')} as record, c.id as contact, witnesses
      from contact c join record r on r.record_no = c.contact_no join source s using (source_no) order by witnesses`,
  });
  assert.equal(rows[0]!.record, rows[0]!.contact);
  assert.notEqual(rows[1]!.record, rows[1]!.contact);
});
