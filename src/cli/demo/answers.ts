/** What a demo answers besides its headline: counts, who was most often met, a rate, what was told, said and disclosed. */

import { parseDay } from '../../case/files/index.ts';
import type { OpenCase } from '../../case/open.ts';
import { rateAround } from '../../case/rate.ts';
import { type ToldCountView, toldCounts } from '../../case/told.ts';
import { type CountByView, countByView, countView } from '../../case/views/count.ts';
import { disclosureNumbers } from '../../case/views/disclosure-numbers.ts';
import { type DisclosureView, disclosureViews } from '../../case/views/disclosures.ts';
import { keepCount } from '../../case/views/kept-counts.ts';
import { type AskedCount, questionOf } from '../../case/views/question.ts';
import { sourcingOf } from '../../case/views/sourcing.ts';
import { type StatementView, statementViews } from '../../case/views/statements.ts';
import { type DayRange, dayNumber } from '../../coverage/day-ranges.ts';
import type { Bounds } from '../../model/bounds.ts';
import { toldText } from '../../sourcing/told-count.ts';
import { counted } from '../frame/cell.ts';
import { type Line, span } from '../frame/line.ts';
import type { Column, Output } from '../frame/output.ts';
import { wrapped } from '../frame/width.ts';
import type { Demo, DemoCount } from './questions.ts';

/** Text is no wider than this. */
const WIDEST = 100;
/** Rows of a table. */
const SHOWN = 12;

type Say = (lines: readonly Line[]) => Promise<void>;

interface Page {
  readonly open: OpenCase;
  readonly output: Output;
  readonly say: Say;
  readonly text: (words: string) => Line[];
}

function askedOf({ files }: OpenCase, { between, and, window }: DemoCount): AskedCount {
  const { definition } = files.case.definition;
  return questionOf(files, { between, and, list: null, from: null, to: null, window, channels: [], definition });
}

const heading = (words: string): Line[] => ['', ['  ', span('heading', words)]];

/** Prints the answers to a demo's own questions. */
export async function showAnswers(open: OpenCase, output: Output, demo: Demo): Promise<void> {
  const width = Math.min(output.width ?? WIDEST, WIDEST);
  const page: Page = {
    open,
    output,
    say: (lines) => output.document(null, () => lines),
    text: (words) => wrapped(words, width - 2).map((line) => `  ${line}`),
  };
  await showCounts(page, demo);
  if (demo.by !== null) await showOthers(page, demo.by);
  if (demo.around !== null) await showRate(page, demo, demo.around);
  if (demo.told) {
    await showTold(page);
    await showSaid(page);
    await showDisclosed(page);
  }
  if (demo.closing !== null) await page.say(['', ...page.text(demo.closing)]);
}

interface Counted {
  readonly words: string;
  readonly contacts: Bounds;
  readonly opens: string | null;
}

const COUNT_COLUMNS: readonly Column<Counted>[] = [
  { key: 'question', value: ({ words }) => words },
  { key: 'contacts', fit: 'keep', value: ({ contacts }) => contacts },
  { key: 'opened_by', fit: 'keep', value: ({ opens }) => opens },
];

async function showCounts({ open, output, say, text }: Page, { counts }: Demo): Promise<void> {
  if (counts.length === 0) return;
  const rows: Counted[] = [];
  let listed: readonly number[] = [];
  for (const [i, count] of counts.entries()) {
    const asked = askedOf(open, count);
    const view = await countView(open, asked, false);
    if (i === 0) listed = view.listed;
    rows.push({ words: count.words, contacts: view.contacts, opens: keepCount(open, asked) });
  }
  await say(heading('How many contacts'));
  await output.rows(COUNT_COLUMNS, rows);
  const { text: known } = await sourcingOf(open, listed);
  await say(text(`How the ${listed.length} that certainly count are known, the weakest of them: ${known}.`));
}

const OTHER_COLUMNS: readonly Column<CountByView>[] = [
  { key: 'counterpart', value: ({ party, isAll }) => (isAll ? 'all' : party) },
  { key: 'name', value: ({ name }) => name },
  { key: 'contacts', fit: 'keep', value: ({ contacts }) => contacts },
];

async function showOthers({ open, output, say }: Page, by: DemoCount): Promise<void> {
  await say(heading(by.words));
  await output.rows(OTHER_COLUMNS, await countByView(open, askedOf(open, by), ['party'], SHOWN));
}

async function showRate({ open, say, text }: Page, { counts }: Demo, around: string): Promise<void> {
  const [first] = counts;
  if (first === undefined) return;
  const { question } = askedOf(open, first);
  const view = await rateAround(open, { question: { ...question, from: null, to: null }, around });
  const words = view.testable === true ? view.text : `Not testable: ${view.testable}`;
  await say([...heading(`Whether contact changed at ${around}`), ...text(`${words}.`)]);
}

