/** Attachments that take too much end the thread that reads them, and nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Extractor } from '../../src/case/text/extract/extractor.ts';
import { pdfBomb } from '../formats/attachments/made-office.ts';
import { pdf } from '../reports/made-pdf.ts';

const attached = (bytes: Buffer) => ({ kind: 'pdf', bytes, charset: '' }) as const;

test('a PDF that expands a thousandfold has a fault, and the next one is read', async () => {
  const bomb = pdfBomb(400_000_000);
  assert.ok(bomb.length < 100_000, `packed it is ${bomb.length} bytes`);
  const extractor = new Extractor({ time: 20_000, memory: 64 * 1024 ** 2 });
  try {
    const answer = await extractor.read(attached(bomb));
    assert.ok('fault' in answer);
    assert.equal(answer.fault, 'reading it takes too much memory');
    assert.deepEqual(await extractor.read(attached(pdf('after'))), { text: 'after', isCut: false });
  } finally {
    await extractor.close();
  }
});

test('what takes too long is given up', async () => {
  const extractor = new Extractor({ time: 100, memory: 8 * 1024 ** 3 });
  try {
    const many = pdf(...Array.from({ length: 3000 }, (_, i) => `page ${i}`));
    assert.deepEqual(await extractor.read(attached(many)), { fault: 'reading it takes too long' });
  } finally {
    await extractor.close();
  }
});
