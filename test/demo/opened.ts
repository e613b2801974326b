/** The demo case built in a folder of its own and opened by the library, for tests that ask it many things. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCase } from '../../src/case/build.ts';
import { type OpenCase, openCase } from '../../src/case/open.ts';

const CASE = fileURLToPath(new URL('../../examples/harbour-board', import.meta.url));

export interface Opened {
  readonly open: OpenCase;
  remove(): Promise<void>;
}

/** Copies the case without what was built of it, builds and opens it. */
export async function openDemo(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-demo-'));
  cpSync(CASE, folder, { recursive: true, filter: (path) => !path.includes('.ledger') && !path.includes('generator') });
  await buildCase(folder);
  const open = await openCase(folder);
  return {
    open,
    async remove() {
      await open.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
