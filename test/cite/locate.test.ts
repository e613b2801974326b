/** Ids and their beginnings. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { locate, shortIds } from '../../src/case/locate.ts';
import { recordId } from '../../src/contacts/record-id.ts';
import { createLedger } from '../../src/ledger/duckdb.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { parseId } from '../../src/model/ids.ts';

async function withContacts(ids: readonly bigint[]): Promise<Ledger> {
  const ledger = await createLedger(':memory:', { threads: 1 });
  await ledger.append('contact', ids.length, { contact_no: Int32Array.from(ids.keys()), id: [...ids] });
  return ledger;
}

test('an id and every beginning of one that is unique lead to what they name', async () => {
  const ledger = await withContacts([0x81d2000000000001n, 0x81d3000000000002n, 0xffffffffffffffffn, 5n]);
  assert.deepEqual(await locate(ledger, 'c:81d3'), { kind: 'contact', no: 1, id: 0x81d3000000000002n });
  assert.deepEqual(await locate(ledger, ' C:FF '), { kind: 'contact', no: 2, id: 0xffffffffffffffffn });
  assert.deepEqual(await locate(ledger, 'c:0000000000000005'), { kind: 'contact', no: 3, id: 5n });
  await assert.rejects(
    locate(ledger, 'c:81d'),
    /several ids begin with c:81d: c:81d2000000000001, c:81d3000000000002$/,
  );
  await assert.rejects(locate(ledger, 'c:81d4'), /there is no contact c:81d4/);
  await assert.rejects(locate(ledger, 'd:81d2'), /there is no disclosure d:81d2/);
  await assert.rejects(locate(ledger, 'lunch'), /this is no id: "lunch"/);
  await assert.rejects(locate(ledger, 'c:'), /this is no id/);
  await assert.rejects(locate(ledger, 'n:12'), /a count/);
  await ledger.close();
});

test('many that begin alike are listed in part', async () => {
  const ledger = await withContacts(Array.from({ length: 40 }, (_, i) => 0xab00000000000000n + BigInt(i)));
  await assert.rejects(locate(ledger, 'c:ab'), /c:ab00000000000000, .*c:ab00000000000004, …$/);
  await ledger.close();
});

test('the ids of records are those that the program makes', async () => {
  const ledger = await createLedger(':memory:', { threads: 1 });
  const file = 'ab'.repeat(32);
  await ledger.append('source', 1, {
    source_no: [0],
    file_sha256: [file],
    member: ['member("a",zip)'],
    format: ['mbox'],
  });
  await ledger.append('record', 2, {
    record_no: [0, 1],
    source_no: [0, 0],
    kind: [0, 0],
    byte_offset: [0, 10],
    byte_length: [10, 20],
    row_no: [0, 0],
    part: [0, 1],
  });
  const place = { kind: 0, byte_offset: 10, byte_length: 20, row_no: 0, part: 1 };
  const id = recordId(file, 'member("a",zip)', place, 'mbox');
  const short = await shortIds(ledger, 'record', [id]);
  assert.deepEqual(await locate(ledger, short.get(id)!), { kind: 'record', no: 1, id });
  await ledger.close();
});

test('a short id leads back to what it names, and one digit less does not, unless it has four', async () => {
  const prefix = fc.bigInt({ min: 0x7fff000n, max: 0x7fff010n });
  const id = fc.tuple(prefix, fc.bigInt({ min: 0n, max: 3n })).map(([high, low]) => (high << 36n) | low);
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(id, { minLength: 1, maxLength: 12 }), async (ids) => {
      const ledger = await withContacts(ids);
      const some = ids.filter((_, i) => i % 2 === 0);
      const short = await shortIds(ledger, 'contact', some);
      assert.equal(short.size, some.length);
      for (const [hash, text] of short) {
        assert.equal((await locate(ledger, text)).id, hash);
        if (text.length <= 6) continue;
        const { from, to } = parseId(text.slice(0, -1))!;
        assert.ok(ids.filter((other) => other >= from && other <= to).length > 1, `${text} is longer than it must be`);
      }
      await ledger.close();
    }),
    { numRuns: 15 },
  );
});
