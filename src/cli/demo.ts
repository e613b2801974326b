/** `demo`: a shipped case, built and shown. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AskedCount } from '../case/views/question.ts';
import { type Command, EXIT, type Invocation, UsageError } from './command.ts';
import type { Asked } from './demo/page.ts';
import { counted } from './frame/cell.ts';
import { copyNew, makeTemporary, namesIn } from './frame/files.ts';
import { safeJson } from './frame/visible.ts';

export const command: Command = {
  name: 'demo',
  summary: 'Builds a case that ships with the program, and shows its result and what to try next',
  usage: 'backchannel demo [NAME] [--keep DIR]',
  detail: `
Copies the case into a temporary folder, or into DIR, builds it there, and prints the result: how many contacts nobody disclosed, by party, and a few of them down to where they stand. The case harbour-board, the one without a name, is made up.`,
  options: {
    keep: {
      type: 'string',
      value: 'DIR',
      help: 'Folder for the case; must not be there yet. Without it a temporary one.',
    },
  },
  positionals: [0, 1],
  run,
};

/** The cases that ship, and the question of each. */
const DEMOS: Readonly<Record<string, Asked>> = {
  'harbour-board': { between: '@harbour-office', and: '@contractor', window: 'run-up', channels: ['call', 'mail'] },
};
const FIRST = 'harbour-board';

/** Beside src/ in a checkout, beside dist/ in the package. */
const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

async function run({ positionals, text, output, signal }: Invocation): Promise<number> {
  const name = positionals[0] ?? FIRST;
  const asked = Object.hasOwn(DEMOS, name) ? DEMOS[name] : undefined;
  if (asked === undefined)
    throw new UsageError(`there is no demo ${safeJson(name)}`, `one of: ${Object.keys(DEMOS).join(', ')}`);
  const folder = placeFor(text('keep'));
  await copyCase(name, folder);
  const { buildCase } = await import('../case/build.ts');
  const progress = output.progress();
  const report = await buildCase(folder, {
    signal,
    clock: () => performance.now(),
    onProgress: ({ path, doneBytes, totalBytes }) =>
      progress.update(`building ${path ?? ''}`, doneBytes, totalBytes ?? null, 'bytes'),
  });
  progress.clear();
  const { openCase } = await import('../case/open.ts');
  const { questionOf } = await import('../case/views/question.ts');
  const { showResult } = await import('./demo/page.ts');
  const open = await openCase(folder);
  try {
    const question: AskedCount = questionOf(open.files, {
      ...asked,
      list: null,
      from: null,
      to: null,
      definition: open.files.case.definition.definition,
    });
    const sums = `${counted(report.records, 'record')} of ${counted(report.sources.length, 'source')}, ${counted(report.contacts, 'contact')}, ${counted(report.disclosures, 'disclosure')}; built in ${report.seconds.toFixed(1)} s`;
    await showResult(open, output, question, asked, sums);
    return EXIT.done;
  } finally {
    await open.close();
  }
}

/** @throws UsageError when something is there already */
function placeFor(keep: string | null): string {
  if (keep === null) return makeTemporary('backchannel-demo-');
  const folder = resolve(keep);
  if ((namesIn(folder) ?? []).length > 0)
    throw new UsageError(`${keep} is not empty`, 'name a folder that is not there yet');
  return folder;
}

/** The case's own files and its sources; not what makes them, nor what was built of them. */
async function copyCase(name: string, folder: string): Promise<void> {
  const { CASE_FILES, DECISIONS_FILE } = await import('../case/files/index.ts');
  const from = join(EXAMPLES, name);
  const wanted = new Set<string>([...CASE_FILES, DECISIONS_FILE, 'sources']);
  for (const part of namesIn(from) ?? []) if (wanted.has(part)) copyNew(join(from, part), join(folder, part));
}
