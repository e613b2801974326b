/** What of a record is searched: its own words, those of what it carries, and the names of files. */
import { type AttachmentKind, attachmentKind } from '../../formats/attachments/kind.ts';
import { ATTACHMENT_LIMITS } from '../../formats/attachments/limits.ts';
import { type Attachment, type AttachmentText, BEGINNING, beginningFault } from '../../formats/attachments/read.ts';
import { descriptionOf } from '../../formats/ical/description.ts';
import { type AttachedPart, attachedBytes, messageText } from '../../formats/mail/text.ts';

/** The texts of one record. */
export interface RecordText {
  readonly subject: string;
  /** Its text, then those of its attachments. */
  readonly body: readonly string[];
  /** File names of what is attached. */
  readonly names: readonly string[];
  /** Attachments with text that were read. */
  readonly read: number;
  /** Why attachments were not read, one phrase for each, such as "it has a password". */
  readonly unread: readonly string[];
}

/** Gives the text of an attachment, at once where it can. */
export type ReadAttachment = (attachment: Attachment) => AttachmentText | Promise<AttachmentText>;

/** Characters of attachments that are taken of one record. */
const MOST = 4 * ATTACHMENT_LIMITS.characters;

/** What stands for an attachment without text that can be read. */
const NO_TEXT = 'there is no text in it that can be read';

/**
 * A message with what it carries. Never throws for content.
 * @param bytes of the record; left alone while the promise is open
 * @param subject as the ledger has it
 */
export function messageRecord(bytes: Buffer, subject: string, read: ReadAttachment): RecordText | Promise<RecordText> {
  const message = messageText(bytes);
  const names = message.attachments.flatMap(({ name }) => (name === '' ? [] : [name]));
  const parts = message.attachments.filter(({ isRead }) => !isRead);
  if (parts.length === 0) return { subject, body: [message.body], names, read: 0, unread: [] };
  return withAttachments({ subject, body: [message.body], names, read: 0, unread: [] }, parts, read);
}

async function withAttachments(
  own: RecordText,
  parts: readonly AttachedPart[],
  read: ReadAttachment,
): Promise<RecordText> {
  const body = [...own.body];
  const unread: string[] = [];
  let left = MOST;
  for (const part of parts) {
    const kind = attachmentKind(part);
    const asked =
      kind === null || left <= 0 ? { fault: left <= 0 ? 'it is too large' : NO_TEXT } : attachedText(part, kind, read);
    const text = asked instanceof Promise ? await asked : asked;
    if ('fault' in text) unread.push(text.fault);
    else {
      body.push(text.text);
      left -= text.text.length;
      if (text.isCut) unread.push('it is read in part only');
    }
  }
  return { ...own, body, read: body.length - own.body.length, unread };
}

function attachedText(
  part: AttachedPart,
  kind: AttachmentKind,
  read: ReadAttachment,
): AttachmentText | Promise<AttachmentText> {
  const fault = beginningFault(kind, attachedBytes(part, BEGINNING));
  if (fault !== null) return { fault };
  const isText = kind === 'text' || kind === 'html';
  // One byte more than is read shows that there is more.
  const bytes = attachedBytes(part, (isText ? ATTACHMENT_LIMITS.textBytes : ATTACHMENT_LIMITS.bytes) + 1);
  return read({ kind, bytes, charset: part.charset });
}

/**
 * An entry of a calendar: its summary and place as the ledger has them, and its description.
 * @param bytes of the entry
 */
export function eventRecord(bytes: Buffer, subject: string, extras: string | null): RecordText {
  const description = descriptionOf(bytes);
  const body = [...extraTexts(extras), description].filter((text) => text !== '');
  return { subject, body, names: [], read: 0, unread: [] };
}

/** A row of a table, or what else has no text but what the ledger keeps of it. */
export function rowRecord(subject: string, extras: string | null): RecordText {
  return { subject, body: extraTexts(extras), names: [], read: 0, unread: [] };
}

/** The values of a record's extras. @param extras JSON object of texts; null for none */
function extraTexts(extras: string | null): string[] {
  if (extras === null) return [];
  return Object.values(JSON.parse(extras) as { readonly [name: string]: unknown }).filter(
    (value): value is string => typeof value === 'string' && value !== '',
  );
}
