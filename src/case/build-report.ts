/** What a build tells: while it runs, and when it is done. Kept beside the ledger, so that an unchanged build tells the same. */
import type { Bounds } from '../model/bounds.ts';
import type { Stage } from './build/stages.ts';

/** What became of the words of an entry's records. */
export interface SourceText {
  /** Records that `search` finds by their words. */
  readonly indexed: number;
  /** Records whose bytes were gone: only what the ledger holds of them is found. */
  readonly gone: number;
  readonly attachmentsRead: number;
  /** Attachments whose words cannot be found, by the reason. */
  readonly attachmentsUnread: readonly { readonly why: string; readonly items: number }[];
}

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
  /** Absent where the build made no text. */
  readonly text?: SourceText;
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

/** A question that has another answer in this build than in the one before. */
export interface CountChange {
  /** n: and the hash of the question. */
  readonly id: string;
  /** Sides as keys and groups; null: anybody. */
  readonly between: string | null;
  readonly and: string | null;
  /** The window's name, or its days, such as 2030-04-01 to 2030-11-08; null: at any time. */
  readonly during: string | null;
  /** null: it could not be asked, because one of its sides was nobody. */
  readonly before: Bounds | null;
  readonly after: Bounds | null;
}

/** A finding that came, went, or has other bounds. */
export interface FindingChange {
  readonly text: string;
  readonly before: Bounds | null;
  readonly after: Bounds | null;
}

/** What other decisions, or other people in people.yaml, did to the answers. */
export interface Moved {
  /** What differs between the builds, each as a phrase: the decision with its name, a case file, a source. */
  readonly causes: readonly string[];
  /** How many questions were asked of both builds. */
  readonly asked: number;
  readonly counts: readonly CountChange[];
  readonly findings: readonly FindingChange[];
}

/** A decision that a build took in. */
export interface TakenDecision {
  /** decisionHash of it. */
  readonly hash: string;
  /** Such as "same of a@x.example and b@y.example by R. Reader". */
  readonly phrase: string;
}

export interface BuildReport {
  readonly id: string;
  /** Which tables its ledger has; absent in reports of older programs. */
  readonly layout?: string;
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
  /** The decisions that hold in this build; absent in reports of older programs. */
  readonly decided?: readonly TakenDecision[];
  /** SHA-256 of each case file by its name; absent in reports of older programs. */
  readonly inputs?: { readonly [file: string]: string };
  /** Absent for the first build, and where nothing differs that moves people. */
  readonly moved?: Moved;
  /** Whether nothing had changed since the last build. */
  readonly unchanged: boolean;
  readonly seconds: number;
}

/** Where a build is. Bytes are of all sources together. */
export interface BuildProgress {
  readonly stage: 'reading' | 'records' | 'text' | Stage;
  readonly path?: string;
  readonly doneBytes?: number;
  readonly totalBytes?: number;
}
