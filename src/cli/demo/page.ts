/** The result of a demo as a person wants to read it: numbers first, then whose, then where they stand. */
import { askedOf, type Headline, headlineOf } from '../../briefing/gather/headline.ts';
import { partedCoverage } from '../../case/coverage/parts.ts';
import type { RecordShares } from '../../case/coverage/shapes.ts';
import type { OpenCase } from '../../case/open.ts';
import { citationsText } from '../../case/views/citations.ts';
import { type ContactView, contactList, endsText } from '../../case/views/contacts.ts';
import { type CountByView, type CountView, countByView, countView, withList } from '../../case/views/count.ts';
import { heldAgainst } from '../../case/views/coverage.ts';
import { channelsText } from '../../case/views/coverage-words.ts';
import { definitionText, identityText, reasonText } from '../../case/views/definition.ts';
import type { AskedCount } from '../../case/views/question.ts';
import { lengthText, shownWhen } from '../../case/views/time.ts';
import { boundsText } from '../../model/bounds.ts';
import { type Line, span } from '../frame/line.ts';
import type { Column, Output } from '../frame/output.ts';
import { wrapped } from '../frame/width.ts';
import { sharesJson } from '../show/coverage.ts';

/** How many of the contacts are shown. */
const SHOWN = 5;
/** Text is no wider than this. */
const WIDEST = 100;

/** What the result was of, for the commands that open it further. */
export interface Shown {
  readonly headline: Headline;
  readonly contacts: readonly ContactView[];
}

/**
 * Prints the answer to the headline question of the case.
 * @param sums what was built, on one line
 * @returns null where the case asks no question
 */
export async function showResult(open: OpenCase, output: Output, sums: string): Promise<Shown | null> {
  const { case: file } = open.files;
  const headline = headlineOf(open.files);
  const width = Math.min(output.width ?? WIDEST, WIDEST);
  const say = (lines: readonly Line[]): Promise<void> => output.document(null, () => lines);
  const text = (words: string, indent = '  '): Line[] =>
    wrapped(words, width - indent.length).map((line) => indent + line);
  await say(['', ...text(file.title).map((line): Line => [span('heading', String(line))]), ...text(sums), '']);
  if (headline === null) return null;
  const question = askedOf(open.files, headline);
  const count = await countView(open, question, false);
  await say([...answer(open, count, headline, text), '']);
  const columns = PARTY_COLUMNS.filter(({ key }) => key !== 'undisclosed' || count.undisclosed !== null);
  await output.rows(columns, await partiesOf(open, question));
  await say([
    '',
    ...text(heldAgainst(open)),
    ...text(`Counted: ${definitionText(file.definition.definition, headline.between)}.`),
    ...text(separated(count)),
  ]);
  const listed = count.undisclosed?.listed ?? count.listed;
  const some = await contactList(open, listed.slice(0, SHOWN));
  const which = count.undisclosed === null ? 'them' : 'those that no loaded disclosure fits';
  if (some.length > 0) {
    await say(['', ...text(`The first ${some.length} of ${which}:`)]);
    await output.rows(CONTACT_COLUMNS, some);
  }
  return { headline, contacts: some };
}

/** A counterpart with in how much covered time its contacts were counted. */
interface CountedParty extends CountByView {
  readonly coverage: RecordShares | null;
}

async function partiesOf(open: OpenCase, asked: AskedCount): Promise<CountedParty[]> {
  const counted = await countByView(open, asked, ['party'], 10);
  const { parts } = await withList(open, asked, () => partedCoverage(open, asked.question, counted));
  return counted.map((row, i) => ({ ...row, coverage: parts[i] ?? null }));
}

function answer(open: OpenCase, count: CountView, headline: Headline, text: (words: string) => Line[]): Line[] {
  const { between, and, window, channels } = headline;
  const sides = `${between} and ${and ?? 'everybody else'}`;
  const ways = channels === 'any' ? 'contacts' : channels.map((channel) => `${channel}s`).join(' and ');
  const when =
    window === undefined
      ? ''
      : window.window === undefined
        ? ` from ${window.from ?? 'the beginning'} to ${window.to ?? 'the end'}`
        : ` in the window ${window.window}`;
  const all = `${boundsText(count.contacts)} ${ways} between ${sides}${when}.`;
  if (count.undisclosed === null) return text(all).map((line): Line => [span('strong', String(line))]);
  const { min, max } = count.undisclosed.bounds;
  const words = `At least ${min} of them, at most ${max}, have no matching disclosure among those loaded, as of ${open.files.case.asOf}.`;
  return [...text(all), ...text(words).map((line): Line => [span('strong', String(line))])];
}

