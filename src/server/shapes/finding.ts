/** Findings: the list, and one whole. */
import type { Bounds } from '../../model/bounds.ts';
import type { Rows } from './answer.ts';
import type { Cited } from './citation.ts';
import type { ContactRow } from './contact.ts';
import type { DisclosureRow } from './disclosure.ts';
import type { FindingRow } from './finding-row.ts';

/** /findings.json?detector=NAME&status=open,dismissed&offset=0&limit=100, the heaviest first. */
export interface FindingsPage extends Rows<FindingRow> {
  /** Of all detectors that found something, how many findings. */
  readonly detectors: readonly { readonly name: string; readonly question: string; readonly findings: number }[];
  /** What could not be asked of this case, and why. */
  readonly untested: readonly { readonly detector: string; readonly text: string }[];
  readonly heldAgainst: string;
  /** Where nothing is found: how far the records reach. '' otherwise. */
  readonly none: string;
}

/** How the evidence differs from what was judged. */
export interface EvidenceChanged {
  readonly before: Bounds | null;
  readonly after: Bounds;
  /** One line each, such as `2 contacts came: c:…, c:…`. */
  readonly lines: readonly string[];
}

/** /findings/:id.json */
export interface FindingPage {
  readonly finding: FindingRow;
  /** What the detector asks; what it compares with, cannot see, and how to read its bounds. */
  readonly question: string;
  readonly doc: string;
  readonly parameters: Readonly<{ [name: string]: string | number | boolean }>;
  /** What it rests on: contacts on the one side, at most 200 of them, */
  readonly contacts: readonly ContactWithWitnesses[];
  readonly contactsInAll: number;
  /** disclosures on the other, at most 200, */
  readonly disclosures: readonly DisclosureRow[];
  readonly disclosuresInAll: number;
  /** and records by themselves, at most 200. */
  readonly records: readonly Cited[];
  readonly recordsInAll: number;
  /** Statements that it is about, by id: /statements/ID. */
  readonly statements: readonly string[];
  /** Which contact was given which disclosure: ids of both, */
  readonly matching: readonly { readonly contact: string; readonly disclosure: string }[];
  /** and what contests it: contacts that compete with those of the finding for the same disclosures. */
  readonly contesting: readonly ContactRow[];
  /** How it is known, in words. */
  readonly knownBy: string;
  /** Passages that tell of its contacts, one line each. */
  readonly told: readonly string[];
  readonly changed: EvidenceChanged | null;
  readonly heldAgainst: string;
  /** Statements that the ledger answers with its rows: they can be pasted into DuckDB. */
  readonly sql: readonly string[];
  readonly previous: string | null;
  readonly next: string | null;
}

/** A contact with where all its witnesses stand. */
export interface ContactWithWitnesses extends ContactRow {
  readonly citations: readonly Cited[];
}
