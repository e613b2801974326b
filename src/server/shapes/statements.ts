/** Statements: what was said in public beside what the records say to it. */
import type { Bounds } from '../../model/bounds.ts';
import type { Verdict } from '../../statements/verdict.ts';
import type { ContactRow } from './contact.ts';
import type { PartyName } from './party.ts';
import type { Span } from './timeline.ts';

/** A claim of a statement. */
export interface ClaimRow {
  /** Id in statements.yaml: /statements/ID; and its place among the claims of the statement, null for the only one. */
  readonly statement: string;
  readonly part: number | null;
  /** A person or organisation; null where it is a group: then its name. */
  readonly speaker: PartyName | null;
  readonly speakerText: string;
  /** Day, or instant with its offset, as the case has it. */
  readonly said: string;
  readonly saidSpan: Span | null;
  /** The words as they were said; null where they are not given. */
  readonly quote: string | null;
  /** In the short written form. */
  readonly claim: string;
  readonly verdict: Verdict;
  /** In every reading of what a contact is. */
  readonly every: boolean;
  readonly ifComplete: boolean;
  /** With its reserves. */
  readonly verdictText: string;
  /** One sentence without its full stop. */
  readonly why: string;
  readonly bounds: Bounds;
  /** Period that the claim is about; null ends are open. */
  readonly scope: { readonly from: number | null; readonly to: number | null };
}

/** /statements.json */
export interface StatementsPage {
  readonly claims: readonly ClaimRow[];
  /** What is told of how many, beside the records. */
  readonly told: readonly {
    readonly id: string;
    readonly teller: string;
    readonly sentence: string;
    readonly verdict: string;
    readonly recorded: Bounds;
  }[];
}

/** A claim whole. */
export interface WholeClaim extends ClaimRow {
  readonly favourable: Bounds | null;
  readonly unfavourable: Bounds | null;
  /** How many of the certain contacts were before it was said, on that day, after it. */
  readonly timing: { readonly before: number; readonly sameDay: number; readonly after: number };
  /** Per mille of the scope that is covered, and declared complete; null: no account of it is known. */
  readonly covered: number | null;
  readonly declared: number | null;
  /** The same in words. */
  readonly coverage: string;
  readonly missing: readonly string[];
  readonly caveats: readonly string[];
  /** What was counted, in words. */
  readonly counted: string;
  /** The contacts that certainly count, the strongest first: those that break the claim, if it is broken. At most 100. */
  readonly contacts: readonly ContactRow[];
  readonly contactsInAll: number;
  /** Query string of /contacts. */
  readonly listed: string;
  readonly sql: readonly string[];
}

/** /statements/:id.json */
export interface StatementPage {
  readonly id: string;
  /** Where it stands: place and the words there; null where the case does not say. */
  readonly where: { readonly place: string; readonly text: string; readonly problems: readonly string[] } | null;
  readonly note: string | null;
  readonly claims: readonly WholeClaim[];
  readonly previous: string | null;
  readonly next: string | null;
}
