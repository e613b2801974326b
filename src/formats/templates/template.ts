/**
 * What a table template says: how the columns of one kind of table become the fields of records. Templates are data:
 * plain objects that hold no code, so that they can be listed, compared and shown.
 */
import type { Attendance, FLAG, RecordKind, Role } from '../../model/record.ts';

/**
 * How dates may be written; a template lists the ones its tables use, and the first that fits decides. `/` stands for any
 * of `/ - .` and spaces, MMM for a month's name in any of the languages of months.ts, Y for a year of four digits or of two
 * (see Template.pivot). Where a template lists both D/M/Y and M/D/Y, or both D/M and M/D, the whole column decides; where
 * it cannot, a date is read as both.
 *
 * `MMM-YY` is Jul-12 for July 2012: spreadsheets show a month and year that way, and a day and month as 12-Jul. `MMM YY` is
 * the same with a space, which also could be a day: list it only where days are never written so.
 * `epoch` are seconds since 1970, `epoch-ms` milliseconds, `excel` days since 30 December 1899.
 */
export type DateForm =
  | 'Y-M-D'
  | 'D/M/Y'
  | 'M/D/Y'
  | 'D/M'
  | 'M/D'
  | 'D MMM Y'
  | 'MMM D Y'
  | 'D MMM'
  | 'MMM D'
  | 'MMM Y'
  | 'MMM-YY'
  | 'MMM YY'
  | 'M/Y'
  | 'MMM'
  | 'Q Y'
  | 'Y'
  | 'epoch'
  | 'epoch-ms'
  | 'excel';

/** What a value can mean for its row. A kind of record makes the row one of that kind. */
export type Meaning =
  | 'answered'
  | 'unanswered'
  | 'cancelled'
  | 'declined'
  | 'attended'
  | 'no-show'
  | 'scheduled'
  | 'text'
  | 'voice'
  | 'incoming'
  | 'outgoing'
  | 'automatic'
  | 'several'
  | 'nil'
  | 'skip'
  | 'message'
  | 'call'
  | 'meeting'
  | 'visit'
  | 'report';

/** A value and what it means. Text is compared without case, accents and punctuation. */
export interface ValueRule {
  /** Whole values. */
  readonly is?: readonly string[];
  /** A regular expression over the folded value (lower case, accents and punctuation gone, single spaces). */
  readonly like?: string;
  readonly means: readonly Meaning[];
}

/**
 * Parts of a party that a column can hold. `name` is a whole name (of a person, or of an organisation that takes part
 * itself), `line` what connects a call: a phone number, or words for a withheld one.
 */
export type PartyPart =
  | 'name'
  | 'first'
  | 'middle'
  | 'last'
  | 'suffix'
  | 'organisation'
  | 'mail'
  | 'line'
  | 'handle'
  | 'post'
  | 'attendance';

/** Fields that are no party. */
export type Field =
  /** Day of the contact, maybe with its time. */
  | 'date'
  /** Time of day of the start, or its date and time. */
  | 'start'
  /** The same of the end. */
  | 'end'
  /** When somebody came and went: a row with an arrival is one of a visit that took place. */
  | 'arrival'
  | 'departure'
  | 'duration'
  /** Columns of their own for what a date leaves out. */
  | 'month'
  | 'year'
  | 'subject'
  /** Day on which the disclosure was given. */
  | 'given'
  /** A status, direction, type: see Column.values. */
  | 'meaning'
  /** An id that other rows or sources may repeat. */
  | 'id';

/** Where a value goes: a field, a part of a party such as `caller.line`, or an extra such as `extra.bates`. */
export type Target = Field | `${string}.${PartyPart}` | `extra.${string}`;

export interface Column {
  readonly to: Target | readonly Target[];
  /**
   * Header names, best first; compared without case, accents, spaces and punctuation, with and without what stands in
   * parentheses. One that ends in * is met by any header that begins so.
   */
  readonly names?: readonly string[];
  /** Position from 1, for tables without a header row. */
  readonly at?: number;
  /** A regular expression that values of a table without a header row match; recognition needs it. */
  readonly looks?: string;
  /** An empty cell has the value of the nearest filled cell above it. */
  readonly carry?: boolean;
  /** What its values mean, for the field `meaning`. */
  readonly values?: readonly ValueRule[];
  /** What any value at all means, for the field `meaning`, such as a date of cancellation. */
  readonly filled?: readonly Meaning[];
  /** Unit of a duration that is a plain number. Without one the header's words decide, and else it stays unknown. */
  readonly unit?: 'seconds' | 'minutes' | 'hours' | 'milliseconds';
  /** How a duration of two parts is meant, such as 12:30. Without it the column decides, and else it stays unknown. */
  readonly parts?: 'mm:ss' | 'hh:mm';
}

