/** The headline question with its answer, as somebody who sees the case for the first time needs it. */
import { askedText, sentenceOf, sideText } from '../../briefing/gather/answer.ts';
import { coverageLines } from '../../briefing/gather/coverage.ts';
import { askedOf, headlineOf } from '../../briefing/gather/headline.ts';
import { countView } from '../../case/views/count.ts';
import { heldAgainst } from '../../case/views/coverage.ts';
import { definitionText } from '../../case/views/definition.ts';
import type { AskedCount } from '../../case/views/question.ts';
import { edgesOf } from '../../case/workbench/edges.ts';
import type { Wanted } from '../../case/workbench/index-of-contacts.ts';
import { queryOf, withFilters } from '../asking/filters.ts';
import { type Opened, once } from '../opened.ts';
import type { HeadlineAnswer, WithParty } from '../shapes/overview.ts';
import { contactRows } from './contacts.ts';
import { separates } from './counts.ts';
import { membersOf, partiesByNumber } from './parties.ts';

/** Parties under the answer, and contacts that are shown at once. */
const [PARTIES, EXAMPLES] = [12, 5];

/** A party at the other end, with how much stands between it and the side that is asked about. */
interface Weighed {
  readonly no: number;
  contacts: number;
  undisclosed: number;
}

/** The parties at the other end that weigh most: most undisclosed contacts, then most contacts, then by number. */
async function heaviest({ index }: Opened, wanted: Wanted, mine: ReadonlySet<number>): Promise<number[]> {
  const [roll, pairs, counts] = [await index.roll(), await index.pairs(wanted.frame), await index.counts(wanted)];
  const weighed = new Map<number, Weighed>();
  for (const { a, b, contacts, undisclosed } of edgesOf(roll, pairs, counts, counts.order)) {
    const no = mine.has(a) ? b : a;
    const known = weighed.get(no) ?? { no, contacts: 0, undisclosed: 0 };
    known.contacts += contacts;
    known.undisclosed += undisclosed;
    weighed.set(no, known);
  }
  return [...weighed.values()]
    .sort((x, y) => y.undisclosed - x.undisclosed || y.contacts - x.contacts || x.no - y.no)
    .slice(0, PARTIES)
    .map(({ no }) => no);
}

const open = ({ undisclosed }: WithParty): number => undisclosed?.max ?? 0;

/** Lines under the answer: the same question for one party at a time, those with most that is undisclosed first. */
async function withRows(opened: Opened, { question }: AskedCount, query: string): Promise<WithParty[]> {
  const { index } = opened;
  const { between, and, definition, from, to, channels } = question;
  const filters = { from, to, channels, states: null };
  const numbers = await heaviest(
    opened,
    { frame: { between, and, definition }, filters },
    await membersOf(opened, between),
  );
  const parties = await partiesByNumber(opened, numbers);
  const rows: WithParty[] = [];
  for (const no of numbers) {
    const { key, name, marks } = parties.get(no)!;
    const wanted = { frame: { between, and: key, definition }, filters };
    const chosen = await index.chosen(wanted);
    rows.push({
      party: { key, name, marks },
      contacts: chosen.bounds,
      undisclosed: await index.undisclosed(wanted, chosen),
      listed: withFilters(query, { and: key }),
    });
  }
  return rows.sort((x, y) => open(y) - open(x) || y.contacts.max - x.contacts.max);
}

async function made(opened: Opened, asked: AskedCount): Promise<HeadlineAnswer> {
  const { slow } = opened;
  const view = await countView(slow, asked, false);
  const query = queryOf(asked, slow.files.case.definition.definition);
  const { undisclosed } = view;
  const shown = (undisclosed !== null && undisclosed.listed.length > 0 ? undisclosed.listed : view.listed).slice(
    -EXAMPLES,
  );
  const pieces = sentenceOf(slow, asked, view, { all: 0, undisclosed: undisclosed === null ? null : 0 });
  return {
    asked: askedText(slow, asked),
    between: sideText(slow, asked.question.between),
    and: sideText(slow, asked.question.and),
    sentence: pieces.map((piece) => (typeof piece === 'string' ? piece : piece.words)).join(''),
    contacts: view.contacts,
    undisclosed: undisclosed?.bounds ?? null,
    counted: definitionText(asked.question.definition, asked.question.between),
    separates: separates(view),
    basis: [heldAgainst(slow), ...(await coverageLines(slow, asked))],
    with: await withRows(opened, asked, query),
    examples: await contactRows(
      opened,
      shown.toReversed(),
      shown.map(() => 1),
    ),
    listed: query,
    listedUndisclosed: undisclosed === null ? '' : withFilters(query, { state: 'undisclosed,contested' }),
    id: asked.id,
  };
}

/**
 * The answer to the headline question.
 * @returns null where the case names no two sides
 * @throws CaseError where the headline names nobody
 */
export async function headlineAnswer(opened: Opened): Promise<HeadlineAnswer | null> {
  const headline = headlineOf(opened.open.files);
  if (headline === null) return null;
  return once(opened, 'headline', () => made(opened, askedOf(opened.open.files, headline)));
}
