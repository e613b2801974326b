/**
 * Source records: one message, call, meeting, visit or report as it stands in its source.
 * The words are those of docs/glossary.md. This file imports nothing but its own folder.
 */
import type { When } from './time.ts';

/** Kinds of record; a record's number in a batch is its place in this list, so append only. */
export const RECORD_KINDS = ['message', 'call', 'meeting', 'visit', 'report'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/**
 * Parts a participant can have in a record; numbers in batches are places in this list, so append only. A passage that tells
 * of a contact has one side `mentioned` and the other `counterpart`; who began it is `from` besides.
 */
export const ROLES = [
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'caller',
  'callee',
  'organizer',
  'attendee',
  'host',
  'visitor',
  'mentioned',
  'discloser',
  'resource',
  'counterpart',
] as const;
export type Role = (typeof ROLES)[number];

/** RFC 5545 section 3.2.12 PARTSTAT, plus 'none' where nothing is said; append only. */
export const ATTENDANCE = [
  'none',
  'needs-action',
  'accepted',
  'declined',
  'tentative',
  'delegated',
  'attended',
  'no-show',
] as const;
export type Attendance = (typeof ATTENDANCE)[number];

/**
 * Kinds of address; numbers in batches are places in this list, so append only. `party`: somebody named by an id of
 * people.yaml, or an unnamed member of a group by `@` and its name, as passages of reports.yaml name them.
 */
export const ADDRESS_KINDS = ['mail', 'phone', 'x500', 'name', 'handle', 'redacted', 'party'] as const;
export type AddressKind = (typeof ADDRESS_KINDS)[number];

/** What is known about a record besides its fields: a set of bits. */
export const FLAG = {
  /** Mail sent through a list (List-Id, List-Post, Precedence: list; RFC 2919, RFC 2369). */
  list: 1,
  /** Mail sent by a machine (Auto-Submitted other than no, RFC 3834; Precedence: bulk; null return path). */
  automatic: 2,
  /** An event that was cancelled (STATUS:CANCELLED or METHOD:CANCEL). */
  cancelled: 4,
  /** A record found inside another one: a quoted or forwarded message. Weaker than one that stands by itself. */
  quoted: 8,
  /** A row that says that there was nothing to declare in its period. */
  nil: 16,
  /** A call attempt that nobody answered. */
  unanswered: 32,
  /** An entry that only shows that a meeting was planned. */
  scheduled: 64,
  /** The meeting or visit took place according to the record itself (a log, a register, an arrival time). */
  attended: 128,
  /** Carries In-Reply-To or References: it answers something. */
  reply: 256,
  /** The message stands in a folder of sent mail or is the sender's own copy. */
  sentCopy: 512,
  /** The record covers several contacts without saying how many ("met several times"). */
  several: 1024,
  /** A draft (Maildir flag D, or a drafts folder): never a contact. */
  draft: 2048,
  /** The record repeats an earlier row of the same file byte for byte. */
  repeated: 4096,
  /** A text message (SMS) in call records. */
  text: 8192,
  /** Told in prose, not recorded when it happened: whether it counts follows from the evidence floor. */
  told: 16384,
  /** Told by a public body or under oath, or resting on nothing else. */
  official: 32768,
} as const;

/** One address as it stands in a record. */
export interface RecordAddress {
  readonly kind: AddressKind;
  /** As written: the addr-spec of a mail address, the digits as printed, the whole bare name. */
  readonly raw: string;
}

/** An address in a record and its part there. */
export interface Participant {
  readonly role: Role;
  readonly address: RecordAddress;
  /** The display name beside the address (RFC 5322 display-name, CN of RFC 5545), decoded; absent when there is none. */
  readonly name?: string;
  /** The organisation that the record itself gives for the participant; absent when it gives none. */
  readonly organisation?: string;
  readonly attendance?: Attendance;
}

/** Where a record stands in its file. */
export interface Place {
  /** Bytes from the start of the file (or of the archive member). */
  readonly offset: number;
  /** Length in bytes. */
  readonly length: number;
  /** Row of a table: 1 is the first line after nothing, so a header line is row 1. 0 where there are no rows. */
  readonly row?: number;
  /**
   * Which of several records that stand in the same bytes: the recurrence instance of a calendar entry or the
   * quoted message inside a message, from 1. 0 is the record that the bytes hold themselves.
   */
  readonly part?: number;
}

/** Says that the mail system itself shows two addresses to be one account (an SMTP and an X.500 name of one sender). */
export interface Equation {
  readonly a: RecordAddress;
  readonly b: RecordAddress;
  /** What it calls the account; absent when it gives no name. */
  readonly name?: string;
}

/** A record as an object, for formats that are too small to need columns. */
export interface SourceRecord {
  readonly kind: RecordKind;
  readonly place: Place;
  readonly when: When;
  /** Seconds; absent where the record does not say. */
  readonly duration?: number;
  readonly participants: readonly Participant[];
  /** RFC 5322 Message-ID without angle brackets, or the UID of a calendar entry (with its instance); absent where none. */
  readonly messageId?: string;
  /** Message-IDs of In-Reply-To and References, without angle brackets. */
  readonly references?: readonly string[];
  readonly subject?: string;
  /** Bits of FLAG. */
  readonly flags?: number;
  readonly equations?: readonly Equation[];
  /** Small named extras that the ledger keeps as they are: bates, location, purpose, department, given (the day a disclosure was given). */
  readonly extras?: Readonly<{ [name: string]: string }>;
}
