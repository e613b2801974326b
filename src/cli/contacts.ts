/** `contacts`: each contact with its witnesses, or how many there are by party, pair, month or channel. */

import type { PartedCoverage, PartKey } from '../case/coverage/parts.ts';
import type { RecordShares } from '../case/coverage/shapes.ts';
import type { OpenCase } from '../case/open.ts';
import type { CountByView } from '../case/views/count.ts';
import type { AskedCount } from '../case/views/question.ts';
import { CASE_OPTION, type Command, EXIT, FORMAT_OPTION, type Invocation, UsageError } from './command.ts';
import { countText } from './frame/cell.ts';
import { type Line, span } from './frame/line.ts';
import type { Column, Output } from './frame/output.ts';
import type { CountedView } from './show/contact.ts';
import { LIMIT_OPTION, limitOf } from './show/limit.ts';
import { QUESTION_OPTIONS } from './show/options.ts';
import { wrapLines } from './show/wrap.ts';

const KEYS = ['party', 'pair', 'month', 'channel'] as const;

export const command: Command = {
  name: 'contacts',
  summary: 'Lists contacts with their witnesses, or counts them by party, pair, month or channel',
  usage: `
backchannel contacts [--between A [--and B | --list FILE]] [--from DAY] [--to DAY] [--channel C,C]
backchannel contacts [...] --by party|pair|month|channel`,
  detail: `
Counts come as bounds: at least so many that are distinct, certain and inside the window, at most so many that may be. Under them stands what was counted, how the number moves with the definition, what separates the two, how far the records reach, and an id that explain opens.

How much of the time is covered is a share of the accounts that this case knows of, and of the days: a day of two accounts is covered when either account's records are loaded for it.

A contact counts once for every row that it touches: rows do not add up. Without --by the contacts that may count are listed; those that do not certainly are grey.

  backchannel contacts --between @harbour-office --and @contractor --to vote --by party`,
  options: {
    ...CASE_OPTION,
    ...QUESTION_OPTIONS,
    by: { type: 'string', value: 'KEY', choices: KEYS, help: 'Counts by this in place of a list.' },
    ...LIMIT_OPTION,
    ...FORMAT_OPTION,
  },
  positionals: [0, 0],
  run,
};

async function run(invocation: Invocation): Promise<number> {
  const { text, output } = invocation;
  const limit = limitOf(invocation);
  if (text('and') !== null && text('between') === null)
    throw new UsageError('--and needs --between', 'write --between and the side that is asked about');
  if (text('list') !== null && text('between') === null)
    throw new UsageError('--list needs --between', 'write --between and the side that is asked about');
  const { openCase } = await import('../case/open.ts');
  const { askedQuestion } = await import('./show/question.ts');
  const open = await openCase(invocation.caseFolder());
  try {
    const { asked, words } = await askedQuestion(open, invocation);
    for (const line of words) output.words(line);
    const by = text('by') as (typeof KEYS)[number] | null;
    if (by === null) await listed(open, asked, output, limit);
    else await countedBy(open, asked, by, output, limit);
    return EXIT.done;
  } finally {
    await open.close();
  }
}

/** How the count moves is asked where it is read: by people. */
async function notesOf(
  open: OpenCase,
  asked: AskedCount,
  output: Output,
  parts: readonly PartKey[],
): Promise<{ none: string; lines: Line[]; coverage: PartedCoverage }> {
  const { countView, withList } = await import('../case/views/count.ts');
  const { noneCovered } = await import('../case/views/coverage.ts');
  const { oneEndedView } = await import('../case/views/one-ended.ts');
  const { partedCoverage } = await import('../case/coverage/parts.ts');
  const { countLines, oneEndedLines } = await import('./show/count.ts');
  const view = await countView(open, asked, output.format === 'table');
  const coverage = await withList(open, asked, () => partedCoverage(open, asked.question, parts));
  const besides = oneEndedLines(await oneEndedView(open, asked));
  const none = noneCovered(open, coverage.whole);
  return {
    none: besides.length > 0 ? `None of which both ends are known. ${none}` : none,
    lines: [...countLines(open, asked, view, coverage.whole), ...besides],
    coverage,
  };
}

