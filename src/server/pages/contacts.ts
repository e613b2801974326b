/** /contacts: the list, the count of the same question, and how far the records reach for it. */
import { questionCoverage } from '../../case/coverage.ts';
import { countView, withList } from '../../case/views/count.ts';
import { heldAgainst } from '../../case/views/coverage.ts';
import { coverageSentences } from '../../case/views/coverage-words.ts';
import { NO_STATE } from '../../case/workbench/roll.ts';
import { CONTACT_STATES } from '../../model/state.ts';
import { filtersOf } from '../asking/filters.ts';
import { pagingOf, wordOf } from '../asking/paging.ts';
import type { Desk } from '../desk.ts';
import { dataRoute } from '../http/data.ts';
import type { Asked, Route } from '../http/exchange.ts';
import type { Opened } from '../opened.ts';
import { once } from '../opened.ts';
import type { ContactsCount, ContactsCoverage, ContactsPage } from '../shapes/contact.ts';
import { choicesOf } from '../shaping/choices.ts';
import { contactRows } from '../shaping/contacts.ts';
import { separates } from '../shaping/counts.ts';

const [LIMIT, MOST] = [100, 500];
/** Contacts up to which the reasons between the bounds are looked for: each is a question of the ledger. */
const EXPLAINED = 200_000;

async function listed(opened: Opened, { query }: Asked): Promise<ContactsPage> {
  const { shown, wanted } = await filtersOf(opened.open, query);
  const { offset, limit } = pagingOf(query, LIMIT, MOST);
  const order = wordOf(query, 'order', ['oldest', 'newest'], 'oldest');
  const { places, certain } = await opened.index.chosen(wanted);
  const { numbers } = await opened.index.roll();
  const total = places.length;
  const at = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, i) =>
    order === 'oldest' ? offset + i : total - 1 - offset - i,
  );
  const rows = await contactRows(
    opened,
    at.map((i) => numbers[places[i]!]!),
    at.map((i) => certain[i]!),
  );
  return { asked: shown, order, offset, total, rows, choices: choicesOf(opened.open) };
}

async function counted(opened: Opened, { query }: Asked): Promise<ContactsCount> {
  const { shown, wanted } = await filtersOf(opened.open, query);
  const chosen = await opened.index.chosen(wanted);
  const { state } = await opened.index.roll();
  const states = new Map<number, number>();
  for (const place of chosen.places) states.set(state[place]!, (states.get(state[place]!) ?? 0) + 1);
  return {
    asked: shown,
    contacts: chosen.bounds,
    undisclosed: await opened.index.undisclosed(wanted, chosen),
    states: [...states]
      .sort(([a], [b]) => a - b)
      .map(([place, contacts]) => ({ state: place === NO_STATE ? 'none' : CONTACT_STATES[place]!, contacts })),
    heldAgainst: heldAgainst(opened.open),
  };
}

async function covered(opened: Opened, { query }: Asked): Promise<ContactsCoverage> {
  const { shown, asked, wanted } = await filtersOf(opened.open, query);
  const question = { ...asked.question, from: wanted.filters.from, to: wanted.filters.to };
  const { slow } = opened;
  return once(opened, `coverage ${JSON.stringify(question)}`, async () => {
    const sentences = await withList(slow, { ...asked, question }, async () =>
      coverageSentences(await questionCoverage(slow, question)),
    );
    const { bounds } = await opened.index.chosen(wanted);
    // Filters by state have no question of their own: what separates the bounds is asked of the others.
    const reasons =
      bounds.max > EXPLAINED ||
      bounds.min === bounds.max ||
      wanted.filters.states !== null ||
      wanted.frame.definition === null
        ? []
        : separates(await countView(slow, { ...asked, question }, false));
    return { asked: shown, sentences: [...sentences], reasons };
  });
}

/** Addresses of the list of contacts. */
export function contactsRoutes(desk: Desk): Route[] {
  return [
    dataRoute(desk, '/contacts', listed),
    dataRoute(desk, '/contacts/count', counted),
    dataRoute(desk, '/contacts/coverage', covered),
  ];
}
