/** A count opened: the contacts behind its lower bound, what separates the bounds, and the question that was asked. */

import { questionCoverage } from '../../case/coverage.ts';
import type { OpenCase } from '../../case/open.ts';
import { contactList } from '../../case/views/contacts.ts';
import { type CountView, countView, withList } from '../../case/views/count.ts';
import { definitionText } from '../../case/views/definition.ts';
import { keptCount } from '../../case/views/kept-counts.ts';
import { parametersOf } from '../../ledger/queries/contacts/asked.ts';
import { CANDIDATE_EDGE, candidate, countCertain } from '../../ledger/queries/contacts/count.ts';
import { boundsText } from '../../model/bounds.ts';
import { counted } from '../frame/cell.ts';
import type { Line } from '../frame/line.ts';
import type { Output } from '../frame/output.ts';
import { contactLine } from './contact.ts';
import { askedText, movesLines, separationLines, undisclosedLines } from './count.ts';
import { coverageJson, coverageLines } from './coverage.ts';
import { contactJson } from './json.ts';
import { sqlLines } from './sql.ts';
import { wrapLines } from './wrap.ts';

/** Contacts that are listed for people; machines get all. */
const LISTED = 1000;

function headLine(open: OpenCase, { undisclosed, listed }: CountView, asked: string): string {
  if (undisclosed === null)
    return `  ${counted(listed.length, 'contact')} that ${listed.length === 1 ? 'is' : 'are'} distinct and certain, ${asked}.`;
  const many = undisclosed.listed.length;
  return `  ${counted(many, 'contact')} that ${many === 1 ? 'is' : 'are'} distinct, certain, and ${many === 1 ? 'fits' : 'fit'} no disclosure among those loaded, as of ${open.files.case.asOf}, ${asked}.`;
}

/**
 * Explains a count from its id alone.
 * @throws CaseError when no such count was asked
 */
export async function explainCount(open: OpenCase, output: Output, id: string): Promise<void> {
  const asked = keptCount(open, id);
  const view = await countView(open, asked, true);
  const coverage = await withList(open, asked, () => questionCoverage(open, asked.question));
  const numbers = view.undisclosed?.listed ?? view.listed;
  const limit = output.format === 'table' ? LISTED : numbers.length;
  const contacts = await contactList(open, numbers.slice(0, limit));
  const contested = view.undisclosed?.contested ?? [];
  const named = new Set([...numbers, ...contested.flatMap((contest) => contest.contacts)]);
  const others = await contactList(open, view.listed.filter((no) => !named.has(no)).slice(0, limit));
  const rivals = await contactList(
    open,
    contested.flatMap((contest) => contest.contacts),
  );
  const contests = contested.map(({ uncovered, contacts: of }) => ({
    uncovered,
    contacts: rivals.filter(({ no }) => of.includes(no)),
  }));
  const { question } = asked;
  const sql = [candidate(question).sql, CANDIDATE_EDGE.sql, countCertain(question.definition, true).sql];
  const parameters = Object.entries(parametersOf(question)).map(([name, value]) => `$${name} = ${String(value)}`);
  const value = {
    id: asked.id,
    question: { ...question, definition: { ...question.definition }, list: asked.list },
    contacts: view.contacts,
    undisclosed: view.undisclosed?.bounds ?? null,
    coverage: coverageJson(coverage),
    listed: contacts.map(contactJson),
    others: others.map(contactJson),
    reasons: view.reasons.map(({ code, contacts: many }) => ({ code, contacts: many })),
    identities: view.identities.map(({ address, party, contacts: many }) => ({ address, party, contacts: many })),
    moves: view.moves.map(({ part, text, bounds }) => ({ part, text, bounds })),
    contested: contests.map(({ uncovered, contacts: of }) => ({ uncovered, contacts: of.map(contactJson) })),
    sql,
    parameters,
  };
  const more = numbers.length - contacts.length;
  await output.document(value, () => [
    ...wrapLines(
      [
        headLine(open, view, askedText(open, asked)),
        ...contacts.map((contact, i) => contactLine(contact, i + 1)),
        ...(more === 0 ? [] : [`  … and ${counted(more, 'contact')} more`]),
        ...(others.length === 0
          ? []
          : ['  Besides, of those that certainly count:', ...others.map((contact) => contactLine(contact, null))]),
        ...boundsLines(view),
        ...separationLines(view),
        ...contests.flatMap(({ uncovered, contacts: of }): Line[] => [
          `  Contested: ${uncovered} of these ${of.length} ${uncovered === 1 ? 'is' : 'are'} not covered; which is not determined.`,
          ...of.map((contact) => contactLine(contact, null)),
        ]),
        `  Counted: ${definitionText(question.definition, question.between)}.`,
        ...movesLines(view),
        ...coverageLines(coverage),
        ...undisclosedLines(open, view),
      ],
      output.width,
    ),
    ...sqlLines(sql, parameters),
  ]);
}

function boundsLines({ contacts, undisclosed }: CountView): string[] {
  const all = `${boundsText(contacts)} contacts in all`;
  return [
    undisclosed === null ? `  ${all}.` : `  ${boundsText(undisclosed.bounds)} with no matching disclosure, of ${all}.`,
  ];
}
