/** The answer: the headline count with its bounds, by party, and what it rests on. */
import type { OpenCase } from '../../case/open.ts';
import { type CountByView, type CountView, countByView, countView } from '../../case/views/count.ts';
import { heldAgainst } from '../../case/views/coverage.ts';
import { identityText, reasonText } from '../../case/views/definition.ts';
import { type AskedCount, askedCount } from '../../case/views/question.ts';
import { instantText } from '../../case/views/time.ts';
import type { Bounds } from '../../model/bounds.ts';
import { sideReferences } from '../../statements/claim.ts';
import type { Answer, AnswerRow, Piece, Sentence } from '../briefing.ts';
import { channelsText, counted, spanText } from '../wording.ts';
import type { Notebook } from './notebook.ts';

/** Parties that the table under the answer names. */
const PARTIES = 12;

/** An answer with the count that it is made of. */
export interface Answered {
  readonly answer: Answer;
  readonly asked: AskedCount;
  readonly view: CountView;
  readonly rows: readonly CountByView[];
}

/** A group or party as people read it: its name in people.yaml, or its group's name with the @ that marks it. */
export function sideText({ files }: Pick<OpenCase, 'files'>, name: string | null): string {
  if (name === null) return 'everybody else';
  const named = new Map(
    [...files.people.parties, ...files.people.organisations].map((party) => [party.id, party.name]),
  );
  return sideReferences(name)
    .map((reference) => named.get(reference) ?? reference)
    .join(' or ');
}

function periodText({ files }: Pick<OpenCase, 'files'>, { question: { from, to } }: AskedCount): string {
  const { zone } = files.case;
  const day = (instant: number): string => instantText(instant, zone).slice(0, 10);
  if (from !== null && to !== null) return `, ${spanText(day(from), day(to))}`;
  if (from !== null) return ` from ${day(from)} on`;
  return to === null ? '' : ` up to ${day(to)}`;
}

/** What is asked, in words: calls and mails between A and B, 1 April to 8 November 2030. */
export function askedText(open: Pick<OpenCase, 'files'>, asked: AskedCount): string {
  const { between, and, channels } = asked.question;
  return `${channelsText(channels)} between ${sideText(open, between)} and ${sideText(open, and)}${periodText(open, asked)}`;
}

/** What separates the two ends of the number of contacts. */
export function separationOf({ contacts, reasons, identities, several }: CountView): string[] {
  if (contacts.min === contacts.max) return [];
  return [
    ...reasons.filter(({ code }) => code !== 'identity').map(reasonText),
    ...identities.map(identityText),
    ...(several === 0 ? [] : [`${several} tell of several contacts without saying how many; each counts once`]),
  ];
}

function contestedRemarks({ undisclosed }: CountView): string[] {
  return (undisclosed?.contested ?? []).map(
    ({ contacts, uncovered }) =>
      `Contested: ${uncovered} of ${contacts.length} contacts that compete for fewer disclosures ${uncovered === 1 ? 'is' : 'are'} not covered; which is not determined.`,
  );
}

/** Footnotes of a count: all contacts, and those that no disclosure fits; null where nothing can be called undisclosed. */
interface CountNotes {
  readonly all: number;
  readonly undisclosed: number | null;
}

/** A question with the footnotes of its count. */
interface Noted {
  readonly asked: AskedCount;
  readonly notes: CountNotes;
}

function notesOf(open: OpenCase, asked: AskedCount, view: CountView, notebook: Notebook): CountNotes {
  const what = askedText(open, asked);
  const undisclosed =
    view.undisclosed === null
      ? null
      : notebook.note({
          what: `${counted(view.undisclosed.listed.length, 'contact')} that ${view.undisclosed.listed.length === 1 ? 'is' : 'are'} distinct, certain, and ${view.undisclosed.listed.length === 1 ? 'fits' : 'fit'} no disclosure among those loaded, as of ${open.files.case.asOf}: ${what}.`,
          id: asked.id,
          contacts: [...view.undisclosed.listed, ...view.undisclosed.contested.flatMap(({ contacts }) => contacts)],
          remarks: contestedRemarks(view),
        });
  const all = notebook.note({
    what: `${counted(view.listed.length, 'contact')}, distinct and certain, disclosed or not: ${what}.`,
    id: asked.id,
    contacts: view.listed,
    remarks: separationOf(view),
  });
  return { all, undisclosed };
}

