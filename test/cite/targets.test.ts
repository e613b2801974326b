/** Which records stand behind contacts, disclosures and findings. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { targetsOf } from '../../src/case/citations/targets.ts';
import { createLedger } from '../../src/ledger/duckdb.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';

/** Contact 0 has the witnesses 0 and 3, contact 1 itself alone; disclosure 0 is record 4, disclosure 1 an entry. */
async function world(): Promise<Ledger> {
  const ledger = await createLedger(':memory:', { threads: 1 });
  await ledger.append('source', 1, { source_no: [0], path: ['a'], member: [''], file_sha256: ['00'], format: ['csv'] });
  await ledger.append('record', 5, {
    record_no: [0, 1, 2, 3, 4],
    source_no: [0, 0, 0, 0, 0],
    kind: [1, 1, 1, 1, 1],
    byte_offset: [0, 10, 20, 30, 40],
    byte_length: [9, 9, 9, 9, 9],
    row_no: [1, 2, 3, 4, 5],
    part: [0, 0, 0, 0, 0],
  });
  await ledger.append('contact', 3, { contact_no: [0, 1, 2], id: [160n, 161n, 162n] });
  await ledger.append('grouped', 2, { record_no: [0, 3], contact_no: [0, 0] });
  await ledger.append('disclosure', 2, { disclosure_no: [0, 1], id: [176n, 177n], record_no: [4, null] });
  await ledger.append('finding', 2, {
    finding_no: [0, 1],
    id: [1n, 2n],
    contacts: ['[1,0]', '[]'],
    disclosures: ['[0,1]', '[]'],
  });
  return ledger;
}

test('every witness of a contact, every side of a finding, in the order that it gives', async () => {
  const ledger = await world();
  const targets = async (kind: 'contact' | 'disclosure' | 'finding', no: number): Promise<unknown[]> =>
    (await targetsOf(ledger, { kind, no, id: 0n })).map((target) =>
      'row' in target ? `${target.row.record_no} ${target.role}` : target,
    );
  const both = ['0 witness 1 of 2 of c:00000000000000a0', '3 witness 2 of 2 of c:00000000000000a0'];
  assert.deepEqual(await targets('contact', 0), both);
  assert.deepEqual(await targets('contact', 2), ['2 the witness of c:00000000000000a2']);
  assert.deepEqual(await targets('disclosure', 0), ['4 disclosure d:00000000000000b0']);
  assert.deepEqual(await targets('finding', 0), [
    '1 the witness of c:00000000000000a1',
    ...both,
    '4 disclosure d:00000000000000b0',
    { disclosure: 177n },
  ]);
  assert.deepEqual(await targets('finding', 1), []);
  await ledger.close();
});