const TOLD_COLUMNS: readonly Column<ToldCountView>[] = [
  { key: 'told_count', value: ({ id }) => id },
  { key: 'told_by', title: null, value: ({ toldBy }) => toldBy },
  { key: 'told', fit: 'keep', value: ({ whole }) => toldText(whole.told) },
  { key: 'recorded', title: 'one by one', fit: 'keep', value: ({ whole }) => whole.recorded },
  { key: 'verdict', fit: 'keep', value: ({ whole }) => whole.verdict },
  { key: 'opened_by', fit: 'keep', value: ({ whole }) => whole.count },
];

async function showTold({ open, output, say }: Page): Promise<void> {
  const told = await toldCounts(open);
  if (told.length === 0) return;
  await say(heading('Numbers that were told, beside the contacts that are known one by one'));
  await output.rows(TOLD_COLUMNS, told.slice(0, SHOWN));
}

async function showSaid({ open, output, say, text }: Page): Promise<void> {
  const said: readonly StatementView[] = await statementViews(open);
  if (said.length === 0) return;
  const { claimName, statementColumns } = await import('../show/statements.ts');
  const wanted = ['statement', 'said', 'verdict', 'contacts', 'before', 'count'];
  const columns = statementColumns(open)
    .filter(({ key }) => wanted.includes(key))
    .map((column) => (column.key === 'before' ? { ...column, title: 'before' } : column));
  await say(heading('What was said in public, and what bears on it'));
  await output.rows(columns, said);
  await say(text(`One whole, with its contacts: backchannel check ${claimName(said[0]!)}`));
}

/** A disclosure with a contact that it covers. */
interface Disclosed extends DisclosureView {
  /** Days from the contact to the disclosure; null where either is not known to the year at least. */
  readonly days: Bounds | null;
}

const DISCLOSED_COLUMNS: readonly Column<Disclosed>[] = [
  { key: 'given', fit: 'keep', value: ({ given }) => given },
  {
    key: 'by',
    title: 'who told whom',
    value: ({ disclosers }) => disclosers.map(({ party }) => party),
    text: toldWhom,
  },
  { key: 'to', title: null, value: ({ audience }) => audience },
  { key: 'with', title: 'of a contact with', value: ({ counterparts }) => counterparts.map(({ party }) => party) },
  {
    key: 'on',
    fit: 'keep',
    value: ({ contact }) => contact?.time ?? null,
    text: ({ contact }) => contact?.time?.slice(0, 10) ?? '',
  },
  { key: 'days_after', title: 'days', fit: 'keep', value: ({ days }) => days },
  { key: 'contact', fit: 'keep', value: ({ contact }) => contact?.shortId ?? null },
];

function toldWhom({ disclosers, audience }: DisclosureView): string {
  return `${disclosers.map(({ party }) => party).join(', ')} → ${audience}`;
}

/** The first and last day of a day, month or year, as days since 1970; null for anything else. */
function dayRange(text: string): DayRange | null {
  const day = parseDay(text);
  return day === null ? null : { from: dayNumber(day.first), to: dayNumber(day.last) };
}

/** Days between a contact and its disclosure, by their calendar days; fewest and most where one is known to the month. */
function daysAfter({ given, contact }: DisclosureView): Bounds | null {
  const on = contact?.time ?? null;
  // An interval A/B has no one day; of an instant its day counts.
  if (given === null || on === null || on.includes('/')) return null;
  const [told, held] = [dayRange(given), dayRange(on.split('T')[0]!)];
  if (told === null || held === null) return null;
  return { min: Math.max(0, told.from - held.to), max: told.to - held.from };
}

async function showDisclosed({ open, output, say, text }: Page): Promise<void> {
  const { numbers } = await disclosureNumbers(open, 'recorded');
  const all: Disclosed[] = [];
  for await (const view of disclosureViews(open, numbers)) all.push({ ...view, days: daysAfter(view) });
  if (all.length === 0) return;
  const order = ({ given, id }: Disclosed): string => `${given ?? '~'} ${id}`;
  all.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const more = all.length - SHOWN;
  await say(heading('Which contacts were disclosed, when and to whom'));
  await output.rows(DISCLOSED_COLUMNS, all.slice(0, SHOWN));
  const rest = more > 0 ? `; ${more} more: backchannel disclosures` : '';
  await say(text(`${counted(all.length, 'disclosure')} of a contact that is known${rest}.`));
}
