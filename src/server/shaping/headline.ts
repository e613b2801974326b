/** The headline question with its answer, as somebody who sees the case for the first time needs it. */
import { askedText, sentenceOf, sideText } from '../../briefing/gather/answer.ts';
import { coverageLines } from '../../briefing/gather/coverage.ts';
import { askedOf, headlineOf } from '../../briefing/gather/headline.ts';
import { type CountByView, countByView, countView } from '../../case/views/count.ts';
import { heldAgainst } from '../../case/views/coverage.ts';
import { definitionText } from '../../case/views/definition.ts';
import type { AskedCount } from '../../case/views/question.ts';
import { queryOf, withFilters } from '../asking/filters.ts';
import { type Opened, once } from '../opened.ts';
import type { HeadlineAnswer, WithParty } from '../shapes/overview.ts';
import type { PartyName } from '../shapes/party.ts';
import { contactRows } from './contacts.ts';
import { separates } from './counts.ts';

/** Parties under the answer, and contacts that are shown at once. */
const [PARTIES, EXAMPLES] = [12, 5];

/** Those with most that is undisclosed first, then those with most contacts. */
function byWeight(a: CountByView, b: CountByView): number {
  const open = (row: CountByView): number => row.undisclosed?.max ?? 0;
  return open(b) - open(a) || b.contacts.max - a.contacts.max || ((a.party ?? '') < (b.party ?? '') ? -1 : 1);
}

function withRows(
  rows: readonly CountByView[],
  query: string,
  naming: (party: { key: string; name: string }) => PartyName,
): WithParty[] {
  return rows
    .filter(({ isAll, party }) => !isAll && party !== null)
    .sort(byWeight)
    .slice(0, PARTIES)
    .map((row) => ({
      party: naming({ key: row.party!, name: row.name ?? row.party! }),
      contacts: row.contacts,
      undisclosed: row.undisclosed,
      listed: withFilters(query, { and: row.party }),
    }));
}

async function made(opened: Opened, asked: AskedCount): Promise<HeadlineAnswer> {
  const { slow, names } = opened;
  const view = await countView(slow, asked, false);
  const rows = await countByView(slow, asked, ['party'], 10_000);
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
    with: withRows(rows, query, await names.naming()),
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