/** How several parties stand in one cell. Nothing is split inside parentheses or quotes. */
export interface Split {
  /** Separators; `and` splits only where whole names stand on both sides, and stands for the & too. */
  readonly at: readonly (';' | ',' | '/' | '|' | 'newline' | 'and')[];
  /**
   * Names may be written `Smith, John`: such a comma splits nothing when it is the only one of its cell, or when
   * a semicolon or a line end separates the names.
   */
  readonly lastFirst?: boolean;
  /** Regular expressions; a match is never split. */
  readonly keep?: readonly string[];
}

export interface PartyRule {
  /** Part in the record; by kind of record where the rows of a table are of several kinds. */
  readonly role: Role | Readonly<{ [kind in RecordKind]?: Role }>;
  readonly split?: Split;
  /**
   * Regular expressions with named groups `name`, `post` and `organisation` that take a cell apart; the first that
   * matches decides, and where none does the whole text is the name.
   */
  readonly pick?: readonly string[];
  /** Regular expressions for what is no part of a name, such as register numbers and links. */
  readonly drop?: readonly string[];
  /** The cells hold organisations: parentheses behind a name are its short form, not somebody's organisation. */
  readonly organisations?: boolean;
  /** Without a name there is nobody: an organisation alone does not stand for itself. */
  readonly onlyNamed?: boolean;
  /** Stands in every row, where no column says who it is. */
  readonly fixed?: string;
  readonly attendance?: Attendance;
}

/**
 * What a file's name, or a line above the header, says. Named groups `year`, `month` and `until` (names or numbers of
 * months) and `quarter` give the period of the table; other groups go to the targets listed.
 */
export interface TextRule {
  /** A regular expression over the name without its folder, or the line; lower case, accents gone. */
  readonly pattern: string;
  readonly groups?: Readonly<{ [group: string]: Target }>;
}

/** Where a date without a year may take it from, in this order. */
export type YearSource = 'column' | 'name' | 'heading' | 'other rows';

export interface Template {
  /** Group and name: `calls/generic`. */
  readonly name: string;
  readonly title: string;
  /** A paragraph for people: which tables these are, and what becomes of them. */
  readonly doc: string;
  readonly kind: RecordKind;
  /** How sure it can be said at best that a table is one of these, 0 to 1: low for general layouts. */
  readonly confidence: number;
  /** `find`: the header is looked for; a number: it is in that row; `none`: columns are known by position. */
  readonly header: 'find' | 'none' | number;
  /** Number of columns of a table without a header row. */
  readonly width?: number;
  /** Fixed where the tables need it; otherwise found. */
  readonly delimiter?: ',' | ';' | '\t' | '|';
  readonly columns: readonly Column[];
  /** What a table must have; of each inner list one is enough. */
  readonly requires: readonly (readonly Target[])[];
  readonly parties: Readonly<{ [party: string]: PartyRule }>;
  /** Two parties that change their roles in incoming rows; without a direction neither is caller nor called. */
  readonly turned?: readonly [own: string, other: string];
  /** Flags of every row. */
  readonly flags?: readonly (keyof typeof FLAG)[];
  readonly dates: readonly DateForm[];
  /** Two-digit years below it are of this century; at or above it, of the last one. Default 69, as POSIX strptime has it. */
  readonly pivot?: number;
  /** IANA zone of the times when the case names none. */
  readonly zone?: string;
  /** ISO 3166 country of the phone numbers when the case names none. */
  readonly region?: string;
  /** What the file's name says. */
  readonly file?: readonly TextRule[];
  /** What the lines above the header say. */
  readonly heading?: readonly TextRule[];
  /** Default: column, name, heading. */
  readonly years?: readonly YearSource[];
  /** Regular expressions over folded cells of a row that says that there was nothing; added to the usual ones. */
  readonly nil?: readonly string[];
  /** Regular expressions over the folded subject or date for several contacts in one row; added to the usual ones. */
  readonly several?: readonly string[];
  /** Regular expressions for parties that are blacked out; added to the usual ones. */
  readonly redacted?: readonly string[];
  /** Regular expressions over the folded first filled cell of rows that are notes; added to the usual ones. */
  readonly notes?: readonly string[];
  /** Start and end bound a relation that lasts, not one meeting; where the end is open it lasts until the case's asOf. */
  readonly period?: boolean;
}
