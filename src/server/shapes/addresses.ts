/**
 * The addresses of the workbench. Each page is the same document at its address; with `.json` the address gives the page's
 * data as `Answer<Shape>` (answer.ts), or a `Failure`. Ids in paths are percent-encoded (c%3A81d2… and c:81d2… both do).
 */
import type { BriefingPage } from './briefing.ts';
import type { ContactPage, ContactsCount, ContactsCoverage, ContactsPage } from './contact.ts';
import type { DecisionsPage } from './decisions.ts';
import type { FindingPage, FindingsPage } from './finding.ts';
import type { NetworkPage } from './network.ts';
import type { ChangesPage, OverviewPage, StoryPage } from './overview.ts';
import type { PartyPage, PeoplePage } from './people.ts';
import type { RawWindow, RecordPage } from './record.ts';
import type { ReviewPage } from './review.ts';
import type { SearchHelp, SearchPage } from './search.ts';
import type { SourcesPage } from './sources.ts';
import type { StatementPage, StatementsPage } from './statements.ts';
import type { TermsPage } from './terms.ts';
import type { TimelineBins, TimelinePage } from './timeline.ts';

/** Pages: the address of the document, and the shape of ADDRESS.json. The page / has its data at /overview.json. */
export interface Pages {
  readonly '/overview': OverviewPage;
  readonly '/findings': FindingsPage;
  readonly '/findings/:id': FindingPage;
  readonly '/contacts': ContactsPage;
  readonly '/contacts/:id': ContactPage;
  readonly '/timeline': TimelinePage;
  readonly '/network': NetworkPage;
  readonly '/people': PeoplePage;
  readonly '/people/:key': PartyPage;
  readonly '/review': ReviewPage;
  readonly '/statements': StatementsPage;
  readonly '/statements/:id': StatementPage;
  readonly '/records/:id': RecordPage;
  readonly '/search': SearchPage;
  readonly '/sources': SourcesPage;
  readonly '/briefing': BriefingPage;
}

/** Data that is asked for besides, always with `.json`. */
export interface Parts {
  /** What the frame asks from time to time: which build is current. */
  readonly '/case': null;
  readonly '/overview/story': StoryPage;
  readonly '/overview/changes': ChangesPage;
  readonly '/contacts/count': ContactsCount;
  readonly '/contacts/coverage': ContactsCoverage;
  readonly '/timeline/bins': TimelineBins;
  readonly '/records/:id/raw': RawWindow;
  readonly '/search/help': SearchHelp;
  readonly '/decisions': DecisionsPage;
  readonly '/terms': TermsPage;
}

/**
 * Besides: markup for `<iframe sandbox>` (/records/:id/html, /briefing/preview), downloads (/records/:id/raw: the cited
 * bytes; /export/contacts.csv|jsonl|xlsx?… with the filters of /contacts; /briefing/download/:what, whose addresses
 * /briefing.json gives), and /assets/… (scripts and styles).
 */
export type Besides =
  | '/records/:id/html'
  | '/records/:id/raw'
  | '/export/contacts.csv'
  | '/export/contacts.jsonl'
  | '/export/contacts.xlsx'
  | '/briefing/preview'
  | '/briefing/download/:what';

/** All data, by address. */
export type Data = Pages & Parts;
