/** Every address of the workbench; see shapes/addresses.ts. */
import type { Desk } from './desk.ts';
import { dataRoute } from './http/data.ts';
import type { Route } from './http/exchange.ts';
import { webRoutes } from './http/web-files.ts';
import { briefingRoutes } from './pages/briefing.ts';
import { contactRoutes } from './pages/contact.ts';
import { contactsRoutes } from './pages/contacts.ts';
import { decisionsRoutes } from './pages/decisions.ts';
import { exportRoutes } from './pages/export.ts';
import { findingsRoutes } from './pages/findings.ts';
import { networkRoutes } from './pages/network.ts';
import { overviewRoutes } from './pages/overview.ts';
import { partyRoutes } from './pages/party.ts';
import { peopleRoutes } from './pages/people.ts';
import { recordRoutes } from './pages/record.ts';
import { recordBytesRoutes } from './pages/record-bytes.ts';
import { reviewRoutes } from './pages/review.ts';
import { searchRoutes } from './pages/search.ts';
import { sourcesRoutes } from './pages/sources.ts';
import { statementsRoutes } from './pages/statements.ts';
import { termsRoutes } from './pages/terms.ts';
import { timelineRoutes } from './pages/timeline.ts';
import type { Pages } from './shapes/addresses.ts';

/** Addresses of documents. */
const PAGES: readonly ('/' | keyof Pages)[] = [
  '/',
  '/overview',
  '/findings',
  '/findings/:id',
  '/contacts',
  '/contacts/:id',
  '/timeline',
  '/network',
  '/people',
  '/people/:key',
  '/review',
  '/statements',
  '/statements/:id',
  '/records/:id',
  '/search',
  '/sources',
  '/briefing',
];

/**
 * All addresses.
 * @param web folder of the built pages; found beside the program when left out
 */
export function allRoutes(desk: Desk, web?: string | null): Route[] {
  return [
    dataRoute(desk, '/case', async () => null),
    ...overviewRoutes(desk),
    ...findingsRoutes(desk),
    ...contactsRoutes(desk),
    ...contactRoutes(desk),
    ...timelineRoutes(desk),
    ...networkRoutes(desk),
    ...peopleRoutes(desk),
    ...partyRoutes(desk),
    ...reviewRoutes(desk),
    ...statementsRoutes(desk),
    ...recordRoutes(desk),
    ...recordBytesRoutes(desk),
    ...sourcesRoutes(desk),
    ...searchRoutes(desk),
    ...briefingRoutes(desk),
    ...exportRoutes(desk),
    ...decisionsRoutes(desk),
    ...termsRoutes(desk),
    ...(web === undefined ? webRoutes(PAGES) : webRoutes(PAGES, web)),
  ];
}
