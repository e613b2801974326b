/** What a build tells: while it runs, and when it is done. Kept beside the ledger, so that an unchanged build tells the same. */
import type { Stage } from './build/stages.ts';

/** What became of one entry of case.yaml. */
export interface SourceReport {
  /** As case.yaml has it; 'protected source N' for a protected one. */
  readonly path: string;
  /** Files and archive members. */
  readonly files: number;
  /** What its items are: messages, calls, meetings, visits, reports, records. */
  readonly noun: string;
  /** Items found: read and failed. */
  readonly items: number;
  /** Items of which records were made; quoted messages are not counted. */
  readonly read: number;
  /** Records, those of quoted messages and of recurrences included. */
  readonly records: number;
  /** Items that were read with something missing or doubtful. */
  readonly doubtful: number;
  /** Places of which no record could be made. */
  readonly failed: number;
  /** Left out by rule: rule and number of items. */
  readonly skipped: readonly { readonly rule: string; readonly items: number }[];
  /** The gravest problem, and where it is. */
  readonly firstProblem: string | null;
  /** Seconds that reading took; 0 when nothing was read again. */
  readonly seconds: number;
  /** Whether all of it was read before. */
  readonly reused: boolean;
  /** Hash over the files' hashes, for seeing what changed. */
  readonly content: string;
}

/** A number that differs between two builds. */
export interface Change {
  /** A source as it is shown, or records, contacts, disclosures, findings, problems. */
  readonly what: string;
  /** null: it was not there. */
  readonly before: number | null;
  /** null: it is not there any more. */
  readonly after: number | null;
}

export interface BuildReport {
  readonly id: string;
  readonly sources: readonly SourceReport[];
  readonly records: number;
  readonly contacts: number;
  /** Persons and organisations of people.yaml, and addresses that nobody claims. */
  readonly parties: number;
  readonly disclosures: number;
  readonly findings: number;
  /** Problems of all severities. */
  readonly problems: number;
  /** What differs from the build before; empty for the first. */
  readonly changes: readonly Change[];
  /** Hash of the case files that it is of. */
  readonly texts: string;
  /** Decisions that could not be read, each as one line. */
  readonly decisionProblems: readonly string[];
  /** Whether nothing had changed since the last build. */
  readonly unchanged: boolean;
  readonly seconds: number;
}

/** Where a build is. Bytes are of all sources together. */
export interface BuildProgress {
  readonly stage: 'reading' | 'records' | Stage;
  readonly path?: string;
  readonly doneBytes?: number;
  readonly totalBytes?: number;
}
