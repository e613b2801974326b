/** `status`: the sources of a case, what is wrong in them, what they reach, and what changed since the last build. */
import type { OpenCase } from '../case/open.ts';
import type { ProblemView, SourceView } from '../case/views/status.ts';
import { ITEMS_COLUMN, totalLines } from './build.ts';
import { CASE_OPTION, type Command, EXIT, FORMAT_OPTION, type Invocation } from './command.ts';
import { counted, countText } from './frame/cell.ts';
import { type Line, span } from './frame/line.ts';
import type { Column } from './frame/output.ts';
import { LIMIT_OPTION, limitOf } from './show/limit.ts';
import { wrapLines } from './show/wrap.ts';

/** Problems under the sources; the others are counted. */
const SHOWN_PROBLEMS = 10;
/** Claims that are named. */
const SHOWN_CLAIMS = 12;

export const command: Command = {
  name: 'status',
  summary: 'Shows the sources, the problems in them, what they reach, and what changed since the build',
  usage: `
backchannel status
backchannel status --problems [--limit N]`,
  detail: `
One row a source: how many items were found and read, and what it is declared to reach. Without a declared reach nothing can be called undisclosed, and nothing missing.

Below them a calendar: when each source covers something, by channel. A sign stands for a day, week, month or more, whatever fits the terminal: declared complete, active (items were seen before and after), or none. Runs of days that are empty against an account's own rhythm are not covered.

With --problems every problem is a row, the gravest first: failed (no record came of it), doubtful (read with something missing), note.`,
  options: {
    ...CASE_OPTION,
    problems: { type: 'boolean', help: 'Lists the problems in place of the sources.' },
    ...LIMIT_OPTION,
    ...FORMAT_OPTION,
  },
  positionals: [0, 0],
  run,
};

async function run(invocation: Invocation): Promise<number> {
  const limit = limitOf(invocation);
  const { openCase } = await import('../case/open.ts');
  const open = await openCase(invocation.caseFolder());
  try {
    await (invocation.flag('problems') ? problems(open, invocation, limit) : sources(open, invocation));
    return EXIT.done;
  } finally {
    await open.close();
  }
}

async function sources(open: OpenCase, { output }: Invocation): Promise<void> {
  const { sourceViews } = await import('../case/views/status.ts');
  const { coverageCalendar } = await import('../case/views/coverage-calendar.ts');
  const { calendarJson, calendarLines } = await import('./show/coverage-calendar.ts');
  const calendar = await coverageCalendar(open);
  const notes = [
    ...totalLines(open.build),
    ...(await problemLines(open)),
    ...(await reachLines(open)),
    ...(await saidLines(open)),
    ...(await changeLines(open)),
  ];
  const columns: readonly Column<SourceView>[] = [
    ...SOURCE_COLUMNS,
    { key: 'coverage', title: null, value: ({ path, side }) => calendarJson(calendar, path, side) },
  ];
  await output.rows(columns, sourceViews(open), {
    empty: 'The case has no sources yet: backchannel add PATH... puts them in.',
    notes: [...wrapLines(notes, output.width), ...calendarLines(calendar, output.width)],
  });
}

async function problemLines(open: OpenCase): Promise<Line[]> {
  const { problemCounts, problemPlace, problemViews } = await import('../case/views/status.ts');
  const shown = await problemViews(open, SHOWN_PROBLEMS);
  if (shown.length === 0) return ['  No problems in the sources.'];
  const kinds = await problemCounts(open);
  const all = kinds.reduce((sum, { problems }) => sum + problems, 0);
  const more = all - shown.length;
  return [
    span('heading', '  Problems').text,
    ...shown.map((problem): Line => `    ${problem.severity.padEnd(8)}  ${problemPlace(problem)}: ${problem.message}`),
    ...(more === 0 ? [] : [`    and ${countText(more)} more: backchannel status --problems`]),
  ];
}

async function reachLines(open: OpenCase): Promise<Line[]> {
  const { heldAgainst } = await import('../case/views/coverage.ts');
  return [`  ${heldAgainst(open)}`];
}

