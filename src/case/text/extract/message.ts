/** What a thread that reads attachments is asked and answers. Everything here can be moved between threads. */
import type { Attachment, AttachmentText } from '../../../formats/attachments/read.ts';

export interface ExtractRequest {
  readonly number: number;
  readonly attachment: Attachment;
}

export interface ExtractAnswer {
  readonly number: number;
  readonly read: AttachmentText;
}
