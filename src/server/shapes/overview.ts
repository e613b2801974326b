/** /overview.json (the page is /): the question, its answer, and where to go on. */
import type { Bounds } from '../../model/bounds.ts';
import type { SentenceVerdict } from '../../statements/sentence.ts';
import type { ContactRow } from './contact.ts';
import type { FindingRow } from './finding-row.ts';
import type { PartyName } from './party.ts';
import type { CoverageCalendar, ProblemKind } from './sources.ts';

/** The answer to the headline question. */
export interface HeadlineAnswer {
  /** What is asked, in words: contacts between A and B, 1 April to 8 November 2030. */
  readonly asked: string;
  /** The sides as people read them. */
  readonly between: string;
  readonly and: string;
  /** The answer in one sentence. */
  readonly sentence: string;
  readonly contacts: Bounds;
  /** Null where nothing can be called undisclosed. */
  readonly undisclosed: Bounds | null;
  /** What was counted, in words. */
  readonly counted: string;
  /** What separates the two ends of each number, one line each. */
  readonly separates: readonly string[];
  /** What "undisclosed" was held against, and how far the records reach: sentences. */
  readonly basis: readonly string[];
  /** By the party at the other end, those with most undisclosed (else most) contacts first, at most 12. */
  readonly with: readonly WithParty[];
  /** One or two to show at once: contacts that certainly count and are undisclosed (else certainly count), the newest first, at most 5. */
  readonly examples: readonly ContactRow[];
  /** Query string of /contacts for all of them, and for the undisclosed ones: '' where there is none. */
  readonly listed: string;
  readonly listedUndisclosed: string;
  /** Id of the count for `backchannel explain`. */
  readonly id: string;
}

/** A line of the table under the answer. */
export interface WithParty {
  readonly party: PartyName;
  readonly contacts: Bounds;
  readonly undisclosed: Bounds | null;
  /** Query string of /contacts. */
  readonly listed: string;
}

/** A sentence of the story. */
export interface StorySentence {
  readonly no: number;
  /** Words as the story has them. */
  readonly quote: string;
  readonly verdict: SentenceVerdict;
  /** How many contacts the records show; null where nothing is counted. */
  readonly bounds: Bounds | null;
  /** What the records say, one line without a full stop. */
  readonly words: string;
  readonly besides: readonly string[];
  readonly missing: readonly string[];
  readonly caveats: readonly string[];
  readonly coverage: string | null;
  readonly note: string | null;
  /** Address in the workbench that opens what stands behind it; null where there is none. */
  readonly opens: string | null;
}

/** A published story held against the records. */
export interface Story {
  readonly title: string | null;
  readonly published: string | null;
  readonly toldBy: string | null;
  readonly sentences: readonly StorySentence[];
  readonly wordsInAll: number;
  readonly wordsCoded: number;
  /** Why it cannot be held against the records; null where it can. */
  readonly fault: string | null;
}

/** A number that differs between two builds. */
export interface NumberChange {
  /** A source as it is shown, or records, contacts, disclosures, findings, problems. */
  readonly what: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** An answer that moved between two builds. */
export interface BoundsChange {
  /** A question or a finding, in words. */
  readonly what: string;
  readonly before: Bounds | null;
  readonly after: Bounds | null;
}

/** What the last build changed, and what is not in it yet. */
export interface Changes {
  readonly numbers: readonly NumberChange[];
  /** Why answers may differ: decisions, edited files, sources; each a phrase. */
  readonly causes: readonly string[];
  readonly counts: readonly BoundsChange[];
  readonly findings: readonly BoundsChange[];
  /** Not in the ledger yet, one line each. */
  readonly since: readonly string[];
  /** Decisions that contradict each other, one line each. */
  readonly conflicts: readonly string[];
}

/** The overview. */
export interface OverviewPage {
  /** The question of case.yaml as its author wrote it; null where there is none. */
  readonly question: string | null;
  /** Null where the case names no two sides: `advice` says what to write. */
  readonly answer: HeadlineAnswer | null;
  readonly advice: string;
  /** The heaviest, at most 12. */
  readonly findings: readonly FindingRow[];
  readonly findingsInAll: number;
  /** Those that nobody dismissed. */
  readonly findingsStanding: number;
  readonly coverage: CoverageCalendar;
  readonly totals: {
    readonly sources: number;
    readonly records: number;
    readonly contacts: number;
    readonly parties: number;
    readonly disclosures: number;
    readonly problems: number;
  };
  readonly problems: readonly ProblemKind[];
  /** Claims of statements.yaml by verdict in words, in the order of the file. */
  readonly statements: readonly { readonly statement: string; readonly speaker: string; readonly verdict: string }[];
  /** Questions about who is who that are open. */
  readonly reviews: number;
}

/** /overview/story.json: asked apart, because every sentence is a question of its own. Null where the case has no story. */
export type StoryPage = Story | null;

/** /overview/changes.json: asked apart, because it looks at every file of the case. */
export type ChangesPage = Changes;