/** What was said and told, one line a claim. */
async function saidLines(open: OpenCase): Promise<Line[]> {
  const { saidView } = await import('../case/views/said.ts');
  const { claims, reports, counts, verdicts } = await saidView(open);
  const more = claims.length - SHOWN_CLAIMS;
  const told = verdicts.map((of) => `${countText(of.counts)} ${of.verdict}`);
  return [
    ...(claims.length === 0 ? [] : ['  Statements (backchannel check):']),
    ...claims
      .slice(0, SHOWN_CLAIMS)
      .map(({ statement, speaker, verdict }) => `    ${statement}, ${speaker}: ${verdict}`),
    ...(more > 0 ? [`    and ${countText(more)} more: backchannel check`] : []),
    ...(reports + counts === 0
      ? []
      : [
          `  ${counted(reports, 'report')}, ${counted(counts, 'told count')}${told.length === 0 ? '' : `: ${told.join(', ')}`}.`,
        ]),
  ];
}

/** What the last build changed, and what is not in it yet. */
async function changeLines(open: OpenCase): Promise<Line[]> {
  const { sinceBuild } = await import('../case/changes.ts');
  const { conflictLines, movedLines } = await import('./show/moved.ts');
  const since = sinceBuild(open);
  const last = open.build.changes ?? [];
  const number = (n: number | null): string => (n === null ? 'none' : countText(n));
  return [
    ...(last.length === 0 ? [] : ['  The last build changed:']),
    ...last.map(({ what, before, after }) => `    ${what}: ${number(before)} before, ${number(after)} now`),
    ...movedLines(open.build.moved),
    ...conflictLines(open),
    ...(since.length === 0
      ? ['  Nothing changed since the last build.']
      : ['  Not in the ledger yet (backchannel build):']),
    ...since.map((line) => `    ${line}`),
  ];
}

async function problems(open: OpenCase, { output }: Invocation, limit: number): Promise<void> {
  const { problemCounts, problemViews } = await import('../case/views/status.ts');
  const all = (await problemCounts(open)).reduce((sum, kind) => sum + kind.problems, 0);
  const views = await problemViews(open, limit);
  const more = all - views.length;
  await output.rows(PROBLEM_COLUMNS, views, {
    empty: 'No problems in the sources that were read.',
    notes: more === 0 ? [] : [`  … and ${countText(more)} more: --limit ${all} shows all`],
  });
}

const SOURCE_COLUMNS: readonly Column<SourceView>[] = [
  { key: 'path', title: 'source', value: ({ path }) => path },
  { key: 'side', fit: 'keep', value: ({ side }) => side },
  { key: 'files', title: null, value: ({ files }) => files },
  { key: 'noun', title: null, value: ({ noun }) => noun },
  ITEMS_COLUMN,
  { key: 'read', fit: 'keep', value: ({ read }) => read },
  { key: 'all_records', title: null, value: ({ allRecords }) => allRecords },
  { key: 'doubtful', fit: 'keep', value: ({ doubtful }) => doubtful },
  { key: 'failed', fit: 'keep', value: ({ failed }) => failed },
  { key: 'first_problem', title: null, value: ({ firstProblem }) => firstProblem },
  { key: 'reach', value: ({ reach }) => reach },
];

const PROBLEM_COLUMNS: readonly Column<ProblemView>[] = [
  { key: 'severity', fit: 'keep', value: ({ severity }) => severity },
  { key: 'code', fit: 'keep', value: ({ code }) => code },
  { key: 'source', value: ({ source }) => source },
  { key: 'member', title: null, value: ({ member }) => member },
  { key: 'row', fit: 'keep', value: ({ row }) => row },
  {
    key: 'bytes',
    fit: 'keep',
    value: ({ bytes }) => bytes,
    text: ({ bytes }) => (bytes === null ? '' : `${countText(bytes[0])} +${countText(bytes[1])}`),
  },
  { key: 'message', value: ({ message }) => message },
];
