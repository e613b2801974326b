/**
 * Reader threads. Tasks begin in the order they are given and their events are taken in that order too, so the reader of
 * the task that is being taken is never the one that has to wait.
 */
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Event, Message, ReaderStart, Task } from './message.ts';

/** The system refused to let a reader go on. */
export class ReadingFailed extends Error {
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.name = 'ReadingFailed';
    this.code = code;
  }
}

/** The file that reader threads run; the compiled package has another ending. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** Batches live for a moment only, and a larger nursery costs memory in every thread. MiB. */
const YOUNG = { maxYoungGenerationSizeMb: 16 } as const;

interface Reader {
  readonly worker: Worker;
  readonly ahead: Int32Array;
  busy: boolean;
}

function startReader(): Reader {
  const ahead = new SharedArrayBuffer(4);
  const cache = getCompileCacheDir();
  const start: ReaderStart = { ahead, compiled: cache === undefined ? null : dirname(cache) };
  // Flags of the process that uses the library (--input-type, --inspect) are not for its threads.
  const worker = new Worker(ENTRY, { workerData: start, execArgv: [], resourceLimits: YOUNG });
  return { worker, ahead: new Int32Array(ahead), busy: false };
}

/** Readers that nobody has asked yet. */
const early = new Set<Reader>();
/** Most that start early: a small case needs no more. */
const MOST_EARLY = 2;

/**
 * Starts readers before it is known what they shall read: they take as long to load their program as the main thread its
 * own. They keep no process alive.
 * @param size threads at most
 */
export function startReadersEarly(size: number): void {
  while (early.size < Math.min(size, MOST_EARLY)) {
    const reader = startReader();
    reader.worker.unref();
    // One that cannot start is told of where one is needed.
    reader.worker.once('error', () => early.delete(reader));
    early.add(reader);
  }
}

function earlyReader(): Reader | null {
  const [reader] = early;
  if (reader === undefined) return null;
  early.delete(reader);
  reader.worker.removeAllListeners('error').ref();
  return reader;
}

/** What came of one task so far. */
class Inbox {
  readonly parcels: { readonly events: readonly Event[]; readonly held: number; readonly reader: Reader }[] = [];
  ended = false;
  failure: Error | null = null;
  wake: () => void = () => {};
}

export class Pool {
  readonly #readers: Reader[] = [];
  readonly #waiting: { readonly number: number; readonly task: Task }[] = [];
  readonly #inboxes = new Map<number, Inbox>();
  readonly #size: number;
  #next = 0;

  /** @param size threads at most; they start when there is something to do */
  constructor(size: number) {
    this.#size = size;
  }

  /** Queues a task. @returns its events, in order; must be taken to the end, and tasks in the order they were given */
  run(task: Task): AsyncGenerator<readonly Event[]> {
    const number = this.#next++;
    const inbox = new Inbox();
    this.#inboxes.set(number, inbox);
    this.#waiting.push({ number, task });
    this.#dispatch();
    return this.#take(number, inbox);
  }

  /** Lets a task end untaken; what it tells is lost, and so is its failure. */
  forget(task: AsyncGenerator<readonly Event[]>): void {
    const taken = (async () => {
      for await (const _ of task);
    })();
    taken.catch(() => undefined);
  }

  /** Ends all threads at once; who waits for a task hears of it. */
  async close(): Promise<void> {
    this.#fail(new Error('the readers were stopped'));
    await Promise.all(this.#readers.map(({ worker }) => worker.terminate()));
  }

  async *#take(number: number, inbox: Inbox): AsyncGenerator<readonly Event[]> {
    for (;;) {
      const parcel = inbox.parcels.shift();
      if (parcel !== undefined) {
        yield parcel.events;
        Atomics.sub(parcel.reader.ahead, 0, parcel.held);
        Atomics.notify(parcel.reader.ahead, 0);
      } else if (inbox.failure !== null) throw inbox.failure;
      else if (inbox.ended) break;
      else await new Promise<void>((resolve) => (inbox.wake = resolve));
    }
    this.#inboxes.delete(number);
  }

  #dispatch(): void {
    while (this.#waiting.length > 0) {
      const reader = this.#readers.find(({ busy }) => !busy) ?? this.#start();
      if (reader === null) return;
      reader.busy = true;
      reader.worker.postMessage(this.#waiting.shift());
    }
  }

  #start(): Reader | null {
    if (this.#readers.length >= this.#size) return null;
    const reader = earlyReader() ?? startReader();
    reader.worker.on('message', (message: Message) => this.#hear(reader, message));
    reader.worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#readers.push(reader);
    return reader;
  }

  #hear(reader: Reader, message: Message): void {
    const inbox = this.#inboxes.get(message.task);
    if ('events' in message) inbox?.parcels.push({ ...message, reader });
    else {
      if (inbox !== undefined) {
        inbox.ended = true;
        if ('failed' in message) inbox.failure = new ReadingFailed(message.failed, message.code);
      }
      reader.busy = false;
      this.#dispatch();
    }
    inbox?.wake();
  }

  #fail(error: Error): void {
    for (const inbox of this.#inboxes.values()) {
      inbox.failure = error;
      inbox.wake();
    }
  }
}
