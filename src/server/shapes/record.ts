/** /records/:id.json: one message, call or row as it stands in its source. */
import type { Exactness } from '../../model/citation.ts';
import type { AddressKind, RecordKind } from '../../model/record.ts';
import type { Precision } from '../../model/time.ts';
import type { CutText, Time } from './answer.ts';
import type { Cited } from './citation.ts';
import type { ContactRow } from './contact.ts';
import type { DisclosureRow } from './disclosure.ts';
import type { FindingRow } from './finding-row.ts';
import type { PartyName } from './party.ts';

/** Somebody who stands in a record. */
export interface ParticipantRow {
  /** from, to, cc, caller, attendee … */
  readonly role: string;
  readonly kind: AddressKind;
  readonly address: string;
  /** As it is written beside the address. */
  readonly name: string | null;
  readonly organisation: string | null;
  /** What looks like something else in name or address. */
  readonly marks: readonly string[];
  /** Whose it was then; several are alternatives. */
  readonly parties: readonly PartyName[];
}

/** A header of a message, or a column of a row, as people read it. */
export interface Field {
  readonly name: string;
  readonly value: CutText;
}

/** An attachment of a message: named, never opened here. */
export interface AttachmentRow {
  readonly name: string;
  readonly type: string;
  /** Bytes as they are encoded in the message. */
  readonly size: number;
}

/** The readable form. */
export interface Decoded {
  /** Headers of a message, columns of a row; empty where the record is only text. */
  readonly fields: readonly Field[];
  /** Text of the body; of a message its plain text, else the text of its HTML. Cut at 256 Ki characters. */
  readonly body: CutText;
  readonly attachments: readonly AttachmentRow[];
  /** Whether /records/:id/html shows its HTML. */
  readonly html: boolean;
  /** Why it cannot be read again (gone, changed); null where it can. */
  readonly fault: string | null;
}

/** A piece of the raw bytes as text: bytes that are no UTF-8 are shown as Latin-1, control characters stay as they are. */
export interface RawPiece {
  /** Cited bytes of the record, or context around them. */
  readonly cited: boolean;
  readonly text: string;
}

/** /records/:id/raw.json?offset=0&length=65536 (at most 262,144): offset in bytes from the start of the record. */
export interface RawWindow {
  readonly offset: number;
  readonly length: number;
  /** Bytes of the record. */
  readonly total: number;
  /** Bytes from the start of the file or member where the window begins. */
  readonly at: number;
  readonly encoding: 'utf-8' | 'latin1';
  /** The first window has some context before, the last some behind. */
  readonly pieces: readonly RawPiece[];
  /** Where the next window begins; null at the end. */
  readonly next: number | null;
  readonly fault: string | null;
}

/** Another record of the same conversation, or quoted in this one. */
export interface ThreadRow {
  readonly record: string;
  readonly time: Time;
  /** Who wrote it. */
  readonly from: readonly PartyName[];
  readonly subject: CutText | null;
  /** answered: this one answers it; answers: it answers this one; quoted: it is quoted in this one; quotes: it quotes this one. */
  readonly relation: 'answered' | 'answers' | 'quoted' | 'quotes' | 'this';
}

/** One record. */
export interface RecordPage {
  readonly citation: Cited;
  /** SHA-256 of the file, and of the cited bytes where there are any: lower-case hex. */
  readonly file: string;
  readonly sha256: string | null;
  readonly exactness: Exactness;
  /** Number stamped by who produced it. */
  readonly bates: string | null;
  readonly kind: RecordKind;
  readonly time: Time;
  readonly precision: Precision;
  /** Where the zone comes from: written in the record, said of its source, unknown. */
  readonly zone: string;
  readonly plausibility: string;
  readonly duration: number | null;
  readonly subject: CutText | null;
  readonly flags: readonly string[];
  readonly participants: readonly ParticipantRow[];
  /** At most 200; the whole number. */
  readonly participantsInAll: number;
  readonly decoded: Decoded;
  /** The contact that it witnesses, and everything that witnesses the same. */
  readonly contact: ContactRow | null;
  readonly witnesses: readonly Cited[];
  /** The disclosure that it is. */
  readonly disclosure: DisclosureRow | null;
  /** In the order of time, at most 50. */
  readonly thread: readonly ThreadRow[];
  readonly quoted: readonly ThreadRow[];
  readonly findings: readonly FindingRow[];
  readonly told: readonly string[];
  /** Before and after it in its source: ids. */
  readonly previous: string | null;
  readonly next: string | null;
  /** What a terminal would type: `backchannel cite r:…`. */
  readonly command: string;
}
