/** Every page of the workbench that a case has, by an address that somebody could type. */
import type { ContactsPage } from '../../../src/server/shapes/contact.ts';
import type { FindingsPage } from '../../../src/server/shapes/finding.ts';
import type { PeoplePage } from '../../../src/server/shapes/people.ts';
import type { StatementsPage } from '../../../src/server/shapes/statements.ts';
import type { Visit } from './visit.ts';

export interface PageAddress {
  /** For files and messages: letters and hyphens. */
  readonly name: string;
  readonly path: string;
}

const PLAIN: readonly PageAddress[] = [
  { name: 'overview', path: '/' },
  { name: 'findings', path: '/findings' },
  { name: 'contacts', path: '/contacts' },
  { name: 'timeline', path: '/timeline' },
  { name: 'network', path: '/network' },
  { name: 'people', path: '/people' },
  { name: 'review', path: '/review' },
  { name: 'statements', path: '/statements' },
  { name: 'sources', path: '/sources' },
  { name: 'briefing', path: '/briefing' },
];

/** The lists, and the first of each list whole, with the record behind the first contact. @param word something to search for */
export async function pagesOf({ json }: Visit, word: string): Promise<PageAddress[]> {
  const [finding] = (await json<FindingsPage>('/findings.json?limit=1')).rows;
  const [contact] = (await json<ContactsPage>('/contacts.json?limit=1')).rows;
  const [claim] = (await json<StatementsPage>('/statements.json')).claims;
  const [party] = (await json<PeoplePage>('/people.json?limit=1')).rows;
  const single: readonly (readonly [name: string, folder: string, id: string | undefined])[] = [
    ['finding', '/findings/', finding?.id],
    ['contact', '/contacts/', contact?.id],
    ['record', '/records/', contact?.record],
    ['party', '/people/', party?.key],
    ['statement', '/statements/', claim?.statement],
  ];
  return [
    ...PLAIN,
    ...single.flatMap(([name, folder, id]) =>
      id === undefined ? [] : [{ name, path: folder + encodeURIComponent(id) }],
    ),
    { name: 'search', path: `/search?q=${encodeURIComponent(word)}` },
  ];
}
