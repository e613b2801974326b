/** Writes what the readers tell into a segment. */
import type { SegmentWriter } from '../../ledger/segment.ts';
import type { Event } from './message.ts';

/** Takes the events of one unit, task by task. */
export class Taking {
  readonly #writer: SegmentWriter;
  readonly #region: string | null;
  readonly #onBytes: (bytes: number) => void;
  /** Sources of the file that is being read: their hash comes after them. */
  #open: { readonly number: number; readonly sha256: string }[] = [];
  #source = -1;
  #rows = 0;
  /** SHA-256 of the files, in their order. */
  readonly hashes: string[] = [];

  /** @param onBytes told how many bytes of the task are done */
  constructor(writer: SegmentWriter, region: string | null, onBytes: (bytes: number) => void) {
    this.#writer = writer;
    this.#region = region;
    this.#onBytes = onBytes;
  }

  /** @param events in the order of the task */
  async take(events: AsyncIterable<readonly Event[]>): Promise<void> {
    for await (const parcel of events) for (const event of parcel) this.#one(event);
  }

  #one(event: Event): void {
    switch (event.type) {
      case 'batch':
        this.#writer.batch(this.#source, event.batch, this.#region, this.#rows);
        break;
      case 'problem':
        this.#writer.problem(this.#source, event.problem, this.#rows);
        break;
      case 'skip':
        this.#writer.skip(this.#source, event.rule, event.items, event.bytes);
        break;
      case 'begin': {
        const { name, member, size, format } = event;
        this.#source = this.#writer.begin({ name, member, size, format, fileSha256: '', sha256: '' });
        break;
      }
      case 'end':
        this.#open.push({ number: this.#source, sha256: event.sha256 });
        break;
      case 'file':
        this.#settle(event.sha256);
        break;
      case 'rows':
        this.#rows += event.rows;
        break;
      case 'progress':
        this.#onBytes(event.bytes);
    }
  }

  #settle(sha256: string): void {
    this.hashes.push(sha256);
    for (const source of this.#open) {
      this.#writer.settle(source.number, { fileSha256: sha256, sha256: source.sha256 === '' ? sha256 : source.sha256 });
    }
    this.#open = [];
    this.#rows = 0;
  }
}
