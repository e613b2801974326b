/**
 * Joins the batches of many small sources into few. A folder of messages has one file and so one batch for each: to move
 * such a batch between threads, and to append it to the ledger, costs several times what it took to read it.
 */
import type { RecordBatch } from '../../model/batch.ts';
import type { AddressKind } from '../../model/record.ts';

/** Records after which the joined batch is handed over. */
const FULL = 4096;
/** Rows for which there is room at first. */
const FIRST_ROOM = 1024;
/** Addresses and texts that are remembered at most; then they are numbered anew. */
const MOST_WORDS = 100_000;

type Column = Float64Array | Int32Array | Uint32Array | Int16Array | Uint8Array;

/** Columns of one kind of row, growing. */
class Rows<T extends { rows: number }> {
  #names: readonly string[] = [];
  #columns: Column[] = [];
  #room = 0;
  rows = 0;

  /** Adds all rows of a batch's columns. @returns number of the first of them */
  add(more: T): number {
    const first = this.rows;
    if (this.#room === 0) this.#begin(more);
    this.rows += more.rows;
    if (this.rows > this.#room) this.#grow(Math.max(this.rows, 2 * this.#room));
    const columns = more as unknown as { [name: string]: Column };
    if (more.rows > 0)
      for (let i = 0; i < this.#names.length; i++) this.#columns[i]!.set(columns[this.#names[i]!]!, first);
    return first;
  }

  column(name: keyof T & string): Int32Array {
    return this.#columns[this.#names.indexOf(name)] as Int32Array;
  }

  /** The rows so far, with buffers of their own; none are left here. */
  take(): T {
    const taken: { [name: string]: Column | number } = { rows: this.rows };
    for (const [i, name] of this.#names.entries()) taken[name] = this.#columns[i]!.slice(0, this.rows);
    this.rows = 0;
    return taken as unknown as T;
  }

  /** Learns from a first batch which columns there are. */
  #begin(batch: T): void {
    const columns = Object.entries(batch as unknown as { [name: string]: Column | number }).filter(
      (entry): entry is [string, Column] => typeof entry[1] !== 'number',
    );
    this.#names = columns.map(([name]) => name);
    this.#room = FIRST_ROOM;
    this.#columns = columns.map(([, column]) => emptyLike(column, this.#room));
  }

  #grow(room: number): void {
    this.#columns = this.#columns.map((column) => {
      const wider = emptyLike(column, room);
      wider.set(column);
      return wider;
    });
    this.#room = room;
  }
}

function emptyLike(column: Column, length: number): Column {
  return new (column.constructor as new (length: number) => Column)(length);
}

/** Words that travel with a batch. */
interface Fresh<Kind> {
  /** Number of the first of them. */
  readonly first: number;
  readonly kinds: Kind[];
  readonly words: string[];
}

/** Numbers of words over all sources, and what the source that is being joined calls them. */
class Words<Kind extends string> {
  readonly #numbers = new Map<Kind, Map<string, number>>();
  #own: number[] = [];
  #kinds: Kind[] = [];
  #fresh: string[] = [];
  size = 0;

  /** @param first number that the source gave to the first word; 0 begins a new source */
  learn(first: number, words: readonly string[], kindOf: (i: number) => Kind): void {
    if (first === 0) this.#own = [];
    for (let i = 0; i < words.length; i++) this.#own.push(this.#number(kindOf(i), words[i]!));
  }

  /** Puts the joint numbers into a column from a row on; −1 stays. */
  translate(column: Int32Array, from: number, to: number): void {
    for (let i = from; i < to; i++) if (column[i] !== -1) column[i] = this.#own[column[i]!]!;
  }

  /** Words that are new since the last time. */
  take(): Fresh<Kind> {
    const fresh = { first: this.size - this.#fresh.length, kinds: this.#kinds, words: this.#fresh };
    this.#kinds = [];
    this.#fresh = [];
    return fresh;
  }

  forget(): void {
    this.#numbers.clear();
    this.size = 0;
  }

  #number(kind: Kind, word: string): number {
    let known = this.#numbers.get(kind);
    if (known === undefined) {
      known = new Map();
      this.#numbers.set(kind, known);
    }
    const number = known.get(word);
    if (number !== undefined) return number;
    known.set(word, this.size);
    this.#kinds.push(kind);
    this.#fresh.push(word);
    return this.size++;
  }
}

