/** What makes two builds the same, and a copy of the demo case to build. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCase } from '../../src/case/open.ts';
import { tableHashes } from '../../src/case/table-hash.ts';

export const PROJECT: string = fileURLToPath(new URL('../../', import.meta.url));

/** SHA-256 of each table of the last build. */
export async function hashesOf(folder: string): Promise<{ [table: string]: string }> {
  const opened = await openCase(folder);
  try {
    return Object.fromEntries(await tableHashes(opened.ledger));
  } finally {
    await opened.close();
  }
}

/** A copy of the demo case without what was built of it; the caller removes it. */
export function demoCopy(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-law-'));
  const from = join(PROJECT, 'examples/harbour-board');
  cpSync(from, folder, { recursive: true, filter: (path) => !/\.ledger|generat/.test(path.slice(from.length)) });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
