/** What a detector is: a question asked of the whole ledger in a fixed form. One file each, and one line in list.ts. */
import type { Finding } from '../model/finding.ts';

/** A row of a detector's query. */
export type DetectorRow = Readonly<{ [column: string]: string | number | bigint | boolean | null }>;

/** Settings that change what is found; part of a finding's id. */
export type DetectorParameters = Readonly<{ [name: string]: string | number | boolean }>;

/** The case's "now", as findings print it. */
export interface AsOf {
  /** Epoch seconds UTC. */
  readonly instant: number;
  /** IANA zone in which days are counted. */
  readonly zone: string;
}

export interface Detector {
  /** Lower-case words with hyphens; commands and decisions refer to it. */
  readonly name: string;
  /** The question in plain words. */
  readonly question: string;
  /** What it compares with, what it cannot see, and how to read its bounds; for documents. */
  readonly doc: string;
  readonly parameters: DetectorParameters;
  /**
   * Pure. Sees the rows of its whole question at once, so that what was looked at can be counted.
   * @param rows of the query of the same name in src/ledger/queries/detectors/, in its order
   * @param parameters its own, with what a case changes
   */
  findings(rows: readonly DetectorRow[], parameters: DetectorParameters, asOf: AsOf): Finding[];
  /**
   * What could not be asked of this case, and why, one line each without a full stop: silence would read as an answer.
   * Absent: it can always be asked. Takes what `findings` takes.
   */
  untested?(rows: readonly DetectorRow[], parameters: DetectorParameters): string[];
}