function numbers(bounds: Bounds, note: number): Piece[] {
  if (bounds.min === bounds.max) return [{ words: String(bounds.min), note }];
  return [{ words: `${bounds.min}–${bounds.max}`, note }];
}

/** How many contacts are known of, where nothing can be called undisclosed: no upper bound holds for what is not loaded. */
function heldSentence(what: string, { min, max }: Bounds, note: number): Sentence {
  if (max === 0) return [{ words: 'None', note }, ` in what is loaded: ${what}.`];
  if (min === 0) return ['At most ', { words: String(max), note }, ` in what is loaded: ${what}.`];
  return [
    'At least ',
    { words: String(min), note },
    ` ${what}${min === max ? '' : `, and at most ${max} in what is loaded`}.`,
  ];
}

/** The answer in one sentence. @param notes footnotes of its two numbers */
export function sentenceOf(open: OpenCase, asked: AskedCount, view: CountView, notes: CountNotes): Sentence {
  const what = askedText(open, asked);
  const { contacts, undisclosed } = view;
  if (undisclosed === null || notes.undisclosed === null) return heldSentence(what, contacts, notes.all);
  const { min, max } = undisclosed.bounds;
  return [
    'At least ',
    { words: String(min), note: notes.undisclosed },
    ...(min === max ? [' of '] : [`, at most ${max}, of `]),
    ...numbers(contacts, notes.all),
    ` ${what} have no matching disclosure among those loaded, as of ${open.files.case.asOf}.`,
  ];
}

/** The question of one line of the table. */
function askedOfParty({ question, list }: AskedCount, party: string): AskedCount {
  return askedCount({ ...question, and: party }, list);
}

async function rowOf(
  open: OpenCase,
  { asked, notes }: Noted,
  row: CountByView,
  notebook: Notebook,
): Promise<AnswerRow> {
  const { party, name, contacts, undisclosed } = row;
  if (party === null) return { party, name, contacts, undisclosed, contactsNote: notes.all, note: notes.undisclosed };
  const own = askedOfParty(asked, party);
  const view = await countView(open, own, false);
  const of = notesOf(open, own, view, notebook);
  return { party, name, contacts, undisclosed, contactsNote: of.all, note: of.undisclosed };
}

/**
 * Answers the headline question.
 * @param coverage sentences that say in how much covered time it is answered
 * @throws CaseError when it names no group and no party
 */
export async function answerOf(
  open: OpenCase,
  asked: AskedCount,
  coverage: readonly string[],
  notebook: Notebook,
): Promise<Answered> {
  const view = await countView(open, asked, true);
  const notes = notesOf(open, asked, view, notebook);
  const by = await countByView(open, asked, ['party'], PARTIES);
  const rows: AnswerRow[] = [];
  for (const row of by) rows.push(await rowOf(open, { asked, notes }, row, notebook));
  const separation = separationOf(view);
  const answer: Answer = {
    asked: askedText(open, asked),
    id: asked.id,
    contacts: view.contacts,
    undisclosed: view.undisclosed?.bounds ?? null,
    sentence: sentenceOf(open, asked, view, notes),
    basis: [
      [heldAgainst(open)],
      ...coverage.map((line): Sentence => [line]),
      ...(separation.length === 0
        ? []
        : [[`Between ${view.contacts.min} and ${view.contacts.max}: ${separation.join('; ')}.`]]),
      ...contestedRemarks(view).map((line): Sentence => [line]),
    ],
    rows,
  };
  return { answer, asked, view, rows: by };
}
