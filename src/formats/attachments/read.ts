/** An attachment as text, for an index of its words. */
import { memoryInput } from '../../bytes/input.ts';
import { decode } from '../../bytes/text.ts';
import { charsetText } from '../mail/charset.ts';
import { htmlText } from '../mail/html-text.ts';
import { docxText } from './docx.ts';
import type { AttachmentKind } from './kind.ts';
import type { AttachmentLimits } from './limits.ts';
import { pdfTexts } from './pdf.ts';
import { workbookText } from './workbook.ts';

/** An attachment whose transfer encoding is undone. */
export interface Attachment {
  readonly kind: AttachmentKind;
  readonly bytes: Uint8Array;
  /** As written in the message, empty when none; of texts only. */
  readonly charset: string;
}

/** The text of an attachment, or why there is none. */
export type AttachmentText =
  | {
      readonly text: string;
      /** It goes on after what was taken. */
      readonly isCut: boolean;
    }
  /** One plain phrase that follows on "not read because", such as "it has a password". */
  | { readonly fault: string };

/** Zip files, and with them documents and workbooks of ECMA-376, begin so. */
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** Compound files: documents of older office programs, and newer ones with a password (MS-OFFCRYPTO). */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * Reads a text or a page of HTML, at once.
 * @param bytes all of it, or its beginning
 */
export function plainAttachment({ kind, bytes, charset }: Attachment, limits: AttachmentLimits): AttachmentText {
  const held = bytes.subarray(0, limits.textBytes);
  // A picture that was sent as text has no words.
  if (!/^utf-?(?:16|32)/i.test(charset) && held.subarray(0, 4096).includes(0) && !hasMark(held))
    return { fault: 'it is called a text and is none' };
  const text = charset === '' ? decode(held, null).text : charsetText(held, charset);
  const isCut = bytes.length > held.length;
  return kind === 'html' ? cutTo(htmlText(text), isCut, limits) : cutTo(text, isCut, limits);
}

/** Byte order marks of UTF-16. */
function hasMark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function cutTo(text: string, isCut: boolean, { characters }: AttachmentLimits): AttachmentText {
  return text.length > characters ? { text: text.slice(0, characters), isCut: true } : { text, isCut };
}

/** Bytes from which `beginningFault` decides. */
export const BEGINNING = 1024;

/**
 * Whether an attachment is what it is called, by its beginning: so that what is not is not decoded whole.
 * @param head its first BEGINNING bytes, fewer only where it is shorter
 * @returns why it is not read; null when it may be
 */
export function beginningFault(kind: AttachmentKind, head: Uint8Array): string | null {
  if (kind === 'text' || kind === 'html') return null;
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, BEGINNING));
  // ISO 32000-1, 7.5.2: %PDF- begins the file; readers accept it within the first 1,024 bytes.
  if (kind === 'pdf') return bytes.includes('%PDF-') ? null : 'it is called a PDF and is none';
  if (bytes.subarray(0, 8).equals(COMPOUND)) return 'it has a password, or is of an older program';
  return bytes.subarray(0, 4).equals(ZIP) ? null : 'it is called an office file and is none';
}

/**
 * Reads an attachment of any kind. Never throws for content; that hostile content does not take too long or too much
 * memory is for the caller to watch, who can end a thread.
 */
export async function attachmentText(attachment: Attachment, limits: AttachmentLimits): Promise<AttachmentText> {
  const { kind, bytes } = attachment;
  if (kind === 'text' || kind === 'html') return plainAttachment(attachment, limits);
  if (bytes.length > limits.bytes) return { fault: 'it is too large' };
  const fault = beginningFault(kind, bytes);
  if (fault !== null) return { fault };
  if (kind === 'pdf') return pdfText(bytes, limits);
  const input = memoryInput('', bytes);
  const read = await (kind === 'docx' ? docxText : workbookText)(input, limits.unpacked);
  return 'fault' in read ? read : cutTo(read.text, false, limits);
}

async function pdfText(bytes: Uint8Array, limits: AttachmentLimits): Promise<AttachmentText> {
  const read = await pdfTexts(bytes, limits);
  if (read === 'password') return { fault: 'it has a password' };
  if (read === 'damaged') return { fault: 'it is damaged' };
  const text = read.texts.join('\n');
  if (text.trim() === '') return { fault: 'its pages are pictures, without text' };
  return cutTo(text, read.pages > read.texts.length, limits);
}
