/** Reads attachments in a thread that can be ended: libraries for office files and PDF trust what they read. */
import { Worker } from 'node:worker_threads';
import { ATTACHMENT_LIMITS } from '../../../formats/attachments/limits.ts';
import { type Attachment, type AttachmentText, plainAttachment } from '../../../formats/attachments/read.ts';
import type { ExtractAnswer, ExtractRequest } from './message.ts';

/** What one attachment may take before its thread is ended. */
export interface ExtractLimits {
  /** Milliseconds. */
  readonly time: number;
  /** Bytes by which the memory of the whole process may grow meanwhile. */
  readonly memory: number;
}

const LIMITS: ExtractLimits = { time: 30_000, memory: 400 * 1024 ** 2 };
/** How often memory is looked at, milliseconds: what unpacks fastest makes some 500 MB a second. */
const WATCH = 50;
/** MiB of objects; what lies in buffers is watched besides. */
const HEAP = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 32 } as const;

/** The file that the thread runs; the compiled package has another ending. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** Reads attachments one after the other. */
export class Extractor {
  readonly #limits: ExtractLimits;
  #worker: Worker | null = null;
  #next = 0;

  constructor(limits: ExtractLimits = LIMITS) {
    this.#limits = limits;
  }

  /** The text of an attachment. Texts and HTML come at once, the others from the thread. */
  read(attachment: Attachment): AttachmentText | Promise<AttachmentText> {
    if (attachment.kind === 'text' || attachment.kind === 'html') return plainAttachment(attachment, ATTACHMENT_LIMITS);
    if (attachment.bytes.length > ATTACHMENT_LIMITS.bytes) return { fault: 'it is too large' };
    return this.#ask(attachment);
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #started(): Worker {
    if (this.#worker !== null) return this.#worker;
    // Flags of the process that uses the library (--input-type, --inspect) are not for its threads.
    const worker = new Worker(ENTRY, { execArgv: [], resourceLimits: HEAP });
    // What a library throws after its answer must not end the program: the next attachment gets another thread.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null;
    });
    this.#worker = worker;
    return worker;
  }

  async #ask(attachment: Attachment): Promise<AttachmentText> {
    const worker = this.#started();
    // A copy of their own: what is cloned of a part of a buffer is all of the buffer.
    const bytes = new Uint8Array(attachment.bytes);
    const request: ExtractRequest = { number: this.#next++, attachment: { ...attachment, bytes } };
    const outcome = await new Promise<AttachmentText | 'ended'>((resolve) => {
      const watch = watched(this.#limits, (fault) => settle({ fault }));
      const settle = (answer: AttachmentText | 'ended'): void => {
        clearInterval(watch);
        worker.off('message', heard).off('error', died).off('exit', ended);
        resolve(answer);
      };
      const heard = (answer: ExtractAnswer): void => {
        if (answer.number === request.number) settle(answer.read);
      };
      // Its heap is full, or a library threw something beside its promises.
      const died = (error: unknown): void => settle(isOutOfMemory(error) ? { fault: TOO_MUCH } : 'ended');
      const ended = (): void => settle('ended');
      worker.on('message', heard).on('error', died).on('exit', ended);
      worker.postMessage(request, [bytes.buffer]);
    });
    if (outcome !== 'ended' && !('fault' in outcome && WATCHED.includes(outcome.fault))) return outcome;
    await this.close();
    return outcome === 'ended' ? { fault: 'reading it failed' } : outcome;
  }
}

const TOO_LONG = 'reading it takes too long';
const TOO_MUCH = 'reading it takes too much memory';
const WATCHED: readonly string[] = [TOO_LONG, TOO_MUCH];

/** Looks at time and memory until it is cleared. Time is counted in looks: no clock is needed. */
function watched(limits: ExtractLimits, over: (fault: string) => void): NodeJS.Timeout {
  const before = process.memoryUsage.rss();
  let looks = 0;
  return setInterval(() => {
    looks++;
    if (looks * WATCH >= limits.time) over(TOO_LONG);
    else if (process.memoryUsage.rss() - before > limits.memory) over(TOO_MUCH);
  }, WATCH);
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
