/** Writes what the readers tell into a segment. */
import type { SegmentWriter } from '../../ledger/segment.ts';
import type { RecordColumns } from '../../model/batch.ts';
import type { ReadOptions } from '../../model/source.ts';
import { PLAUSIBILITIES } from '../../model/time.ts';
import type { Event } from './message.ts';

/** What the case says of the files that are taken. */
type Told = Pick<ReadOptions, 'region' | 'asOf'>;

const PLAUSIBLE = PLAUSIBILITIES.indexOf('plausible');
const AFTER_AS_OF = PLAUSIBILITIES.indexOf('after-asof');

/** Marks what had not happened yet on the day of the case: a plan, or a clock that is wrong. */
function markLater({ rows, earliest, plausibility }: RecordColumns, asOf: number): void {
  for (let i = 0; i < rows; i++)
    if (earliest[i]! > asOf && plausibility[i] === PLAUSIBLE) plausibility[i] = AFTER_AS_OF;
}

/** Takes the events of one unit, task by task. */
export class Taking {
  readonly #writer: SegmentWriter;
  readonly #options: Told;
  readonly #onBytes: (bytes: number) => void;
  /** Sources of the file that is being read: their hash comes after them. */
  #open: { readonly number: number; readonly sha256: string }[] = [];
  #source = -1;
  /** Sources before those of the task, or before those of the block. */
  #before = 0;
  #rows = 0;
  /** SHA-256 of the files, in their order. */
  readonly hashes: string[] = [];

  /** @param onBytes told how many bytes of the task are done */
  constructor(writer: SegmentWriter, options: Told, onBytes: (bytes: number) => void) {
    this.#writer = writer;
    this.#options = options;
    this.#onBytes = onBytes;
  }

  /** @param events in the order of the task */
  async take(events: AsyncIterable<readonly Event[]>): Promise<void> {
    this.#before = this.#source + 1;
    for await (const parcel of events) for (const event of parcel) this.#one(event);
  }

  #one(event: Event): void {
    switch (event.type) {
      case 'batch':
        markLater(event.batch.records, this.#options.asOf);
        this.#writer.batch(this.#source, event.batch, this.#options.region, this.#rows);
        break;
      case 'joined':
        markLater(event.batch.records, this.#options.asOf);
        this.#writer.joined(
          event.sources.map((source) => this.#before + source),
          event.batch,
          this.#options.region,
        );
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
      case 'turn':
        this.#before = this.#source + 1;
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
