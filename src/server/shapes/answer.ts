/** What every address with `.json` gives. Types only: the browser's side imports this folder and nothing else of the server. */

/** The envelope of a page's data. */
export interface Answer<T> {
  readonly page: CaseLine;
  readonly data: T;
}

/** What the frame around every page shows. */
export interface CaseLine {
  /** Name of the case. */
  readonly title: string;
  /** Id of the build that the data is of: another one than before means that the case was built again. */
  readonly build: string;
  /** The "now" of the case, YYYY-MM-DD. */
  readonly asOf: string;
  /** IANA name: times are shown in it. */
  readonly zone: string;
  /** Decisions in decisions.jsonl that this build does not know yet: they take hold at the next one. */
  readonly waiting: number;
}

/** What goes wrong, for every address: the status says the rest. */
export interface Failure {
  readonly error: {
    /** What is wrong and where, without a full stop. */
    readonly what: string;
    /** The part of the address, the file of the case, or the field that it is about; '' where none is. */
    readonly where: string;
    /** What to do about it; '' where nothing can be done. */
    readonly todo: string;
    /** Place of a mistake in a query, in characters from 0 and how many; null where there is none. */
    readonly at: readonly [offset: number, length: number] | null;
  };
}

/** Rows of a list by their place in it. */
export interface Rows<T> {
  /** Place of the first row that is given, from 0. */
  readonly offset: number;
  /** Rows of the whole list. */
  readonly total: number;
  readonly rows: readonly T[];
}

/** A time as it is known: no more exact than what was written. */
export interface Time {
  /** ISO 8601: an instant with the offset of the case's zone, a day, month, year, an interval A/B; null: unknown. */
  readonly text: string | null;
  /** The record's own time with its own offset, where that is another than the case's zone has then; null otherwise. */
  readonly own: string | null;
  /** Epoch seconds UTC, both inclusive; null: unknown. */
  readonly earliest: number | null;
  readonly latest: number | null;
}

/** A text that may be endless: cut on the server with the length of the whole. */
export interface CutText {
  readonly text: string;
  /** Characters of the whole where `text` is only its beginning; null where it is whole. */
  readonly cutFrom: number | null;
}
