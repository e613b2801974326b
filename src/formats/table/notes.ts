/** Problems and skips of one table, kept few: a table with a fault in every row says so once it has said it often. */
import type { Problem, Severity } from '../../model/problem.ts';
import type { RecordSink } from '../format.ts';

/** The rule by which line endings are passed over: rows are cited without theirs. */
export const LINE_ENDING = 'line ending';

/** Rows of one fault that are told one by one in a table. */
const EACH = 1000;

interface Place {
  readonly offset: number;
  readonly length: number;
  readonly number: number;
}

interface Tally {
  count: number;
  first: Place;
  /** Byte after the last row. */
  end: number;
  rows: number;
  severity: Severity;
  message: string;
}

export class Notes {
  readonly #sink: RecordSink;
  /** Rows of one fault that are told one by one. */
  readonly #each: number;
  readonly #told = new Map<string, Tally>();
  readonly #once = new Map<string, Tally>();
  readonly #skips = new Map<string, { items: number; bytes: number }>();
  /** A failure that the next row may continue. */
  #failed: Problem | null = null;
  /** Bytes of the line ending behind it, which is passed over unless the next row continues the failure. */
  #failedEnding = 0;
  #failures = 0;

  /** @param parts how many notes share the table: each of them tells its part of what one alone would */
  constructor(sink: RecordSink, parts = 1) {
    this.#sink = sink;
    this.#each = Math.ceil(EACH / parts);
  }

  /** A row of which something is doubtful or worth knowing. */
  row(severity: 'doubtful' | 'note', code: string, message: string, place: Place): void {
    const tally = this.#count(this.#told, code, severity, message, place);
    if (tally.count <= this.#each) this.#tell(severity, code, message, place);
  }

  /** Something of which all rows that it holds for are told at the end as one. */
  once(severity: 'doubtful' | 'note', code: string, message: string, place: Place): void {
    this.#count(this.#once, `${code}\0${message}`, severity, message, place);
  }

  /**
   * A row of which no record came. When there are many, rows that follow one another are told as one.
   * @param ending bytes of the line ending behind the row: they are accounted for here
   */
  failed(code: string, message: string, place: Place, ending: number): void {
    const before = this.#failed;
    const follows = before !== null && before.offset + before.length + this.#failedEnding === place.offset;
    if (follows && before.code === code && this.#failures > this.#each) {
      this.#failed = { ...before, length: place.offset + place.length - before.offset };
    } else {
      this.#flushFailed();
      this.#failures++;
      const { offset, length, number } = place;
      this.#failed = { code, severity: 'failed', message, offset, length, row: number };
    }
    this.#failedEnding = ending;
  }

  /** Accounts for what is no record by rule. @param items that have these bytes together */
  skip(rule: string, bytes: number, items = 1): void {
    const known = this.#skips.get(rule) ?? { items: 0, bytes: 0 };
    this.#skips.set(rule, { items: known.items + items, bytes: known.bytes + bytes });
  }

  /** Hands over what is collected; once, at the end of the table. */
  finish(): void {
    this.#flushFailed();
    for (const [key, tally] of this.#once) {
      const code = key.slice(0, key.indexOf('\0'));
      const { offset, number } = tally.first;
      const many = tally.count === 1 ? '' : ` (${tally.count} rows, from row ${number} on)`;
      this.#tell(tally.severity, code, `${tally.message}${many}`, { offset, length: tally.end - offset, number });
    }
    for (const [code, tally] of this.#told) {
      if (tally.count <= this.#each) continue;
      const { offset, number } = tally.first;
      const message = `${tally.count - this.#each} more rows of this kind, not listed: ${tally.message}`;
      this.#tell(tally.severity, code, message, { offset, length: tally.end - offset, number });
    }
    for (const [rule, { items, bytes }] of this.#skips) this.#sink.skip(rule, items, bytes);
  }

  #flushFailed(): void {
    if (this.#failed === null) return;
    this.#sink.problem(this.#failed);
    if (this.#failedEnding > 0) this.skip(LINE_ENDING, this.#failedEnding);
    this.#failed = null;
  }

  #count(map: Map<string, Tally>, key: string, severity: Severity, message: string, place: Place): Tally {
    const known = map.get(key);
    if (known !== undefined) {
      known.count++;
      known.end = place.offset + place.length;
      return known;
    }
    const fresh = { count: 1, first: place, end: place.offset + place.length, rows: 1, severity, message };
    map.set(key, fresh);
    return fresh;
  }

  #tell(severity: Severity, code: string, message: string, { offset, length, number }: Place): void {
    this.#sink.problem({ code, severity, message, offset, length, row: number });
  }
}
