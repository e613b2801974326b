/** /review: questions about who is who, each with the evidence of both sides. */
import { addressEvidence } from '../../case/views/people-evidence.ts';
import {
  type ReviewQuestion as QuestionView,
  reviewQueue,
  type ReviewSide as SideView,
} from '../../case/views/people-review.ts';
import { pagingOf } from '../asking/paging.ts';
import type { Desk } from '../desk.ts';
import { dataRoute } from '../http/data.ts';
import type { Asked, Route } from '../http/exchange.ts';
import type { Opened } from '../opened.ts';
import type { ReviewPage, ReviewQuestion, ReviewSide } from '../shapes/review.ts';
import { writtenNames } from '../shaping/aliases.ts';

const contactsText = (contacts: number): string => `${contacts} ${contacts === 1 ? 'contact' : 'contacts'}`;

/** What each answer would move: grades of identity are all that hangs on it. */
function movesOf({ contacts, asked, grade }: QuestionView): ReviewQuestion['moves'] {
  const among = asked === 0 ? '' : `, ${asked} of them among those that the case asks about`;
  const guess =
    grade === 'possible' ? 'They are taken for two until then' : 'They are taken for one, probably, until then';
  return {
    same:
      contacts === 0 ? 'No count moves.' : `${contactsText(contacts)} would be certain${among}: lower bounds can rise.`,
    notSame:
      contacts === 0
        ? 'No count moves.'
        : `${contactsText(contacts)} would fall away from one of the two${among}: upper bounds can sink.`,
    unsure: `${guess}; it is asked again, last.`,
  };
}

async function sideOf(opened: Opened, { anchor, no, party }: SideView): Promise<ReviewSide> {
  const { slow, names } = opened;
  const marking = await names.marking();
  const shown = {
    text: anchor.address,
    kind: party === null ? anchor.kind : ('person' as const),
    marks: marking(anchor.address),
  };
  if (no === null) return { ...shown, evidence: null };
  const found = await addressEvidence(slow, no);
  const naming = await names.naming();
  return {
    ...shown,
    evidence: {
      names: writtenNames(found.names),
      organisations: found.organisations,
      records: found.records,
      first: found.first,
      last: found.last,
      also: found.also,
      circle: found.circle.map(({ key, name, contacts }) => ({ party: naming({ key, name }), contacts })),
    },
  };
}

async function questionOf(opened: Opened, view: QuestionView): Promise<ReviewQuestion> {
  const { id, grade, bits, contacts, asked, decided } = view;
  return {
    id,
    a: await sideOf(opened, view.a),
    b: await sideOf(opened, view.b),
    grade,
    bits,
    agreements: view.agreements.map(({ field, level, bits: of }) => ({ field, level, bits: of })),
    contacts,
    asked,
    moves: movesOf(view),
    decided: decided === 'unsure' ? 'unsure' : null,
  };
}

async function review(desk: Desk, opened: Opened, { query }: Asked): Promise<ReviewPage> {
  const { offset, limit } = pagingOf(query, 10, 25);
  const decisions = desk.decisions();
  const now = { ...opened.slow, files: { ...opened.slow.files, decisions } };
  const { questions, all } = await reviewQueue(now, offset + limit);
  const rows: ReviewQuestion[] = [];
  for (const question of questions.slice(offset)) rows.push(await questionOf(opened, question));
  return { offset, total: all, rows, who: decisions.made.at(-1)?.decision.who ?? '' };
}

/** The address of the queue. */
export function reviewRoutes(desk: Desk): Route[] {
  return [dataRoute(desk, '/review', (opened, asked) => review(desk, opened, asked))];
}
