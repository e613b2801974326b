/** `build`: everything from the sources anew, as far as something changed. */
import { availableParallelism } from 'node:os';
import type { BuildProgress, BuildReport, SourceReport } from '../case/build-report.ts';
import { CASE_OPTION, type Command, EXIT, FORMAT_OPTION, type Invocation } from './command.ts';
import { counted, countText } from './frame/cell.ts';
import { type Line, span } from './frame/line.ts';
import type { Column, Output } from './frame/output.ts';
import { durationText } from './frame/progress.ts';

export const command: Command = {
  name: 'build',
  summary: 'Reads the sources and makes the ledger: records, contacts, disclosures, findings',
  usage: 'backchannel build [--case DIR]',
  detail: `
Prints for each source how many items it has, how many were read, and what is wrong with the others. What did not change since the last build is not read again. A build that is stopped or fails leaves the last one as it is; others can go on reading that one meanwhile.

A problem in a source is no failure: it is counted here, listed by backchannel status, and can be cited.`,
  options: { ...CASE_OPTION, ...FORMAT_OPTION },
  positionals: [0, 0],
  run,
};

/** What a stage is, for the line that moves. */
const STAGES: Readonly<Record<BuildProgress['stage'], string>> = {
  reading: 'reading',
  text: 'indexing words',
  reports: 'what is told in prose',
  records: 'putting records together',
  identity: 'who is who',
  contacts: 'contacts and their witnesses',
  links: 'who with whom',
  coverage: 'what records and disclosures reach',
  disclosures: 'disclosures',
  states: 'contacts against disclosures',
  sourcing: 'what was told beside the records',
  statements: 'what was said',
  findings: 'findings',
};

async function run({ caseFolder, output, signal }: Invocation): Promise<number> {
  const folder = caseFolder();
  const { startReadersEarly } = await import('../case/reading/pool.ts');
  startReadersEarly(availableParallelism());
  const { buildCase } = await import('../case/build.ts');
  const progress = progressOf(output);
  const report = await buildCase(folder, {
    signal,
    clock: () => performance.now(),
    onProgress: progress.update,
  });
  progress.clear();
  await output.rows(SOURCE_COLUMNS, report.sources, {
    empty: 'The case has no sources yet: backchannel add PATH... puts them in.',
    notes: totalLines(report),
  });
  return EXIT.done;
}

/** The line that moves. Rate and time left are of one kind of work: what was read says nothing of what is indexed. */
function progressOf(output: Output): { update(progress: BuildProgress): void; clear(): void } {
  let line = output.progress();
  let last: BuildProgress['stage'] = 'reading';
  return {
    update({ stage, path, doneBytes, totalBytes }) {
      if (stage !== last && stage === 'text') line = output.progress();
      last = stage;
      const label = path === undefined ? STAGES[stage] : `${STAGES[stage]} ${path}`;
      line.update(label, doneBytes, totalBytes ?? null, 'bytes');
    },
    clear: () => line.clear(),
  };
}

/** How many items a source has, with what they are. */
export const ITEMS_COLUMN: Column<Pick<SourceReport, 'items' | 'noun'>> = {
  key: 'items',
  title: 'found',
  align: 'right',
  fit: 'keep',
  value: ({ items }) => items,
  text: ({ items, noun }) => counted(items, noun.replace(/s$/, ''), noun),
};

/** The columns of a report of sources. */
export const SOURCE_COLUMNS: readonly Column<SourceReport>[] = [
  { key: 'source', value: ({ path }) => path },
  { key: 'files', title: null, value: ({ files }) => files },
  { key: 'noun', title: null, value: ({ noun }) => noun },
  ITEMS_COLUMN,
  { key: 'read', fit: 'keep', value: ({ read }) => read },
  { key: 'records', title: null, value: ({ records }) => records },
  { key: 'doubtful', title: null, value: ({ doubtful }) => doubtful },
  { key: 'failed', title: null, value: ({ failed }) => failed },
  {
    key: 'skipped',
    title: null,
    value: ({ skipped }) => skipped.map(({ rule, items }) => ({ rule, items })),
  },
  { key: 'first_problem', title: 'problems', value: ({ firstProblem }) => firstProblem, text: problemText },
  {
    key: 'seconds',
    title: 'time',
    align: 'right',
    fit: 'keep',
    value: ({ seconds }) => seconds,
    text: ({ seconds, reused }) => (reused ? faint('unchanged') : timeText(seconds)),
  },
  { key: 'reused', title: null, value: ({ reused }) => reused },
  {
    key: 'words',
    title: null,
    value: ({ text }) =>
      text === undefined
        ? null
        : {
            indexed: text.indexed,
            gone: text.gone,
            attachments_read: text.attachmentsRead,
            attachments_unread: text.attachmentsUnread.map(({ why, items }) => ({ why, items })),
          },
  },
];

function faint(text: string): Line {
  return [span('faint', text)];
}

function timeText(seconds: number): string {
  return seconds < 10 ? `${seconds.toFixed(1)} s` : durationText(seconds);
}

function problemText({ failed, doubtful, firstProblem }: SourceReport): Line {
  const parts = [
    ...(failed > 0 ? [`${countText(failed)} not read`] : []),
    ...(doubtful > 0 ? [`${countText(doubtful)} doubtful`] : []),
  ];
  if (firstProblem === null) return parts.join(', ');
  if (parts.length === 0) return firstProblem;
  return `${parts.join(', ')}: ${failed + doubtful > 1 ? 'first ' : ''}${firstProblem}`;
}

/** What stands under the sources: the sums, decisions that could not be read, the build. */
export function totalLines(report: BuildReport): readonly Line[] {
  const { records, contacts, parties, disclosures, findings, problems, sources, decisionProblems } = report;
  const reused = sources.filter((source) => source.reused).length;
  const parts = reused === 0 ? '' : `  (unchanged parts reused: ${reused} of ${counted(sources.length, 'source')})`;
  const sums = [
    counted(records, 'record'),
    counted(contacts, 'contact'),
    `${counted(parties, 'person or address', 'people and addresses')}`,
    counted(disclosures, 'disclosure'),
  ];
  return [
    '',
    `  ${sums.join(', ')}; ${counted(findings, 'finding')}, ${counted(problems, 'problem')}`,
    ...searchLines(report),
    ...decisionProblems.map((problem) => `  ${problem}`),
    `  ledger ${report.id.slice(0, 6)}…${report.unchanged ? '  (nothing changed)' : parts}`,
  ];
}

/** What `search` finds, and what it does not, where a build made a text. */
function searchLines({ sources }: BuildReport): string[] {
  const texts = sources.flatMap(({ text }) => text ?? []);
  if (texts.length === 0) return [];
  const { indexed, gone, read, unread } = texts.reduce(
    (sum, text) => ({
      indexed: sum.indexed + text.indexed,
      gone: sum.gone + text.gone,
      read: sum.read + text.attachmentsRead,
      unread: text.attachmentsUnread.reduce((total, { items }) => total + items, sum.unread),
    }),
    { indexed: 0, gone: 0, read: 0, unread: 0 },
  );
  const parts = [
    `${counted(indexed, 'record')} can be searched`,
    ...(read + unread === 0 ? [] : [`${countText(read)} of ${counted(read + unread, 'attachment')} with their words`]),
    ...(gone === 0 ? [] : [`${countText(gone)} without: the source is gone`]),
  ];
  return [`  ${parts.join(', ')}`];
}
