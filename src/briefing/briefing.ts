/**
 * A briefing as data: what the JSON form holds, and all that the HTML and the Markdown are made of. Every text in it is as
 * the case has it, cut to a length that people read; whoever writes it for people makes it harmless (plain.ts).
 */
import type { Bounds } from '../model/bounds.ts';
import type { Grade } from '../model/finding.ts';
import type { Changes } from './changes.ts';
import type { CitedContact, CitedDisclosure, CitedPassage } from './cited.ts';
import type { Matrix, Timeline } from './figures.ts';
import type { Limits } from './limits.ts';
import type { Manifest } from './manifest.ts';
import type { Redaction } from './redaction.ts';

/** Words, or a number with the footnote that opens it. */
export type Piece = string | { readonly words: string; readonly note: number };
/** A sentence whose numbers can be opened. */
export type Sentence = readonly Piece[];

/** What stands behind a number: shown as a footnote. */
export interface Note {
  /** From 1, in the order in which they are first referred to. */
  readonly number: number;
  /** What is counted or told, in a sentence. */
  readonly what: string;
  /** Id that explain, findings or cite of the program opens; null where there is none, or it is redacted. */
  readonly id: string | null;
  /** Ids of contacts (in the list of contacts), of disclosures, and keys of passages that stand by themselves. */
  readonly contacts: readonly string[];
  readonly disclosures: readonly string[];
  readonly passages: readonly string[];
  /** How many contacts stand behind it that are not listed here. */
  readonly contactsLeftOut: number;
  /** What else belongs to it, such as what separates the bounds. */
  readonly remarks: readonly string[];
}

/** One line of the table under the answer. */
export interface AnswerRow {
  /** Key and name of the party at the other end; null for all of them. */
  readonly party: string | null;
  readonly name: string | null;
  readonly contacts: Bounds;
  readonly undisclosed: Bounds | null;
  /** Footnote of the contacts, and of those without a matching disclosure; that one null where nothing can be called so. */
  readonly contactsNote: number;
  readonly note: number | null;
}

/** The question of the case, and its answer. */
export interface Answer {
  /** Between whom, when and by which ways, as the case names them. */
  readonly asked: string;
  /** Id of the count: explain opens it. */
  readonly id: string | null;
  readonly contacts: Bounds;
  /** Null where nothing can be called undisclosed. */
  readonly undisclosed: Bounds | null;
  /** The answer in one sentence. */
  readonly sentence: Sentence;
  /** What it rests on: against what it was held, in how much covered time, what separates its bounds. */
  readonly basis: readonly Sentence[];
  readonly rows: readonly AnswerRow[];
}

/** An answer that somebody gave to what a briefing says. */
export interface Reply {
  readonly to: string;
  readonly by: string;
  /** YYYY-MM-DD. */
  readonly on: string;
  readonly text: string;
}

/** A finding of a detector. */
export interface BriefedFinding {
  /** Null where it is redacted: it follows from names. */
  readonly id: string | null;
  readonly detector: string;
  /** The detector's question. */
  readonly question: string;
  readonly text: string;
  readonly bounds: Bounds;
  readonly grade: Grade;
  /** How many independent origins, and of what kind, in words; null where nothing is known of it. */
  readonly sourcing: string | null;
  /** open, confirmed, dismissed, reopened. */
  readonly status: string;
  /** Why, where a person said so. */
  readonly reason: string | null;
  /** Hash of what it rests on. */
  readonly evidence: string;
  readonly note: number;
  readonly caveats: readonly string[];
  readonly replies: readonly Reply[];
}

/** One claim of a public statement, and what the records say to it. */
export interface BriefedStatement {
  readonly id: string;
  readonly speaker: string;
  readonly said: string;
  readonly quote: string | null;
  /** The claim in words. */
  readonly claim: string;
  /** contradicted, consistent, at odds, untested. */
  readonly verdict: string;
  readonly text: Sentence;
  /** What is missing for a verdict, and other remarks. */
  readonly remarks: readonly string[];
  readonly note: number;
  readonly replies: readonly Reply[];
}

/** A told count, held against the records of the same window. */
export interface BriefedTold {
  readonly id: string | null;
  readonly teller: string;
  /** What was told, in words. */
  readonly told: string;
  /** compatible, exceeds, untestable. */
  readonly verdict: string;
  readonly text: Sentence;
  readonly sourcing: string | null;
  readonly caveats: readonly string[];
  readonly note: number;
}

/** A sentence of a story, and what the records say to it. */
export interface BriefedSentence {
  readonly quote: string;
  readonly verdict: string;
  readonly text: Sentence;
  /** More of it, and what it lacks. */
  readonly remarks: readonly string[];
  readonly caveats: readonly string[];
  readonly note: number;
}

/** Who tells things, and on whom they rely. */
export interface BriefedInformant {
  /** A pseudonym. */
  readonly id: string;
  readonly kind: string;
  readonly persons: number | null;
  readonly reliesOn: readonly string[];
}

/** A party by its key. */
export interface BriefedParty {
  readonly key: string;
  readonly name: string;
}

export interface Briefing {
  readonly format: 'backchannel briefing';
  /** Rises when a key changes its meaning or goes. */
  readonly version: 1;
  readonly title: string;
  readonly question: string | null;
  /** The case's "now". */
  readonly asOf: string;
  readonly zone: string;
  /** Null where case.yaml asks nothing that can be counted. */
  readonly answer: Answer | null;
  /** What changed; null for a briefing that is not given since an earlier one. */
  readonly since: Changes | null;
  /** Those that nobody dismissed, the heaviest first. */
  readonly findings: readonly BriefedFinding[];
  /** Those that a person dismissed. */
  readonly dismissed: readonly BriefedFinding[];
  /** Findings that are not in this briefing because there are too many. */
  readonly findingsLeftOut: number;
  readonly statements: readonly BriefedStatement[];
  readonly told: readonly BriefedTold[];
  readonly story: readonly BriefedSentence[];
  readonly timeline: Timeline | null;
  readonly matrix: Matrix | null;
  readonly limits: Limits;
  /** Names of the parties that this briefing speaks of, by their keys. */
  readonly parties: readonly BriefedParty[];
  readonly informants: readonly BriefedInformant[];
  /** Replies that answer nothing that stands in this briefing. */
  readonly otherReplies: readonly Reply[];
  readonly notes: readonly Note[];
  readonly contacts: readonly CitedContact[];
  readonly disclosures: readonly CitedDisclosure[];
  readonly passages: readonly CitedPassage[];
  readonly redaction: Redaction | null;
  readonly manifest: Manifest;
}
