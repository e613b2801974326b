/** Builds column batches, from single values (fast readers) or from record objects (small formats). */

import type { RecordBatch } from '../model/batch.ts';
import {
  ADDRESS_KINDS,
  ATTENDANCE,
  RECORD_KINDS,
  type RecordAddress,
  ROLES,
  type SourceRecord,
} from '../model/record.ts';
import { PLAUSIBILITIES, PRECISIONS, ZONE_ORIGINS } from '../model/time.ts';
import type { RecordSink } from './format.ts';
import { messageIdHash } from './message-id.ts';

/** Rows after which a batch is handed over. */
const ROWS = 4096;

/** Interns texts to dense numbers over the builder's life and remembers which are new since the last batch. */
class Dictionary {
  readonly #numbers = new Map<string, number>();
  #fresh: string[] = [];

  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const n = this.#numbers.size;
    this.#numbers.set(text, n);
    this.#fresh.push(text);
    return n;
  }

  /** @returns the texts since the last call, and the number of the first of them */
  take(): { first: number; texts: string[] } {
    const texts = this.#fresh;
    this.#fresh = [];
    return { first: this.#numbers.size - texts.length, texts };
  }
}

/** A growing set of columns as plain arrays; turned into typed arrays when a batch is cut. */
type Column = number[];

/**
 * Collects record objects into batches.
 * Memory: at most ROWS records, and one entry per distinct address and text of the file.
 */
export class BatchBuilder {
  readonly #sink: RecordSink;
  readonly #addresses = new Dictionary();
  readonly #texts = new Dictionary();
  #records: SourceRecord[] = [];

  /** @param sink receives the batches */
  constructor(sink: RecordSink) {
    this.#sink = sink;
  }

  /** Adds one record. @returns a promise when the sink asks to wait */
  add(record: SourceRecord): void | Promise<void> {
    this.#records.push(record);
    if (this.#records.length >= ROWS) return this.flush();
  }

  /** Hands over what is collected; call it once at the end of the file. */
  flush(): void | Promise<void> {
    if (this.#records.length === 0) return;
    const records = this.#records;
    this.#records = [];
    return this.#sink.batch(this.#columns(records));
  }

  #address(address: RecordAddress): number {
    return this.#addresses.number(`${ADDRESS_KINDS.indexOf(address.kind)} ${address.raw}`);
  }

  #text(text: string | undefined): number {
    return text === undefined || text === '' ? -1 : this.#texts.number(text);
  }

