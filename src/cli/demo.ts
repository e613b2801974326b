/** `demo`: a shipped case, built and shown. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OpenCase } from '../case/open.ts';
import { type Command, EXIT, type Invocation, UsageError } from './command.ts';
import { DEMOS, type Demo } from './demo/questions.ts';
import { counted } from './frame/cell.ts';
import { copyNew, makeTemporary, namesIn } from './frame/files.ts';
import type { Output } from './frame/output.ts';
import { safeJson } from './frame/visible.ts';

export const command: Command = {
  name: 'demo',
  summary: 'Builds a case that ships with the program, and shows its result and what to try next',
  usage: 'backchannel demo [NAME] [--keep DIR]',
  detail: `
Copies the case into a temporary folder, or into DIR, builds it there, and prints the result: how many contacts nobody disclosed, by party, and a few of them down to where they stand; a story about it sentence by sentence; and writes the briefing into the case.

harbour-board, the one without a name, is made up. campaign-2016 is coded from a public report.`,
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

/** Name of the briefing in the case folder. */
const BRIEFING = 'briefing.html';

/** Beside src/ in a checkout, beside dist/ in the package. */
const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

async function run({ positionals, text, output, signal }: Invocation): Promise<number> {
  const name = positionals[0] ?? DEMOS[0]!.name;
  const demo = DEMOS.find((one) => one.name === name);
  if (demo === undefined)
    throw new UsageError(`there is no demo ${safeJson(name)}`, `one of: ${DEMOS.map((one) => one.name).join(', ')}`);
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
  const sums = `${counted(report.records, 'record')} of ${counted(report.sources.length, 'source')}, ${counted(report.contacts, 'contact')}, ${counted(report.disclosures, 'disclosure')}; built in ${report.seconds.toFixed(1)} s`;
  const { openCase } = await import('../case/open.ts');
  const open = await openCase(folder);
  try {
    await show(open, output, demo, sums);
    return EXIT.done;
  } finally {
    await open.close();
  }
}

/** The result, the story, the briefing, and what to try next. */
async function show(open: OpenCase, output: Output, demo: Demo, sums: string): Promise<void> {
  const { nextLines, showResult } = await import('./demo/page.ts');
  const { showAnswers } = await import('./demo/answers.ts');
  const { storyView } = await import('../case/story.ts');
  const { storyLines } = await import('./show/story.ts');
  const { writeBriefing } = await import('./brief/write.ts');
  const first = await showResult(open, output, sums);
  await showAnswers(open, output, demo);
  const story = await storyView(open);
  if (story !== null) await output.document(null, () => ['', ...storyLines(story, output.width, 'short')]);
  const { files } = await writeBriefing(open, join(open.folder, BRIEFING));
  await output.document(null, () => [
    '',
    '  Written:',
    ...files.map((file) => `    ${file}`),
    ...nextLines(open, first, story !== null),
  ]);
}

/** @throws UsageError when something is there already */
function placeFor(keep: string | null): string {
  if (keep === null) return makeTemporary('backchannel-demo-');
  const folder = resolve(keep);
  if ((namesIn(folder) ?? []).length > 0)
    throw new UsageError(`${keep} is not empty`, 'name a folder that is not there yet');
  return folder;
}

/** The case's own files, its sources and its story; not what makes them, nor what was built of them. */
async function copyCase(name: string, folder: string): Promise<void> {
  const { CASE_FILES, DECISIONS_FILE } = await import('../case/files/index.ts');
  const { readCase } = await import('../case/read-case.ts');
  const from = join(EXAMPLES, name);
  const { story } = readCase(from).files;
  const wanted = new Set<string>([
    ...CASE_FILES,
    DECISIONS_FILE,
    'sources',
    ...(story.path === null ? [] : [story.path]),
  ]);
  for (const part of namesIn(from) ?? []) if (wanted.has(part)) copyNew(join(from, part), join(folder, part));
}
