/** /people: the list of parties. */
import {
  PARTY_CONTACTS,
  PARTY_KINDS,
  PEOPLE_ORDERS,
  type PeopleOrder,
  type PeopleRow,
  peoplePage,
} from '../../ledger/queries/workbench/people.ts';
import { pagingOf, wordOf } from '../asking/paging.ts';
import type { Desk } from '../desk.ts';
import { dataRoute } from '../http/data.ts';
import type { Asked, Route } from '../http/exchange.ts';
import type { Opened } from '../opened.ts';
import { once } from '../opened.ts';
import type { PartyName } from '../shapes/party.ts';
import type { PartyRow, PeoplePage } from '../shapes/people.ts';

const KINDS = ['', 'person', 'organisation', 'line', 'role', 'list', 'unknown'] as const;
/** Characters of what is searched. */
const LONGEST = 200;

/** A party as pages list it. */
export function partyRow(row: PeopleRow, weakest: number | null, name: PartyName): PartyRow {
  const { kind, named, addresses, certain, probable, possible, contacts } = row;
  return { ...name, kind, named, addresses, certain, probable, possible, weakest, contacts };
}

/** Parties that are asked for, with the number of all of them. */
export async function partiesOf(
  opened: Opened,
  asked: {
    readonly words: string;
    readonly kind: string;
    readonly named: string;
    readonly limit: number;
    readonly offset: number;
  },
  order: PeopleOrder,
): Promise<PeopleRow[]> {
  const { ledger } = opened.slow;
  await once(opened, 'party contacts', () => ledger.run(PARTY_CONTACTS));
  return ledger.rows<PeopleRow>(peoplePage(order), asked);
}

async function people(opened: Opened, { query }: Asked): Promise<PeoplePage> {
  const { offset, limit } = pagingOf(query, 100, 500);
  const order = wordOf(query, 'order', Object.keys(PEOPLE_ORDERS) as PeopleOrder[], 'contacts');
  const asked = {
    words: (query.get('q') ?? '').slice(0, LONGEST).trim().toLowerCase(),
    kind: wordOf(query, 'kind', KINDS, ''),
    named: wordOf(query, 'named', ['', 'true', 'false'], ''),
    limit,
    offset,
  };
  const rows = await partiesOf(opened, asked, order);
  const naming = await opened.names.naming();
  return {
    offset,
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => partyRow(row, null, naming(row))),
    kinds: await opened.open.ledger.rows<{ kind: string; parties: number }>(PARTY_KINDS),
  };
}

/** The address of the list of parties. */
export function peopleRoutes(desk: Desk): Route[] {
  return [dataRoute(desk, '/people', people)];
}
