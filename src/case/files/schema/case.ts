/** case.yaml: what the case asks, as of when, from which sources, and by which rules. */
import * as z from 'zod';
import { dayOrInstant } from '../words/day.ts';
import { list, map, text } from '../words/leaf.ts';
import type { Names } from '../words/names.ts';
import { zone } from '../words/zone.ts';
import { type CoverageEntry, coverage, NO_COVERAGE } from './coverage.ts';
import { DEFAULT_ENTRY, type DefinitionEntry, definition } from './definition.ts';
import { type DutyEntry, duties } from './duty.ts';
import { type EventEntry, events, type GroupEntry, groups, type WindowEntry, windows } from './groups.ts';
import { type HeadlineEntry, headline } from './headline.ts';
import { type SourceEntry, sourceEntry } from './source.ts';

export interface CaseFile {
  readonly title: string;
  readonly question?: string;
  /** Absent: a briefing asks for the first duty's contacts in the first window. */
  readonly headline?: HeadlineEntry;
  /** The case's "now": a day (to its end in the case's zone) or an instant with its offset. */
  readonly asOf: string;
  /** IANA zone in which days are counted and times are shown. */
  readonly zone: string;
  readonly sources: readonly SourceEntry[];
  readonly groups: readonly GroupEntry[];
  readonly windows: readonly WindowEntry[];
  readonly events: readonly EventEntry[];
  readonly definition: DefinitionEntry;
  readonly duties: readonly DutyEntry[];
  readonly coverage: CoverageEntry;
}

/** An empty case: stands in for a case.yaml that could not be read. */
export const NO_CASE: CaseFile = {
  title: '',
  asOf: '',
  zone: 'UTC',
  sources: [],
  groups: [],
  windows: [],
  events: [],
  definition: DEFAULT_ENTRY,
  duties: [],
  coverage: NO_COVERAGE,
};

/** The schema of case.yaml, with references judged by the names that the case defines. */
export function caseSchema(names: Names): z.ZodType<CaseFile> {
  return map(
    'a case',
    {
      title: text({ is: 'text', advice: 'write title: and a name for the case' }).describe('Name of the case.'),
      question: z.exactOptional(
        text({ is: 'text', advice: 'write the question as text' }).describe('What the case asks.'),
      ),
      headline: z.exactOptional(headline(names).describe('The number that a briefing begins with.')),
      asOf: dayOrInstant().describe(
        '"Now" for every deadline and every "undisclosed": a day, or an instant with its offset.',
      ),
      zone: zone().describe('IANA time zone in which days are counted and times are shown.'),
      sources: z.exactOptional(list(sourceEntry(names), 'the sources').describe('The material.')),
      groups: z.exactOptional(groups(names).describe('Named sets of parties, evaluated at the time of each contact.')),
      windows: z.exactOptional(windows(names).describe('Named periods.')),
      events: z.exactOptional(events().describe('What happened when; windows may end with it.')),
      definition: z.exactOptional(definition().describe('What counts as a contact.')),
      duties: z.exactOptional(duties(names).describe('Who had to disclose what, to whom, how soon.')),
      coverage: z.exactOptional(
        coverage(names).describe('What records and disclosures reach, apart from any one source.'),
      ),
    },
    {
      name: 'write title',
      timezone: 'write zone',
      tz: 'write zone',
      now: 'write asOf',
      parties: 'parties stand in people.yaml',
      people: 'parties stand in people.yaml',
      organisations: 'organisations stand in people.yaml',
      statements: 'statements stand in statements.yaml',
      disclosures: 'disclosures stand in disclosures.yaml',
      reports: 'reports stand in reports.yaml',
    },
  ).transform((written) => ({
    ...written,
    sources: written.sources ?? [],
    groups: written.groups ?? [],
    windows: written.windows ?? [],
    events: written.events ?? [],
    definition: written.definition ?? DEFAULT_ENTRY,
    duties: written.duties ?? [],
    coverage: written.coverage ?? NO_COVERAGE,
  }));
}
