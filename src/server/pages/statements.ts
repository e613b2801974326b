/** /statements: what was said in public beside what the records say to it. */
import { caveatsOf } from '../../case/views/caveats.ts';
import { definitionText } from '../../case/views/definition.ts';
import { type StatementView, statementViews } from '../../case/views/statements.ts';
import { CANDIDATE_EDGE, candidate, countCertain } from '../../ledger/queries/contacts/count.ts';
import { TOLD_COUNTS, type ToldCountRow } from '../../ledger/queries/sourcing/told-counts.ts';
import { queryOf } from '../asking/filters.ts';
import type { Desk } from '../desk.ts';
import { dataRoute } from '../http/data.ts';
import { Refused, type Route } from '../http/exchange.ts';
import { type Opened, once } from '../opened.ts';
import type { StatementPage, StatementsPage, WholeClaim } from '../shapes/statements.ts';
import { claimRow } from '../shaping/claims.ts';
import { contactRows } from '../shaping/contacts.ts';

/** Contacts of a claim that are given. */
const CONTACTS = 100;

/** Claims in the order of statements.yaml. */
export function claimsOf(opened: Opened): Promise<StatementView[]> {
  return once(opened, 'claims', () => statementViews(opened.slow));
}

async function list(opened: Opened): Promise<StatementsPage> {
  const { open, names } = opened;
  const naming = await names.naming();
  const told = (await open.ledger.rows<ToldCountRow>(TOLD_COUNTS)).filter(({ part }) => part === 0);
  return {
    claims: (await claimsOf(opened)).map((view) => claimRow(open, view, naming)),
    told: told.map((row) => ({
      id: row.entry,
      teller: row.told_by,
      sentence: row.sentence,
      verdict: row.verdict,
      recorded: { min: row.recorded_min, max: row.recorded_max },
    })),
  };
}

async function wholeClaim(opened: Opened, view: StatementView): Promise<WholeClaim> {
  const { open, names } = opened;
  const { question } = view.counted;
  const shown = view.contacts.slice(0, CONTACTS);
  return {
    ...claimRow(open, view, await names.naming()),
    favourable: view.favourable,
    unfavourable: view.unfavourable,
    timing: { before: view.timing.before, sameDay: view.timing.sameDay, after: view.timing.after },
    covered: view.covered,
    declared: view.declared,
    coverage: view.coverage,
    missing: view.missing,
    caveats: await caveatsOf(open, view.contacts),
    counted: definitionText(question.definition, question.between),
    contacts: await contactRows(
      opened,
      shown,
      shown.map(() => 1),
    ),
    contactsInAll: view.contacts.length,
    listed: queryOf(view.counted, open.files.case.definition.definition),
    sql: [candidate(question).sql, CANDIDATE_EDGE.sql, countCertain(question.definition, true).sql],
  };
}

async function whole(opened: Opened, id: string): Promise<StatementPage> {
  const all = await claimsOf(opened);
  const views = all.filter(({ statement }) => statement === id);
  const [first] = views;
  if (first === undefined) throw new Refused(404, `no statement is called ${JSON.stringify(id.slice(0, 200))}`, 'id');
  const ids = [...new Set(all.map(({ statement }) => statement))];
  const place = ids.indexOf(id);
  const claims: WholeClaim[] = [];
  for (const view of views) claims.push(await wholeClaim(opened, view));
  const { where, note } = first;
  return {
    id,
    where:
      where === null
        ? null
        : { place: where.place, text: where.text, problems: where.problems.map(({ message }) => message) },
    note,
    claims,
    previous: ids[place - 1] ?? null,
    next: ids[place + 1] ?? null,
  };
}

/** Addresses of statements. */
export function statementsRoutes(desk: Desk): Route[] {
  return [
    dataRoute(desk, '/statements', list),
    dataRoute(desk, '/statements/:id', (opened, { parts }) => whole(opened, parts.id ?? '')),
  ];
}
