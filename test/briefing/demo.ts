/** The demo case, built once, and its briefing. */
import { buildCase } from '../../src/case/build.ts';
import { type OpenCase, openCase } from '../../src/case/open.ts';
import { demoCopy } from '../laws/hashes.ts';

export interface OpenDemo {
  readonly open: OpenCase;
  readonly folder: string;
  close(): Promise<void>;
}

/** Builds a copy of the demo case and opens it. */
export async function openDemo(): Promise<OpenDemo> {
  const demo = demoCopy();
  await buildCase(demo.folder);
  const open = await openCase(demo.folder);
  return {
    open,
    folder: demo.folder,
    async close() {
      await open.close();
      demo.remove();
    },
  };
}
