/** All pages, in the order of the navigation: a page is one line here and a folder beside this file. */
import type { PageEntry } from './page.ts';

export const PAGES: readonly PageEntry[] = [
  {
    path: '/',
    title: 'Overview',
    load: () => import('./overview/page.tsx').then((m) => m.OverviewPage),
    nav: { label: 'Overview', key: 'o' },
  },
  {
    path: '/findings',
    title: 'Findings',
    load: () => import('./findings/page.tsx').then((m) => m.FindingsPage),
    nav: { label: 'Findings', key: 'f' },
  },
  {
    path: '/findings/:id',
    title: 'Finding',
    load: () => import('./findings/finding-page.tsx').then((m) => m.FindingPage),
  },
  {
    path: '/contacts',
    title: 'Contacts',
    load: () => import('./contacts/page.tsx').then((m) => m.ContactsPage),
    nav: { label: 'Contacts', key: 'c' },
  },
  {
    path: '/contacts/:id',
    title: 'Contact',
    load: () => import('./contacts/contact-page.tsx').then((m) => m.ContactPage),
  },
  {
    path: '/timeline',
    title: 'Timeline',
    load: () => import('./timeline/page.tsx').then((m) => m.TimelinePage),
    nav: { label: 'Timeline', key: 't' },
  },
  {
    path: '/network',
    title: 'Network',
    load: () => import('./network/page.tsx').then((m) => m.NetworkPage),
    nav: { label: 'Network', key: 'n' },
  },
  {
    path: '/records/:id',
    title: 'Record',
    load: () => import('./record/page.tsx').then((m) => m.RecordPage),
  },
  {
    path: '/search',
    title: 'Search',
    load: () => import('./search/page.tsx').then((m) => m.SearchPage),
  },
  {
    path: '/people',
    title: 'People',
    load: () => import('./people/page.tsx').then((m) => m.PeoplePage),
    nav: { label: 'People', key: 'p' },
  },
  {
    path: '/people/:key',
    title: 'Party',
    load: () => import('./people/party-page.tsx').then((m) => m.PartyPage),
  },
  {
    path: '/review',
    title: 'Review',
    load: () => import('./review/page.tsx').then((m) => m.ReviewPage),
    nav: { label: 'Review', key: 'r' },
  },
  {
    path: '/statements',
    title: 'Statements',
    load: () => import('./statements/page.tsx').then((m) => m.StatementsPage),
    nav: { label: 'Statements', key: 's' },
  },
  {
    path: '/statements/:id',
    title: 'Statement',
    load: () => import('./statements/statement-page.tsx').then((m) => m.StatementPage),
  },
  {
    path: '/sources',
    title: 'Sources',
    load: () => import('./sources/page.tsx').then((m) => m.SourcesPage),
    nav: { label: 'Sources', key: 'd' },
  },
  {
    path: '/briefing',
    title: 'Briefing',
    load: () => import('./briefing/page.tsx').then((m) => m.BriefingPage),
    nav: { label: 'Briefing', key: 'b' },
  },
];
