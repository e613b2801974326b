/** A reader's side of the talk: collects events and waits where the main thread lags behind. */
import type { MessagePort } from 'node:worker_threads';
import type { RecordSink } from '../../formats/format.ts';
import type { RecordBatch } from '../../model/batch.ts';
import { Joiner } from './join.ts';
import { AHEAD, type Event, type Message } from './message.ts';

/** Events are sent when they hold this many bytes, or are this many. */
const PARCEL = 256 * 1024;
const MOST_EVENTS = 512;
/** Arrays shorter than this are copied: moving one costs more. */
const MOVED = 16 * 1024;
const PROGRESS = 4 * 1024 * 1024;

function arraysOf(batch: RecordBatch): ArrayBufferView[] {
  return [batch.records, batch.participants, batch.references, batch.equations].flatMap((columns) =>
    Object.values(columns).filter((column): column is ArrayBufferView => ArrayBuffer.isView(column)),
  );
}

/** Bytes of a batch in memory, about. */
function weigh(batch: RecordBatch): number {
  let bytes = 0;
  for (const array of arraysOf(batch)) bytes += array.byteLength;
  for (const texts of [batch.subjects, batch.extras, batch.addressRaws, batch.texts]) {
    for (const text of texts ?? []) bytes += 24 + (text?.length ?? 0);
  }
  return bytes;
}

export class Outbox {
  readonly #port: MessagePort;
  /** Bytes that were sent and not yet dealt with; shared with the main thread. */
  readonly #ahead: Int32Array;
  #task = 0;
  #events: Event[] = [];
  #moved: ArrayBuffer[] = [];
  #held = 0;
  #progress = 0;
  /** Sources of the task that have begun. */
  #begun = 0;
  readonly #joiner = new Joiner((batch, sources) =>
    this.tell({ type: 'joined', batch, sources }, this.#move(batch) + sources.byteLength),
  );

  constructor(port: MessagePort, ahead: Int32Array) {
    this.#port = port;
    this.#ahead = ahead;
  }

  /** Events from here on belong to this task. */
  open(task: number): void {
    this.#task = task;
    this.#progress = 0;
    this.#begun = 0;
  }

  /** Begins a source: what is told from here on, and what goes into `joined`, belongs to it. */
  begin(name: string, member: string, size: number, format: string): void {
    this.#begun++;
    this.tell({ type: 'begin', name, member, size, format });
  }

  /** Ends a block of an archive: what follows is taken after the blocks of other parts. */
  turn(): void {
    this.#joiner.restart();
    this.tell({ type: 'turn' });
    this.#begun = 0;
  }

  /** Tells what is still held back; call it at the end of a task. */
  close(): void {
    this.#joiner.restart();
    this.flush();
  }

  tell(event: Event, bytes = 64): void {
    this.#events.push(event);
    this.#held += bytes;
    if (this.#held >= PARCEL || this.#events.length >= MOST_EVENTS) this.flush();
  }

  /** Sends what is collected; waits first while the main thread is too far behind. */
  flush(): void {
    if (this.#events.length === 0) return;
    for (;;) {
      const ahead = Atomics.load(this.#ahead, 0);
      if (ahead < AHEAD) break;
      Atomics.wait(this.#ahead, 0, ahead);
    }
    Atomics.add(this.#ahead, 0, this.#held);
    const message: Message = { task: this.#task, events: this.#events, held: this.#held };
    this.#port.postMessage(message, this.#moved);
    this.#events = [];
    this.#moved = [];
    this.#held = 0;
  }

  /** A sink that tells everything at once: for pieces, which are large. */
  sink(): RecordSink {
    return this.#sinkTo(0, (batch) => this.tell({ type: 'batch', batch }, this.#move(batch)));
  }

  /** A sink for a source that was begun. @param before bytes of the task that were done before it */
  joined(before: number): RecordSink {
    const source = this.#begun - 1;
    return this.#sinkTo(before, (batch) => this.#joiner.add(source, batch));
  }

  #sinkTo(before: number, batch: (batch: RecordBatch) => void): RecordSink {
    return {
      batch,
      problem: (problem) => this.tell({ type: 'problem', problem }, 256),
      skip: (rule, items, bytes) => this.tell({ type: 'skip', rule, items, bytes }),
      progress: (bytes) => this.progress(before + bytes),
    };
  }

  /** Marks the buffers of a batch that are worth moving. @returns bytes of the batch in memory, about */
  #move(batch: RecordBatch): number {
    for (const { buffer, byteLength } of arraysOf(batch)) {
      if (byteLength >= MOVED && buffer.byteLength === byteLength) this.#moved.push(buffer as ArrayBuffer);
    }
    return weigh(batch);
  }

  /** @param bytes of the task done so far */
  progress(bytes: number): void {
    if (bytes - this.#progress < PROGRESS) return;
    this.#progress = bytes;
    this.tell({ type: 'progress', bytes });
  }
}
