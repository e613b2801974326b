/** Batches of calls, written column by column. */
import type { RecordBatch, RecordColumns } from '../../model/batch.ts';
import { ATTENDANCE, RECORD_KINDS, ROLES, type SourceRecord } from '../../model/record.ts';
import { PLAUSIBILITIES, PRECISIONS, ZONE_ORIGINS } from '../../model/time.ts';
import { Lines } from './lines.ts';

/** Rows of a batch. */
const ROWS = 32_768;
const CALL = RECORD_KINDS.indexOf('call');

function columnsOf(rows: number): RecordColumns {
  const bytes = (): Uint8Array => new Uint8Array(rows);
  const numbers = (): Int32Array => new Int32Array(rows);
  const floats = (): Float64Array => new Float64Array(rows);
  return {
    rows: 0,
    kind: bytes().fill(CALL),
    offset: floats(),
    length: floats(),
    row: numbers(),
    part: numbers(),
    earliest: floats(),
    latest: floats(),
    offsetMinutes: new Int16Array(rows),
    precision: bytes(),
    zone: bytes(),
    plausibility: bytes(),
    duration: numbers(),
    flags: numbers(),
    a: numbers(),
    b: numbers(),
    idLow: new Uint32Array(rows),
    idHigh: new Uint32Array(rows),
  };
}

/** The same columns with the rows that there are, in memory of their own. */
function cut(columns: RecordColumns): RecordColumns {
  if (columns.rows === columns.kind.length) return columns;
  const entries = Object.entries(columns).map(([name, column]) => [
    name,
    typeof column === 'number' ? column : (column as Int32Array).slice(0, columns.rows),
  ]);
  return Object.fromEntries(entries) as unknown as RecordColumns;
}

/** Participants that are no ends of a call, of the rows of one batch. */
class Participants {
  readonly #rows: number[][] = [];

  add(
    ...row: [record: number, role: number, address: number, name: number, organisation: number, attendance: number]
  ): void {
    this.#rows.push(row);
  }

  columns(): RecordBatch['participants'] {
    const numbers = (place: number): Int32Array => Int32Array.from(this.#rows, (row) => row[place]!);
    return {
      rows: this.#rows.length,
      record: numbers(0),
      role: Uint8Array.from(numbers(1)),
      address: numbers(2),
      name: numbers(3),
      organisation: numbers(4),
      attendance: Uint8Array.from(numbers(5)),
    };
  }
}

const NONE: readonly number[] = [];

/** Collects the calls of one piece. Rows are written into `columns` at `rows`, or handed over as records. */
export class CallBatches {
  readonly lines: Lines = new Lines();
  columns: RecordColumns = columnsOf(ROWS);
  #participants = new Participants();
  readonly #texts = new Map<string, number>();
  #fresh: string[] = [];

  /** Whether the batch has to be taken before the next row. */
  get full(): boolean {
    return this.columns.rows === ROWS;
  }

  /** A record of the general reader, which has no id, subject or extras in plain tables. @param row its number in the piece */
  add(record: SourceRecord, row: number): void {
    const { columns } = this;
    const i = columns.rows++;
    const { when, place } = record;
    columns.kind[i] = RECORD_KINDS.indexOf(record.kind);
    columns.offset[i] = place.offset;
    columns.length[i] = place.length;
    columns.row[i] = row;
    columns.earliest[i] = when.earliest ?? Number.NaN;
    columns.latest[i] = when.latest ?? Number.NaN;
    columns.offsetMinutes[i] = when.offset ?? -32768;
    columns.precision[i] = PRECISIONS.indexOf(when.precision);
    columns.zone[i] = ZONE_ORIGINS.indexOf(when.zone);
    columns.plausibility[i] = PLAUSIBILITIES.indexOf(when.plausibility);
    columns.duration[i] = record.duration ?? -1;
    columns.flags[i] = record.flags ?? 0;
    columns.a[i] = -1;
    columns.b[i] = -1;
    for (const participant of record.participants) this.#participant(i, participant, record.kind === 'call');
  }

  #participant(i: number, someone: SourceRecord['participants'][number], isCall: boolean): void {
    const { columns } = this;
    const { role } = someone;
    const address = this.lines.ofAddress(someone.address);
    if (isCall && role === 'caller' && columns.a[i] === -1) columns.a[i] = address;
    else if (isCall && role === 'callee' && columns.b[i] === -1) columns.b[i] = address;
    else {
      const attendance = ATTENDANCE.indexOf(someone.attendance ?? 'none');
      const [name, organisation] = [this.#text(someone.name), this.#text(someone.organisation)];
      this.#participants.add(i, ROLES.indexOf(role), address, name, organisation, attendance);
    }
  }

  #text(text: string | undefined): number {
    if (text === undefined || text === '') return -1;
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const number = this.#texts.size;
    this.#texts.set(text, number);
    this.#fresh.push(text);
    return number;
  }

  /** The rows so far, as a batch; null where there are none. */
  take(): RecordBatch | null {
    if (this.columns.rows === 0) return null;
    const records = cut(this.columns);
    const texts = this.#fresh;
    const participants = this.#participants.columns();
    this.columns = columnsOf(ROWS);
    this.#participants = new Participants();
    this.#fresh = [];
    return {
      records,
      participants,
      references: { rows: 0, record: Int32Array.from(NONE), low: Uint32Array.from(NONE), high: Uint32Array.from(NONE) },
      equations: {
        rows: 0,
        record: Int32Array.from(NONE),
        a: Int32Array.from(NONE),
        b: Int32Array.from(NONE),
        name: Int32Array.from(NONE),
      },
      subjects: null,
      extras: null,
      ...this.lines.take(),
      firstText: this.#texts.size - texts.length,
      texts,
    };
  }
}
