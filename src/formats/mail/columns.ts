/**
 * The columns of one batch of messages while it grows. Messages are many and small: their fields go straight into typed
 * arrays, no object is made for any of them.
 */
import type {
  EquationColumns,
  ParticipantColumns,
  RecordBatch,
  RecordColumns,
  ReferenceColumns,
} from '../../model/batch.ts';
import { ADDRESS_KINDS, type AddressKind } from '../../model/record.ts';
import type { RecordSink } from '../format.ts';
import { Table } from './growing.ts';
import { Names } from './names.ts';

/** Rows after which a batch is handed over; a message and what it quotes always stay in one batch. */
const BATCH_ROWS = 4096;

const MAIL = ADDRESS_KINDS.indexOf('mail');

type Of<T> = { readonly [name in keyof Omit<T, 'rows'>]: T[name] };

function recordColumns(n: number): Of<RecordColumns> {
  return {
    kind: new Uint8Array(n),
    offset: new Float64Array(n),
    length: new Float64Array(n),
    row: new Int32Array(n),
    part: new Int32Array(n),
    earliest: new Float64Array(n),
    latest: new Float64Array(n),
    offsetMinutes: new Int16Array(n),
    precision: new Uint8Array(n),
    zone: new Uint8Array(n),
    plausibility: new Uint8Array(n),
    duration: new Int32Array(n),
    flags: new Int32Array(n),
    a: new Int32Array(n),
    b: new Int32Array(n),
    idLow: new Uint32Array(n),
    idHigh: new Uint32Array(n),
  };
}

function participantColumns(n: number): Of<ParticipantColumns> {
  return {
    record: new Int32Array(n),
    role: new Uint8Array(n),
    address: new Int32Array(n),
    name: new Int32Array(n),
    organisation: new Int32Array(n),
    attendance: new Uint8Array(n),
  };
}

/** One batch in the making, and the dictionaries that live as long as the reading of one file or range. */
export class MailColumns {
  readonly #records: Table<Of<RecordColumns>>;
  readonly #participants: Table<Of<ParticipantColumns>>;
  readonly #references: Table<Of<ReferenceColumns>>;
  readonly #equations: Table<Of<EquationColumns>>;
  #subjects: (string | null)[] = [];
  #extras: (string | null)[] = [];
  #hasSubject = false;
  #hasExtras = false;
  readonly #addresses: readonly Names[];
  readonly #texts = new Names();
  #addressKinds: AddressKind[] = [];
  #addressRaws: string[] = [];
  #addressCount = 0;
  #textRaws: string[] = [];
  #sink: RecordSink;

