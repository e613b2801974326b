/** Each detector on a small case of its own: a folder is a test where it holds a case in input/ and what is found in expected.json. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildCase } from '../../src/case/build.ts';
import { openCase } from '../../src/case/open.ts';
import { findingViews, wholeFinding } from '../../src/case/views/findings.ts';
import { untestedViews } from '../../src/case/views/untested.ts';
import { DETECTORS } from '../../src/detectors/list.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

interface Told {
  readonly text: string;
  readonly bounds: { readonly min: number; readonly max: number };
  readonly grade: string;
  readonly subject: string;
  /** Subject or first record of each contact, each record, and text of each disclosure that it rests on. */
  readonly rests_on: readonly string[];
}

async function toldOf(folder: string, detector: string): Promise<{ found: Told[]; untested: string[] }> {
  const open = await openCase(folder);
  try {
    const views = await findingViews(open, detector, 1000);
    const found: Told[] = [];
    for (const { no } of views) {
      const { text, bounds, grade, subject, contactList, recordList, disclosureList } = await wholeFinding(open, no);
      const contacts = contactList.map((contact) =>
        `${contact.time} ${contact.channel} ${contact.subject ?? ''}`.trim(),
      );
      const disclosures = disclosureList.map(({ time, given }) => `disclosed ${time}, given ${given}`);
      const rests_on = [...contacts, ...recordList.map(({ text: where }) => where), ...disclosures];
      found.push({ text, bounds, grade, subject, rests_on });
    }
    return { found, untested: (await untestedViews(open, detector)).map(({ text }) => text) };
  } finally {
    await open.close();
  }
}

for (const { name } of DETECTORS) {
  const input = join(HERE, name, 'input');
  if (!existsSync(join(input, 'case.yaml'))) continue;
  test(`${name}: what is found in its small case`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backchannel-detector-'));
    try {
      for (const file of readdirSync(input)) cpSync(join(input, file), join(folder, file), { recursive: true });
      await buildCase(folder);
      const told = await toldOf(folder, name);
      const expected = join(HERE, name, 'expected.json');
      if (process.env.UPDATE_GOLDEN === '1') writeFileSync(expected, `${JSON.stringify(told, null, 2)}\n`);
      assert.deepEqual(told, JSON.parse(readFileSync(expected, 'utf8')));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