/** An interval within one minute is that minute. */
function onceText(text: string): string {
  const [first, last] = text.split(' to ');
  return first === last ? first! : text;
}

/** What keeps the two ends of the number of contacts apart. */
function separated({ contacts, reasons, identities }: CountView): string {
  if (contacts.min === contacts.max) return 'Nothing is uncertain in the number of contacts.';
  const parts = [...reasons.filter(({ code }) => code !== 'identity').map(reasonText), ...identities.map(identityText)];
  return `Between ${contacts.min} and ${contacts.max}: ${parts.join('; ')}.`;
}

const PARTY_COLUMNS: readonly Column<CountedParty>[] = [
  { key: 'counterpart', value: ({ party, isAll }) => (isAll ? 'all' : party) },
  { key: 'name', value: ({ name }) => name },
  { key: 'contacts', fit: 'keep', value: ({ contacts }) => contacts },
  { key: 'undisclosed', fit: 'keep', value: ({ undisclosed }) => undisclosed },
  {
    key: 'coverage',
    title: 'in how much covered time',
    value: ({ coverage }) => (coverage === null ? null : sharesJson(coverage)),
    text: ({ coverage }) => (coverage === null ? '' : channelsText(coverage)),
  },
];

const CONTACT_COLUMNS: readonly Column<ContactView>[] = [
  { key: 'id', fit: 'keep', value: ({ shortId }) => shortId },
  { key: 'time', fit: 'keep', value: ({ time }) => time, text: ({ time }) => onceText(shownWhen(time)) },
  {
    key: 'what',
    value: ({ channel }) => channel,
    text: ({ channel, duration }) => (duration === null ? channel : `${channel}, ${lengthText(duration)}`),
  },
  {
    key: 'who',
    value: ({ from, to }) => `${endsText(from)} → ${endsText(to)}`,
    text: ({ from, to, grade }) => [
      span(grade === 'certain' ? 'certain' : 'probable', `${endsText(from)} → ${endsText(to, 2)}`),
    ],
  },
  {
    key: 'where',
    value: ({ witnesses }) => witnesses.map(({ text }) => text),
    text: ({ witnesses }) => citationsText(witnesses),
  },
];

/** Commands that open what was shown. @param hasStory the case has a story */
export function nextLines(open: OpenCase, shown: Shown | null, hasStory: boolean): Line[] {
  const at = `--case ${/^[\w./-]+$/.test(open.folder) ? open.folder : JSON.stringify(open.folder)}`;
  const [first] = shown?.contacts ?? [];
  return [
    '',
    '  To try next:',
    ...(first === undefined
      ? []
      : [`    backchannel cite ${first.shortId} ${at}`, `    backchannel explain ${first.shortId} ${at}`]),
    ...(shown === null ? [] : [`    backchannel contacts ${questionText(shown.headline)} ${at}`]),
    ...(hasStory ? [`    backchannel story ${at}`] : []),
    `    backchannel disclosures ${at}`,
    `    backchannel findings ${at}`,
    '',
    `  The case stays in ${open.folder} until you delete it.`,
  ];
}

/** A headline as options of contacts. */
function questionText({ between, and, window }: Headline): string {
  const ends = window?.window === undefined ? [] : [`--window ${window.window}`];
  const days = window === undefined || window.window !== undefined ? [] : dayOptions(window);
  return [`--between ${between}`, ...(and === null ? [] : [`--and ${and}`]), ...ends, ...days].join(' ');
}

const dayOptions = ({ from, to }: { readonly from?: string; readonly to?: string }): string[] => [
  ...(from === undefined ? [] : [`--from ${from}`]),
  ...(to === undefined ? [] : [`--to ${to}`]),
];
