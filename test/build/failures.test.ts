/** What stops a build says what to do, and leaves the last ledger. */
import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buildCase } from '../../src/case/build.ts';
import { CaseError } from '../../src/case/error.ts';
import { openCase } from '../../src/case/open.ts';
import { readUnits } from '../../src/case/reading/reading.ts';
import { Seen } from '../../src/case/reading/seen.ts';
import { unitsOf } from '../../src/case/reading/unit.ts';
import { madeCase } from './made-case.ts';

const made = madeCase();
after(made.remove);
const first = buildCase(made.folder);

async function refused(message: RegExp, signal?: AbortSignal): Promise<void> {
  const before = (await first).id;
  await assert.rejects(buildCase(made.folder, signal === undefined ? {} : { signal }), (error: Error) =>
    message.test(error.message),
  );
  const opened = await openCase(made.folder);
  assert.equal(opened.build.id, before, 'the last ledger stays');
  await opened.close();
  assert.equal(existsSync(join(made.folder, '.ledger/lock')), false);
}

test('a source that is not there', async () => {
  await first;
  rmSync(join(made.folder, 'sources/letters'), { recursive: true });
  await refused(/sources\/letters is not there/);
});

test('mistakes in the case files, all at once', async () => {
  await first;
  const other = madeCase();
  other.write('case.yaml', 'title: x\nasOf: soon\nzone: Mars\n');
  await assert.rejects(
    buildCase(other.folder),
    (error: Error) => error instanceof CaseError && /asOf[\s\S]*zone/.test(error.message),
  );
  other.remove();
});

test('another build runs', async () => {
  await first;
  const other = madeCase();
  mkdirSync(join(other.folder, '.ledger'));
  writeFileSync(join(other.folder, '.ledger/lock'), '1');
  await assert.rejects(buildCase(other.folder), /another build of this case is running \(process 1\)/);
  writeFileSync(join(other.folder, '.ledger/lock'), '999999999');
  assert.ok((await buildCase(other.folder)).records > 0, 'a lock of a build that was killed is taken over');
  other.remove();
});

test('it is stopped', async () => {
  made.write('sources/letters/1.eml', 'From: a@b.example\n\nx\n');
  await refused(/stop|abort/i, AbortSignal.abort());
});

test('nothing was built yet', async () => {
  const other = madeCase();
  await assert.rejects(openCase(other.folder), /not built yet/);
  other.remove();
});

test('a source changes while it is read', async () => {
  const other = madeCase();
  const path = join(other.folder, 'sources/box.mbox');
  class Meanwhile extends Seen {
    override hash(): string | null {
      appendFileSync(path, 'From y Fri Mar 1 10:00:00 2030\nFrom: a@b.example\n\nmore\n');
      return null;
    }
  }
  const options = {
    as: null,
    include: [],
    exclude: [],
    zone: null,
    region: null,
    template: null,
    asOf: 2e9,
    window: { from: 0, to: 2e9 },
  };
  const units = unitsOf(0, [{ path, name: 'box.mbox', size: 1, mtimeMs: 0 }], options);
  const folder = join(other.folder, '.ledger/segments');
  const seen = new Meanwhile(join(other.folder, 'seen.json'));
  const reading = readUnits(units, { folder, spool: other.folder, seen, threads: 1, onBytes: () => {} }, () => 0);
  await assert.rejects(reading, /box.mbox changed while it was read/);
  assert.deepEqual(readdirSync(folder), []);
  other.remove();
});

test('links, pipes and files that nobody knows are problems, not errors', async () => {
  const other = madeCase();
  symlinkSync('/etc/passwd', join(other.folder, 'sources/letters/link.eml'));
  other.write(
    'sources/letters/noise.bin',
    Uint8Array.from({ length: 999 }, (_, i) => (i * 37) % 256),
  );
  const report = await buildCase(other.folder);
  assert.deepEqual([report.sources[1]!.read, report.sources[1]!.failed], [3, 2]);
  const opened = await openCase(other.folder);
  const problems = await opened.ledger.rows({
    name: 'p',
    sql: 'select s.path, p.code from problem p join source s using (source_no) order by 1',
  });
  assert.deepEqual(problems, [
    { path: 'sources/letters/link.eml', code: 'file-link' },
    { path: 'sources/letters/noise.bin', code: 'format-unknown' },
  ]);
  await opened.close();
  other.remove();
});

test('a case that may not be written to', {
  skip: process.getuid?.() === 0 ? 'root may write anywhere' : false,
}, async () => {
  const other = madeCase();
  chmodSync(other.folder, 0o500);
  await assert.rejects(buildCase(other.folder), /cannot be written to/);
  chmodSync(other.folder, 0o700);
  other.remove();
});
