/** A thread that reads attachments, one at a time: whoever asks can end it when one takes too long or too much. */
import { parentPort } from 'node:worker_threads';
import { ATTACHMENT_LIMITS } from '../../../formats/attachments/limits.ts';
import { attachmentText } from '../../../formats/attachments/read.ts';
import type { ExtractAnswer, ExtractRequest } from './message.ts';

const port = parentPort;
if (port === null) throw new Error('worker.ts runs in a thread of its own');

port.on('message', async ({ number, attachment }: ExtractRequest) => {
  const answer: ExtractAnswer = { number, read: await readAlone(attachment) };
  port.postMessage(answer);
});

/** A library that throws what nobody foresaw has met a damaged file. */
async function readAlone(attachment: ExtractRequest['attachment']): Promise<ExtractAnswer['read']> {
  try {
    return await attachmentText(attachment, ATTACHMENT_LIMITS);
  } catch {
    return { fault: 'it is damaged' };
  }
}
