/** What happens in the case. Writers turn these into sources; the truth is read off them. */
import type { Charset } from '../form/charset.ts';

/** A name beside a mail address. */
export interface Box {
  readonly name: string;
  readonly mail: string;
}

export type Holder = 'chief' | 'adviser';

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

export interface Mail {
  readonly at: number;
  readonly from: Box;
  readonly to: readonly Box[];
  readonly cc?: readonly Box[];
  readonly bcc?: readonly Box[];
  readonly subject: string;
  /** Plain text without the quotation, lines up to 76 characters, no line end at the end. */
  readonly body: string;
  /** Message-ID without angle brackets. */
  readonly id: string;
  readonly answers?: Mail;
  /** Quote the answered mail below the text. */
  readonly quotes?: boolean;
  /** A mail that is handed on inside this one. */
  readonly forwards?: Mail;
  readonly charset: Charset;
  readonly transfer: 'quoted-printable' | 'base64' | '8bit' | '7bit';
  readonly agent: string;
  /** Also as HTML. */
  readonly html?: boolean;
  readonly attachments?: readonly Attachment[];
  /** RFC 2919 list: name and id. */
  readonly list?: { readonly name: string; readonly id: string };
  /** RFC 3834: value of Auto-Submitted. */
  readonly automatic?: 'auto-generated' | 'auto-replied';
  /** The Date field as the sender's clock had it, where the clock was wrong. */
  readonly wrongDate?: string;
  /** Minutes east of UTC on the sender's clock; Skarvik's when absent. */
  readonly offset?: number;
  /** Whose mailboxes keep it. */
  readonly holders: readonly Holder[];
  /** The adviser's gateway gave its copy a Message-ID and a footer of its own. */
  readonly regated?: boolean;
  /** What the archive left of it: only the first lines of the header, then noise. */
  readonly damaged?: boolean;
}

export interface Call {
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly seconds: number;
  readonly kind: 'voice' | 'text';
  readonly answered: boolean;
  /** The carrier's file repeats the row. */
  readonly repeated?: boolean;
}

export type PartStat = 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'NEEDS-ACTION';

export interface Meeting {
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly place: string;
  /** Person ids of the harbour office, the first one organises. */
  readonly hosts: readonly string[];
  readonly guests: readonly { readonly id: string; readonly status?: PartStat }[];
  readonly inCalendar: boolean;
  readonly inLog: boolean;
  readonly cancelled?: boolean;
  /** Guests that the log does not name, by id: their cells are redacted. */
  readonly redacted?: readonly string[];
  /** Guests for whom the log names no organisation. */
  readonly bare?: readonly string[];
  /** Write the times of the calendar entry in UTC. */
  readonly utc?: boolean;
}

/** A row of the visitor log that belongs to no calendar entry. */
export interface Visit {
  readonly start: number;
  readonly end: number;
  readonly visitor: string;
  readonly organisation: string;
  readonly host: string;
  readonly purpose: string;
}

/** A row of the lobby register. */
export interface Entry {
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly on: string;
  readonly registered: string;
  readonly kind: 'meeting' | 'call' | 'mail';
  /** Person ids of the harbour office. */
  readonly officials: readonly string[];
  readonly organisation: string;
  /** Names as the register writes them. */
  readonly representatives: readonly string[];
  readonly subject: string;
}

/** A planted event beside what is true about it. */
export interface Planted<T> {
  readonly id: string;
  readonly event: T;
  readonly truth: Truth;
}

export interface Truth {
  /** Person ids; the first one began it. */
  readonly parties: readonly string[];
  readonly disclosed: 'no' | 'yes' | 'late' | 'partial' | 'coarse' | 'contested' | 'not-covered';
  /** Id of the register row or of the entry in disclosures.yaml. */
  readonly by?: string;
  /** Whether the default definition counts it, and if not, why not. */
  readonly counts: boolean;
  readonly why?: string;
  /** How sure the identities are that the case's people.yaml supports. */
  readonly identity?: 'certain' | 'probable' | 'possible';
  readonly note?: string;
}