async function listed(open: OpenCase, asked: AskedCount, output: Output, limit: number): Promise<void> {
  const { countedContacts } = await import('../case/views/count.ts');
  const { contactViews } = await import('../case/views/contacts.ts');
  const { CONTACT_COLUMNS } = await import('./show/contact.ts');
  const { none, lines } = await notesOf(open, asked, output, []);
  const { numbers, certain } = await countedContacts(open, asked);
  const shown = numbers.subarray(0, limit);
  const more = numbers.length - shown.length;
  async function* rows(): AsyncGenerator<CountedView> {
    let at = 0;
    for await (const view of contactViews(open, shown, output.format === 'table'))
      yield { ...view, isCertain: certain[at++] === 1 };
  }
  await output.rows(CONTACT_COLUMNS, rows(), {
    empty: none,
    notes: wrapLines(
      [...(more === 0 ? [] : [`  … and ${countText(more)} more: --limit ${numbers.length} shows all`]), ...lines],
      output.width,
    ),
  });
}

/** A counted part with how much of it is covered; null: it has no days. */
interface CoveredPart extends CountByView {
  readonly coverage: RecordShares | null;
}

async function countedBy(
  open: OpenCase,
  asked: AskedCount,
  by: (typeof KEYS)[number],
  output: Output,
  limit: number,
): Promise<void> {
  const { countByView } = await import('../case/views/count.ts');
  const counted = await countByView(open, asked, [by], limit);
  const { lines, coverage } = await notesOf(open, asked, output, counted);
  const rows = counted.map((row, i): CoveredPart => ({ ...row, coverage: coverage.parts[i]! }));
  const full =
    rows.length > limit ? [`  Only the ${countText(limit)} with most contacts are shown: --limit shows more`] : [];
  await output.rows(await columnsBy(by, rows), by === 'month' ? byMonth(rows) : rows, {
    notes: wrapLines([...full, ...lines], output.width),
  });
}

/** Months in their order; the whole last. */
function byMonth(rows: readonly CoveredPart[]): CoveredPart[] {
  const rank = (row: CoveredPart): string => (row.isAll ? '~~' : row.month === 'unknown' ? '~' : (row.month ?? ''));
  return [...rows].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

async function columnsBy(
  by: (typeof KEYS)[number],
  rows: readonly CoveredPart[],
): Promise<readonly Column<CoveredPart>[]> {
  const { channelsText } = await import('../case/views/coverage-words.ts');
  const { sharesJson } = await import('./show/coverage.ts');
  const key = (name: string, title: string, of: (row: CoveredPart) => string | null): Column<CoveredPart> => ({
    key: name,
    title,
    value: (row) => (row.isAll ? 'all' : of(row)),
    text: (row) => (row.isAll ? [span('strong', 'all')] : (of(row) ?? '')),
  });
  const keys = {
    party: [key('party', 'counterpart', (row) => row.party)],
    pair: [key('mine', 'one side', (row) => row.mine), key('party', 'counterpart', (row) => row.party)],
    month: [key('month', 'month', (row) => row.month)],
    channel: [key('channel', 'channel', (row) => row.channel)],
  }[by];
  const hasUndisclosed = rows.some(({ undisclosed }) => undisclosed !== null);
  return [
    ...keys,
    ...(by === 'party' || by === 'pair' ? [{ key: 'name', title: null, value: (row: CoveredPart) => row.name }] : []),
    { key: 'contacts', fit: 'keep', value: (row: CoveredPart) => row.contacts },
    {
      key: 'undisclosed',
      title: hasUndisclosed ? 'undisclosed' : null,
      fit: 'keep',
      value: (row: CoveredPart) => row.undisclosed,
    },
    {
      key: 'coverage',
      title: 'in how much covered time',
      value: ({ coverage }: CoveredPart) => (coverage === null ? null : sharesJson(coverage)),
      text: ({ coverage }: CoveredPart) => (coverage === null ? '' : channelsText(coverage)),
    },
  ];
}
