/** The cases that tests in the browser look at: each is built once, and copied for those that decide something in it. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCase } from '../../../src/case/build.ts';
import { hostileCase } from '../hostile/case.ts';
import { targetsAt } from '../hostile/payloads.ts';
import { alikeCase, type MadeCase } from './alike.ts';
import { millionCase } from './million.ts';

const DEMO = fileURLToPath(new URL('../../../examples/harbour-board', import.meta.url));

export type CaseName = 'demo' | 'alike' | 'hostile' | 'million';

async function demoCase(): Promise<MadeCase> {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-demo-'));
  cpSync(DEMO, folder, { recursive: true, filter: (path) => !path.includes('.ledger') && !path.includes('generator') });
  await buildCase(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** @param port of the listener outside, which hostile content tries to reach */
export function makeCase(name: CaseName, port: number): Promise<MadeCase> {
  if (name === 'demo') return demoCase();
  if (name === 'million') return millionCase();
  return name === 'alike' ? alikeCase() : hostileCase(targetsAt(port));
}

/** A copy with what was built of it, to change. */
export function copyOf(made: MadeCase): MadeCase {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-copy-'));
  cpSync(made.folder, folder, { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
