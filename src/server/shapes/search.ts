/** /search.json?q=WORDS&rank=true&limit=50&cursor=…: records that hold words, newest first. */
import type { Channel } from '../../model/definition.ts';
import type { CutText, Time } from './answer.ts';
import type { PartyName } from './party.ts';

/** A piece of a snippet; marked where it is what was searched. */
export interface SnippetPiece {
  readonly text: string;
  readonly mark: boolean;
}

/** A record that was found. */
export interface SearchHit {
  /** Whole id: /records/ID. */
  readonly record: string;
  readonly time: Time;
  /** Its clock was wrong, or it is of a day after the case's own. */
  readonly isDoubtful: boolean;
  readonly channel: Channel;
  readonly subject: CutText | null;
  /** The subject with marks, where what was searched stands in it; empty otherwise. */
  readonly markedSubject: readonly SnippetPiece[];
  /** Whoever has no party has an empty key, and is named as the record does. */
  readonly from: readonly PartyName[];
  readonly to: readonly PartyName[];
  /** Parties that are not given. */
  readonly moreTo: number;
  /** Path as in the case, with the member of an archive; of a protected source its number alone. */
  readonly source: string;
  readonly snippet: readonly SnippetPiece[];
  /** Names of attached files in which it stands. */
  readonly attachments: readonly (readonly SnippetPiece[])[];
  /** Where the snippet is from. */
  readonly foundIn: 'text' | 'attachment' | 'none';
  /** The source is gone, or is not what was taken in: nothing of it can be shown. */
  readonly isGone: boolean;
}

/** What was found. A mistake in the query answers 400 with its place in `error.at`. */
export interface SearchPage {
  readonly query: string;
  readonly ranked: boolean;
  readonly hits: readonly SearchHit[];
  /** How many in all; `atLeast` where they were not counted to the end. */
  readonly total: number;
  readonly atLeast: boolean;
  /** What the next page is asked with; null at the end. */
  readonly cursor: string | null;
  /** How the query was understood, one line. */
  readonly understood: string;
  /** What could not be searched, sentences: "none found" does not stand without them. */
  readonly coverage: readonly string[];
}

/** /search/help.json: the fields of a query. */
export interface SearchHelp {
  readonly fields: readonly { readonly name: string; readonly text: string; readonly example: string }[];
}