  /** Participants and equations, and the ends of calls. */
  #people(
    rows: readonly SourceRecord[],
  ): Pick<RecordBatch, 'participants' | 'equations'> & { a: Int32Array; b: Int32Array } {
    const p: { [column in 'record' | 'role' | 'address' | 'name' | 'organisation' | 'attendance']: Column } = {
      record: [],
      role: [],
      address: [],
      name: [],
      organisation: [],
      attendance: [],
    };
    const eq: { [column in 'record' | 'a' | 'b' | 'name']: Column } = { record: [], a: [], b: [], name: [] };
    const a = new Int32Array(rows.length).fill(-1);
    const b = new Int32Array(rows.length).fill(-1);
    rows.forEach((r, i) => {
      for (const x of r.participants) {
        const address = this.#address(x.address);
        if (r.kind === 'call' && x.role === 'caller' && a[i] === -1) a[i] = address;
        else if (r.kind === 'call' && x.role === 'callee' && b[i] === -1) b[i] = address;
        else {
          p.record.push(i);
          p.role.push(ROLES.indexOf(x.role));
          p.address.push(address);
          p.name.push(this.#text(x.name));
          p.organisation.push(this.#text(x.organisation));
          p.attendance.push(ATTENDANCE.indexOf(x.attendance ?? 'none'));
        }
      }
      for (const e of r.equations ?? []) {
        eq.record.push(i);
        eq.a.push(this.#address(e.a));
        eq.b.push(this.#address(e.b));
        eq.name.push(this.#text(e.name));
      }
    });
    const participants = {
      rows: p.record.length,
      record: Int32Array.from(p.record),
      role: Uint8Array.from(p.role),
      address: Int32Array.from(p.address),
      name: Int32Array.from(p.name),
      organisation: Int32Array.from(p.organisation),
      attendance: Uint8Array.from(p.attendance),
    };
    const equations = {
      rows: eq.record.length,
      record: Int32Array.from(eq.record),
      a: Int32Array.from(eq.a),
      b: Int32Array.from(eq.b),
      name: Int32Array.from(eq.name),
    };
    return { participants, equations, a, b };
  }

  #columns(rows: readonly SourceRecord[]): RecordBatch {
    const ids = rows.map((r) => (r.messageId === undefined ? null : messageIdHash(r.messageId)));
    const { participants, equations, a, b } = this.#people(rows);
    const addresses = this.#addresses.take();
    const texts = this.#texts.take();
    return {
      records: recordColumns(rows, ids, a, b),
      participants,
      references: referenceColumns(rows),
      equations,
      subjects: rows.some((r) => r.subject !== undefined) ? rows.map((r) => r.subject ?? null) : null,
      extras: rows.some((r) => r.extras !== undefined)
        ? rows.map((r) => (r.extras === undefined ? null : JSON.stringify(r.extras)))
        : null,
      firstAddress: addresses.first,
      addressKinds: addresses.texts.map((t) => ADDRESS_KINDS[Number(t.slice(0, t.indexOf(' ')))]!),
      addressRaws: addresses.texts.map((t) => t.slice(t.indexOf(' ') + 1)),
      firstText: texts.first,
      texts: texts.texts,
    };
  }
}

type Hash = ReturnType<typeof messageIdHash>;

function recordColumns(
  rows: readonly SourceRecord[],
  ids: readonly (Hash | null)[],
  a: Int32Array,
  b: Int32Array,
): RecordBatch['records'] {
  return {
    rows: rows.length,
    kind: Uint8Array.from(rows, (r) => RECORD_KINDS.indexOf(r.kind)),
    offset: Float64Array.from(rows, (r) => r.place.offset),
    length: Float64Array.from(rows, (r) => r.place.length),
    row: Int32Array.from(rows, (r) => r.place.row ?? 0),
    part: Int32Array.from(rows, (r) => r.place.part ?? 0),
    earliest: Float64Array.from(rows, (r) => r.when.earliest ?? Number.NaN),
    latest: Float64Array.from(rows, (r) => r.when.latest ?? Number.NaN),
    offsetMinutes: Int16Array.from(rows, (r) => r.when.offset ?? -32768),
    precision: Uint8Array.from(rows, (r) => PRECISIONS.indexOf(r.when.precision)),
    zone: Uint8Array.from(rows, (r) => ZONE_ORIGINS.indexOf(r.when.zone)),
    plausibility: Uint8Array.from(rows, (r) => PLAUSIBILITIES.indexOf(r.when.plausibility)),
    duration: Int32Array.from(rows, (r) => r.duration ?? -1),
    flags: Int32Array.from(rows, (r) => r.flags ?? 0),
    a,
    b,
    idLow: Uint32Array.from(ids, (h) => h?.low ?? 0),
    idHigh: Uint32Array.from(ids, (h) => h?.high ?? 0),
  };
}

function referenceColumns(rows: readonly SourceRecord[]): RecordBatch['references'] {
  const record: Column = [];
  const hashes: Hash[] = [];
  rows.forEach((r, i) => {
    for (const id of r.references ?? []) {
      record.push(i);
      hashes.push(messageIdHash(id));
    }
  });
  return {
    rows: record.length,
    record: Int32Array.from(record),
    low: Uint32Array.from(hashes, (h) => h.low),
    high: Uint32Array.from(hashes, (h) => h.high),
  };
}