/** Joins batches. Whatever it was given is in the batches that it hands over, in the same order. */
export class Joiner {
  readonly #give: (batch: RecordBatch, sources: Int32Array) => void;
  readonly #records = new Rows<RecordBatch['records']>();
  readonly #participants = new Rows<RecordBatch['participants']>();
  readonly #references = new Rows<RecordBatch['references']>();
  readonly #equations = new Rows<RecordBatch['equations']>();
  #subjects: (string | null)[] = [];
  #extras: (string | null)[] = [];
  #sources: number[] = [];
  readonly #addresses = new Words<AddressKind>();
  readonly #texts = new Words<'text'>();

  /** @param give gets the joined batches, with the source of each record */
  constructor(give: (batch: RecordBatch, sources: Int32Array) => void) {
    this.#give = give;
  }

  /**
   * Takes in a batch.
   * @param source number of its source; sources come one after the other
   */
  add(source: number, batch: RecordBatch): void {
    this.#words(batch);
    this.#rows(source, batch);
    if (this.#records.rows >= FULL) this.flush();
  }

  /** Hands over what there is. */
  flush(): void {
    if (this.#records.rows === 0) return;
    const addresses = this.#addresses.take();
    const texts = this.#texts.take();
    const batch: RecordBatch = {
      records: this.#records.take(),
      participants: this.#participants.take(),
      references: this.#references.take(),
      equations: this.#equations.take(),
      subjects: this.#subjects.some((subject) => subject !== null) ? this.#subjects : null,
      extras: this.#extras.some((extras) => extras !== null) ? this.#extras : null,
      firstAddress: addresses.first,
      addressKinds: addresses.kinds,
      addressRaws: addresses.words,
      firstText: texts.first,
      texts: texts.words,
    };
    const sources = Int32Array.from(this.#sources);
    this.#subjects = [];
    this.#extras = [];
    this.#sources = [];
    this.#give(batch, sources);
  }

  /** Hands over what there is and counts words from 0 again. */
  restart(): void {
    this.flush();
    this.#addresses.forget();
    this.#texts.forget();
  }

  #words(batch: RecordBatch): void {
    const isNew = batch.firstAddress === 0 && batch.firstText === 0;
    if (isNew && this.#addresses.size + this.#texts.size > MOST_WORDS) {
      this.flush();
      this.#addresses.forget();
      this.#texts.forget();
    }
    const { addressKinds, addressRaws, texts } = batch;
    this.#addresses.learn(batch.firstAddress, addressRaws, (i) => addressKinds[i]!);
    this.#texts.learn(batch.firstText, texts, () => 'text');
  }

  #rows(source: number, batch: RecordBatch): void {
    const { records, participants, references, equations } = batch;
    const first = this.#records.add(records);
    for (const column of ['a', 'b'] as const)
      this.#addresses.translate(this.#records.column(column), first, this.#records.rows);
    for (let i = 0; i < records.rows; i++) {
      this.#sources.push(source);
      this.#subjects.push(batch.subjects?.[i] ?? null);
      this.#extras.push(batch.extras?.[i] ?? null);
    }
    this.#shift(this.#participants, participants, first, ['address'], ['name', 'organisation']);
    this.#shift(this.#references, references, first, [], []);
    this.#shift(this.#equations, equations, first, ['a', 'b'], ['name']);
  }

  /** Adds rows that belong to records, the first of which has become number `first`. */
  #shift<T extends { rows: number; record: Int32Array }>(
    table: Rows<T>,
    more: T,
    first: number,
    addresses: readonly (keyof T & string)[],
    texts: readonly (keyof T & string)[],
  ): void {
    const from = table.add(more);
    if (more.rows === 0) return;
    const record = table.column('record');
    for (let i = from; i < table.rows; i++) record[i]! += first;
    for (const name of addresses) this.#addresses.translate(table.column(name), from, table.rows);
    for (const name of texts) this.#texts.translate(table.column(name), from, table.rows);
  }
}
