/** What an attachment may ask of the machine. Attachments are made by strangers: a kilobyte can stand for a gigabyte. */

/** Limits for one attachment. */
export interface AttachmentLimits {
  /** Longest PDF, document or workbook that is read, bytes. */
  readonly bytes: number;
  /** Longest beginning of a text that is read, bytes. */
  readonly textBytes: number;
  /** Most bytes that a document or workbook may unpack to. */
  readonly unpacked: number;
  /** Most pages of a PDF that are read. */
  readonly pages: number;
  /** Longest text that is taken, characters. */
  readonly characters: number;
}

/** Limits that files which people send each other stay far away from. */
export const ATTACHMENT_LIMITS: AttachmentLimits = {
  bytes: 48 * 1024 ** 2,
  textBytes: 8 * 1024 ** 2,
  unpacked: 96 * 1024 ** 2,
  pages: 3000,
  characters: 8 * 1024 ** 2,
};
