/** The result of a demo as a person wants to read it: numbers first, then whose, then where they stand. */
import type { OpenCase } from '../../case/open.ts';
import { citationsText } from '../../case/views/citations.ts';
import { type ContactView, contactList, endsText } from '../../case/views/contacts.ts';
import { type CountByView, type CountView, countByView, countView } from '../../case/views/count.ts';
import { heldAgainst } from '../../case/views/coverage.ts';
import { definitionText, identityText, reasonText } from '../../case/views/definition.ts';
import { type AskedCount, LIST } from '../../case/views/question.ts';
import { lengthText, shownWhen } from '../../case/views/time.ts';
import { boundsText } from '../../model/bounds.ts';
import { type Line, span } from '../frame/line.ts';
import type { Column, Output } from '../frame/output.ts';
import { wrapped } from '../frame/width.ts';

/** The question of a demo. */
export interface Asked {
  readonly between: string;
  readonly and: string;
  readonly window: string;
  readonly channels: readonly string[];
}

/** How many of the contacts are shown. */
const SHOWN = 5;
/** Text is no wider than this. */
const WIDEST = 100;

/** Prints the page. @param sums what was built, on one line */
export async function showResult(
  open: OpenCase,
  output: Output,
  question: AskedCount,
  asked: Asked,
  sums: string,
): Promise<void> {
  const { case: file } = open.files;
  const width = Math.min(output.width ?? WIDEST, WIDEST);
  const say = (lines: readonly Line[]): Promise<void> => output.document(null, () => lines);
  const text = (words: string, indent = '  '): Line[] =>
    wrapped(words, width - indent.length).map((line) => indent + line);
  const count = await countView(open, question, false);
  await say(['', [span('heading', `  ${file.title}`)], ...text(sums), '', ...headline(open, count, asked, text), '']);
  await output.rows(PARTY_COLUMNS, await countByView(open, question, ['party'], 10));
  await say([
    '',
    ...text(heldAgainst(open)),
    ...text(`Counted: ${definitionText(file.definition.definition, asked.between)}.`),
  ]);
  await say(text(separated(count)));
  const some = await contactList(open, (count.undisclosed?.listed ?? []).slice(0, SHOWN));
  await say(['', ...text(`The first ${some.length} of those that no loaded disclosure fits:`)]);
  await output.rows(CONTACT_COLUMNS, some);
  await say(['', '  To try next:', ...nextLines(open, asked, some)]);
}

function headline(open: OpenCase, count: CountView, asked: Asked, text: (words: string) => Line[]): Line[] {
  const sides = `${asked.between} and ${asked.and === LIST ? 'those' : asked.and}`;
  const channels = asked.channels.map((channel) => `${channel}s`).join(' and ');
  const all = `${boundsText(count.contacts)} ${channels} between ${sides} in the window ${asked.window}.`;
  if (count.undisclosed === null) return text(all);
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

const PARTY_COLUMNS: readonly Column<CountByView>[] = [
  { key: 'counterpart', value: ({ party, isAll }) => (isAll ? 'all' : party) },
  { key: 'name', value: ({ name }) => name },
  { key: 'contacts', value: ({ contacts }) => contacts },
  { key: 'undisclosed', value: ({ undisclosed }) => undisclosed },
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

function nextLines(open: OpenCase, asked: Asked, some: readonly ContactView[]): Line[] {
  const at = `--case ${/^[\w./-]+$/.test(open.folder) ? open.folder : JSON.stringify(open.folder)}`;
  const sides = `--between ${asked.between} --and ${asked.and} --window ${asked.window}`;
  const [first] = some;
  return [
    ...(first === undefined
      ? []
      : [`    backchannel cite ${first.shortId} ${at}`, `    backchannel explain ${first.shortId} ${at}`]),
    `    backchannel contacts ${sides} ${at}`,
    `    backchannel disclosures ${at}`,
    `    backchannel findings ${at}`,
    '',
    `  The case stays in ${open.folder} until you delete it.`,
  ];
}
