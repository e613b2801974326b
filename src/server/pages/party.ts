/** /people/:key: one party, with its addresses, posts, counterparts and rhythm. */
import type { CaseFiles } from '../../case/files/index.ts';
import { agreementText } from '../../case/views/people-evidence.ts';
import { type PartyLinks, partyLinks } from '../../case/views/people-links.ts';
import { PARTY_OF_KEY } from '../../ledger/queries/people/people.ts';
import { GROUPS_OF } from '../../ledger/queries/views/parties.ts';
import {
  COUNTERPARTS,
  PARTY_CONTACTS,
  PARTY_OF_NAME,
  type PeopleRow,
  POSTS_OF,
} from '../../ledger/queries/workbench/people.ts';
import { CHANNELS } from '../../model/definition.ts';
import { CONTACT_STATES } from '../../model/state.ts';
import { withFilters } from '../asking/filters.ts';
import type { Desk } from '../desk.ts';
import { dataRoute } from '../http/data.ts';
import { Refused, type Route } from '../http/exchange.ts';
import type { Opened } from '../opened.ts';
import { once } from '../opened.ts';
import type { CounterpartRow, EvidenceLink, PartyPage, TenureRow } from '../shapes/people.ts';
import { aliasRows } from '../shaping/aliases.ts';
import { rhythmOf } from '../shaping/rhythm.ts';
import { dayText } from '../shaping/texts.ts';
import { partyRow } from './people.ts';

const COUNTERPARTS_SHOWN = 100;

interface Known {
  readonly party_no: number;
  readonly key: string;
}

async function counterparts(
  opened: Opened,
  { party_no: no, key }: Known,
): Promise<{ rows: CounterpartRow[]; all: number }> {
  const { slow, names } = opened;
  const naming = await names.naming();
  const rows = await slow.ledger.rows<{
    key: string;
    name: string;
    contacts: number;
    undisclosed: number;
    channels: number;
    first: number | null;
    last: number | null;
    total: number;
  }>(COUNTERPARTS, { no, most: COUNTERPARTS_SHOWN, undisclosed: CONTACT_STATES.indexOf('undisclosed') });
  const { zone } = slow.files.case;
  return {
    all: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      party: naming(row),
      contacts: row.contacts,
      undisclosed: row.undisclosed,
      channels: CHANNELS.filter((_, place) => ((row.channels >> place) & 1) === 1),
      first: dayText(row.first, zone),
      last: dayText(row.last, zone),
      listed: withFilters('', { between: key, and: row.key, all: 'true' }),
    })),
  };
}

async function postsOf({ open, names }: Opened, no: number): Promise<TenureRow[]> {
  const naming = await names.naming();
  const rows = await open.ledger.rows<{
    key: string;
    name: string;
    role: string | null;
    from_time: number | null;
    to_time: number | null;
  }>(POSTS_OF, { no });
  const { zone } = open.files.case;
  return rows.map((row) => ({
    organisation: naming(row),
    role: row.role,
    from: dayText(row.from_time, zone),
    to: dayText(row.to_time, zone),
  }));
}

function evidenceLinks({ held, rejected }: PartyLinks): Pick<PartyPage, 'held' | 'rejected'> {
  const link = (of: PartyLinks['held'][number] | PartyLinks['rejected'][number]): EvidenceLink => ({
    mine: of.mine,
    other: of.other,
    bits: of.bits,
    agreements: of.agreements.map(agreementText),
    question: of.question,
    grade: 'grade' in of ? of.grade : null,
    holder: 'holder' in of ? of.holder : null,
    why: 'why' in of ? of.why : null,
  });
  return { held: held.map(link), rejected: rejected.map(link) };
}

function noteOf({ people }: CaseFiles, key: string): string | null {
  return [...people.parties, ...people.organisations].find(({ id }) => id === key)?.note ?? null;
}

async function party(opened: Opened, key: string): Promise<PartyPage> {
  const { open, slow, names } = opened;
  const [known] = await open.ledger.rows<Known>(PARTY_OF_KEY, { key });
  if (known === undefined)
    throw new Refused(
      404,
      `no party is called ${JSON.stringify(key.slice(0, 200))}`,
      'key',
      'look it up among the people',
    );
  const no = known.party_no;
  await once(opened, 'party contacts', () => slow.ledger.run(PARTY_CONTACTS));
  const [row] = await slow.ledger.rows<PeopleRow>(PARTY_OF_NAME, { no });
  const links = evidenceLinks(await partyLinks(open, no));
  const naming = await names.naming();
  const groups = await open.ledger.rows<{ name: string }>(GROUPS_OF, { no });
  const met = await counterparts(opened, known);
  return {
    party: partyRow(row!, links.held[0]?.bits ?? null, naming(row!)),
    aliases: await aliasRows(opened, no, key),
    tenures: await postsOf(opened, no),
    groups: [...new Set(groups.map(({ name }) => name))],
    counterparts: met.rows,
    counterpartsInAll: met.all,
    rhythm: await rhythmOf(slow, no),
    ...links,
    note: noteOf(open.files, key),
    listed: withFilters('', { between: key, all: 'true' }),
  };
}

/** The address of one party. */
export function partyRoutes(desk: Desk): Route[] {
  return [dataRoute(desk, '/people/:key', (opened, { parts }) => party(opened, parts.key ?? ''))];
}
