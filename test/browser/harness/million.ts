/** A case of a million generated calls, built. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { toFile } from '../../../bench/data.ts';
import { calls } from '../../../bench/generate/calls.ts';
import { generatedCaseFiles } from '../../../bench/generate/workbench/case.ts';
import { buildCase } from '../../../src/case/build.ts';
import type { MadeCase } from './alike.ts';

/** Takes a minute or so. */
export async function millionCase(): Promise<MadeCase> {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-million-'));
  const csv = join(folder, 'calls.csv');
  toFile(csv, (write) => calls(1_000_000, write));
  for (const [name, text] of await generatedCaseFiles(csv)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  await buildCase(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
