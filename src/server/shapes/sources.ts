/** /sources.json: what went in, what is wrong in it, and what it reaches. */
import type { Channel } from '../../model/definition.ts';
import type { Rows } from './answer.ts';

/** A source of case.yaml. */
export interface SourceRow {
  /** As case.yaml has it; a protected one by its place alone. */
  readonly path: string;
  /** Null where the source was put into case.yaml after the build. */
  readonly side: 'record' | 'disclosed' | null;
  readonly files: number;
  /** What its items are: messages, calls, … */
  readonly noun: string;
  readonly items: number;
  readonly read: number;
  /** Records of these items with those of quoted messages and recurrences. */
  readonly allRecords: number;
  /** Read with something missing or doubtful; places of which no record could be made. */
  readonly doubtful: number;
  readonly failed: number;
  readonly firstProblem: string | null;
  /** What it is declared to reach, in words. */
  readonly reach: string;
}

/** A problem in a source. */
export interface ProblemRow {
  /** failed, doubtful, note. */
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  /** Where it is, one line. */
  readonly place: string;
}

/** How many problems there are of one kind. */
export interface ProblemKind {
  readonly severity: string;
  readonly code: string;
  readonly problems: number;
}

/** Days as numbers: days since 1 January 1970 in the case's zone, both of which belong to it. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Days that a source covers by one channel. */
export interface CoverageRow {
  /** Null: declared in case.yaml apart from any source. */
  readonly source: string | null;
  readonly channel: Channel;
  readonly accounts: number;
  /** False: the source names no owner. */
  readonly own: boolean;
  /** Declared complete. */
  readonly declared: readonly Days[];
  /** Items are seen before and after. */
  readonly active: readonly Days[];
  /** Runs of days that were left out because they are empty against an account's own rhythm. */
  readonly silences: number;
}

/** Days that the loaded disclosures reach, of any discloser. */
export interface ReachRow {
  readonly audience: string;
  readonly parties: number;
  readonly declared: readonly Days[];
}

/** What the case covers, as a calendar. */
export interface CoverageCalendar {
  readonly records: readonly CoverageRow[];
  readonly disclosures: readonly ReachRow[];
}

/** /sources.json?severity=failed&offset=0&limit=100: the rows are problems, the gravest first. */
export interface SourcesPage {
  readonly sources: readonly SourceRow[];
  readonly problems: Rows<ProblemRow>;
  readonly kinds: readonly ProblemKind[];
  readonly calendar: CoverageCalendar;
  /** What is left out by rule: rows of headers, blank lines …, by source. */
  readonly skipped: readonly { readonly source: string; readonly rule: string; readonly items: number }[];
  readonly heldAgainst: string;
  /** Lines of decisions.jsonl that could not be read. */
  readonly decisionProblems: readonly string[];
}