  /**
   * @param sink receives the batches
   * @param rows messages for which there is room at first: few for a file that is one message
   */
  constructor(sink: RecordSink, rows: number = BATCH_ROWS + 512) {
    this.#sink = sink;
    this.#addresses = ADDRESS_KINDS.map(() => new Names());
    this.#records = new Table(rows, recordColumns(rows));
    this.#participants = new Table(8 * rows, participantColumns(8 * rows));
    const ids = 2 * rows;
    this.#references = new Table(ids, {
      record: new Int32Array(ids),
      low: new Uint32Array(ids),
      high: new Uint32Array(ids),
    });
    this.#equations = new Table(rows, {
      record: new Int32Array(rows),
      a: new Int32Array(rows),
      b: new Int32Array(rows),
      name: new Int32Array(rows),
    });
  }

  /** Begins with another file: nothing may be waiting. What was numbered is numbered anew. */
  restart(sink: RecordSink): void {
    this.#sink = sink;
    for (const names of this.#addresses) names.forget();
    this.#texts.forget();
    this.#addressCount = 0;
  }

  /** Rows of the batch so far. */
  get rows(): number {
    return this.#records.rows;
  }

  /** The columns of the records, to be written at the rows that `record` gave. They are other arrays after each `record`. */
  get records(): Of<RecordColumns> {
    return this.#records.columns;
  }

  /**
   * Adds a message about which nothing is known yet but its place.
   * @param offset bytes from the start of the file
   * @param length bytes
   * @param part quoted message from 1, or 0
   * @returns its row
   */
  record(offset: number, length: number, part: number): number {
    const row = this.#records.add();
    const c = this.#records.columns;
    c.kind[row] = 0;
    c.offset[row] = offset;
    c.length[row] = length;
    c.row[row] = 0;
    c.part[row] = part;
    c.earliest[row] = Number.NaN;
    c.latest[row] = Number.NaN;
    c.offsetMinutes[row] = -32768;
    c.precision[row] = 0;
    c.zone[row] = 0;
    c.plausibility[row] = 3;
    c.duration[row] = -1;
    c.flags[row] = 0;
    c.a[row] = -1;
    c.b[row] = -1;
    c.idLow[row] = 0;
    c.idHigh[row] = 0;
    this.#subjects.push(null);
    this.#extras.push(null);
    return row;
  }

  /**
   * Number of an address in the file's dictionary.
   * @param kind place in ADDRESS_KINDS
   * @param raw as written
   * @param isOwn its characters are its own: it is no slice of a longer text
   */
  address(kind: number, raw: string, isOwn = false): number {
    const names = this.#addresses[kind]!;
    const known = names.find(raw);
    if (known >= 0) return known;
    const number = this.#addressCount++;
    this.#addressKinds.push(ADDRESS_KINDS[kind] ?? 'name');
    this.#addressRaws.push(names.add(raw, number, isOwn));
    return number;
  }

  /** Number of a mail address in the file's dictionary. */
  mail(raw: string): number {
    return this.address(MAIL, raw);
  }

  /** Number of a text; −1 for an empty one. */
  text(text: string, isOwn = false): number {
    if (text === '') return -1;
    const known = this.#texts.find(text);
    if (known >= 0) return known;
    const number = this.#texts.size;
    this.#textRaws.push(this.#texts.add(text, number, isOwn));
    return number;
  }

  /**
   * Adds a participant; rows of one record must be added before those of the next.
   * @param role place in ROLES
   * @param address number that `address` gave
   * @param name number that `text` gave
   */
  participant(record: number, role: number, address: number, name: number): void {
    const row = this.#participants.add();
    const c = this.#participants.columns;
    c.record[row] = record;
    c.role[row] = role;
    c.address[row] = address;
    c.name[row] = name;
    c.organisation[row] = -1;
    c.attendance[row] = 0;
  }

  /** Says that a record refers to a message by the hash of its Message-ID. */
  reference(record: number, low: number, high: number): void {
    const row = this.#references.add();
    const c = this.#references.columns;
    c.record[row] = record;
    c.low[row] = low;
    c.high[row] = high;
  }

  /** Says that a record shows two addresses to be one account, which it calls by a name (a number that `text` gave, or −1). */
  equation(record: number, a: number, b: number, name: number): void {
    const row = this.#equations.add();
    const c = this.#equations.columns;
    c.record[row] = record;
    c.a[row] = a;
    c.b[row] = b;
    c.name[row] = name;
  }

  subject(record: number, subject: string): void {
    this.#subjects[record] = subject;
    this.#hasSubject = true;
  }

  /** @param extras JSON */
  extras(record: number, extras: string): void {
    this.#extras[record] = extras;
    this.#hasExtras = true;
  }

  /** Hands over a full batch. @returns a promise when the sink asks to wait */
  flushFull(): void | Promise<void> {
    if (this.#records.rows >= BATCH_ROWS) return this.flush();
  }

  /** Hands over what there is. @returns a promise when the sink asks to wait */
  flush(): void | Promise<void> {
    if (this.#records.rows === 0) return;
    const batch: RecordBatch = {
      records: this.#records.take(),
      participants: this.#participants.take(),
      references: this.#references.take(),
      equations: this.#equations.take(),
      subjects: this.#hasSubject ? this.#subjects : null,
      extras: this.#hasExtras ? this.#extras : null,
      firstAddress: this.#addressCount - this.#addressRaws.length,
      addressKinds: this.#addressKinds,
      addressRaws: this.#addressRaws,
      firstText: this.#texts.size - this.#textRaws.length,
      texts: this.#textRaws,
    };
    this.#subjects = [];
    this.#extras = [];
    this.#hasSubject = false;
    this.#hasExtras = false;
    this.#addressKinds = [];
    this.#addressRaws = [];
    this.#textRaws = [];
    return this.#sink.batch(batch);
  }
}
