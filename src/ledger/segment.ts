/**
 * Segments: the records of one file, or of some small ones, as the readers gave them. They are a ledger of their own with
 * numbers from 0, in a file that never changes after it is finished, so the next build takes them as they are.
 */
import type { RecordBatch } from '../model/batch.ts';
import type { Problem } from '../model/problem.ts';
import { AddressDictionary, TextDictionary, Translation } from './dictionary.ts';
import { createLedger, type LedgerSettings } from './duckdb.ts';
import { type Ledger, NULL_INT, type TableWriter } from './ledger.ts';
import { RECORDS_TABLES } from './tables/records.ts';

/** A file or archive member, as it was found. */
export interface SegmentSource {
  /** Its path below the entry of case.yaml. */
  readonly name: string;
  /** Path of a citation from the file to the member; '' for the file itself. */
  readonly member: string;
  readonly fileSha256: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** Name of the reader; '' where none knew it. */
  readonly format: string;
}

const RECORD_TABLES = ['record', 'participant', 'reference', 'equation'] as const;

/** A column in which a batch's −1 is null. */
function orNull(column: Int32Array): Int32Array {
  const out = new Int32Array(column.length);
  for (let i = 0; i < out.length; i++) out[i] = column[i] === -1 ? NULL_INT : column[i]!;
  return out;
}

/** Two halves of 64-bit hashes as one column, in which 0 is null; null where all are 0. */
function wide(low: Uint32Array, high: Uint32Array): BigUint64Array | null {
  const halves = new Uint32Array(2 * low.length);
  let some = 0;
  for (let i = 0; i < low.length; i++) {
    halves[2 * i] = low[i]!;
    halves[2 * i + 1] = high[i]!;
    some |= low[i]! | high[i]!;
  }
  return some === 0 ? null : new BigUint64Array(halves.buffer);
}

/** Row numbers of a batch's other tables in the segment's numbers. */
function shifted(rows: Int32Array, base: number): Int32Array {
  const out = new Int32Array(rows.length);
  for (let i = 0; i < out.length; i++) out[i] = rows[i]! + base;
  return out;
}

/** Row numbers of a piece in the table's; 0 stays 0. */
function numbered(rows: Int32Array, before: number): Int32Array {
  const out = new Int32Array(rows.length);
  for (let i = 0; i < out.length; i++) out[i] = rows[i] === 0 ? 0 : rows[i]! + before;
  return out;
}

/** The numbers from `first` on. */
function counted(first: number, rows: number): Int32Array {
  const out = new Int32Array(rows);
  for (let i = 0; i < rows; i++) out[i] = first + i;
  return out;
}

/** The words of one reader. */
class Reader {
  readonly addresses: Translation = new Translation();
  readonly texts: Translation = new Translation();
}

/** Writes one segment. Memory: the distinct addresses and texts, and what the engine holds before it writes it out. */
export class SegmentWriter {
  readonly #ledger: Ledger;
  readonly #writers: Readonly<{ [table in (typeof RECORD_TABLES)[number]]: TableWriter }>;
  readonly #addresses = new AddressDictionary();
  readonly #texts = new TextDictionary();
  readonly #readers = { one: new Reader(), joined: new Reader() };
  /** What the reader whose batch is taken calls its words. */
  #words: Reader = this.#readers.one;
  readonly #sources: SegmentSource[] = [];
  readonly #problems: { source: number; problem: Problem }[] = [];
  readonly #skips = new Map<string, { source: number; rule: string; items: number; bytes: number }>();
  #records = 0;

  private constructor(ledger: Ledger, writers: { [table in (typeof RECORD_TABLES)[number]]: TableWriter }) {
    this.#ledger = ledger;
    this.#writers = writers;
  }

  /**
   * Begins a segment in a file that must not exist.
   * @throws Error when the file cannot be made
   */
  static async create(path: string, settings: LedgerSettings): Promise<SegmentWriter> {
    // One thread: others would help to compress, but the one that appends waits for them in a busy loop, and readers of
    // sources have the cores.
    const ledger = await createLedger(path, { ...settings, threads: 1 }, RECORDS_TABLES);
    await ledger.run({ name: 'begin', sql: 'begin transaction' });
    const [record, participant, reference, equation] = await Promise.all(
      RECORD_TABLES.map((table) => ledger.writer(table)),
    );
    return new SegmentWriter(ledger, {
      record: record!,
      participant: participant!,
      reference: reference!,
      equation: equation!,
    });
  }

  /** Records so far. */
  get records(): number {
    return this.#records;
  }

  /** Begins a file or member; what follows belongs to it. Its hashes may come later: see `settle`. @returns its number */
  begin(source: SegmentSource): number {
    return this.#sources.push(source) - 1;
  }

  /** Says what is known of a source only once it was read to its end. */
  settle(source: number, known: Partial<SegmentSource>): void {
    this.#sources[source] = { ...this.#sources[source]!, ...known };
  }

  /**
   * Takes in records of one source.
   * @param source number from `begin`
   * @param region country of phone numbers that are written without one
   * @param rows added to the row numbers of the batch, for tables that are read in pieces
   */
  batch(source: number, batch: RecordBatch, region: string | null, rows = 0): void {
    this.#words = this.#readers.one;
    this.#take(new Int32Array(batch.records.rows).fill(source), batch, region, rows);
  }

  /**
   * Takes in records of many sources, whose words are numbered apart from those of `batch`.
   * @param sources number of each record's source
   */
  joined(sources: Int32Array, batch: RecordBatch, region: string | null): void {
    this.#words = this.#readers.joined;
    this.#take(sources, batch, region, 0);
  }

  #take(sources: Int32Array, batch: RecordBatch, region: string | null, rows: number): void {
    this.#words.addresses.add(batch.firstAddress, this.#addresses.take(batch.addressKinds, batch.addressRaws, region));
    this.#words.texts.add(batch.firstText, this.#texts.take(batch.texts));
    const { records: r } = batch;
    const base = this.#records;
    const { addresses } = this.#words;
    const ids = wide(r.idLow, r.idHigh);
    this.#writers.record.write(r.rows, {
      record_no: counted(base, r.rows),
      source_no: sources,
      kind: r.kind,
      byte_offset: r.offset,
      byte_length: r.length,
      row_no: rows === 0 ? r.row : numbered(r.row, rows),
      part: r.part,
      earliest: r.earliest,
      latest: r.latest,
      offset_minutes: r.offsetMinutes,
      precision: r.precision,
      zone: r.zone,
      plausibility: r.plausibility,
      duration: orNull(r.duration),
      flags: r.flags,
      a_no: addresses.column(r.a, NULL_INT),
      b_no: addresses.column(r.b, NULL_INT),
      ...(ids === null ? {} : { message_id: ids }),
      ...(batch.subjects === null ? {} : { subject: batch.subjects }),
      ...(batch.extras === null ? {} : { extras: batch.extras }),
    });
    this.#people(batch);
    this.#records += r.rows;
  }

  /** What belongs to the records that are written next. */
  #people({ participants: p, references, equations }: RecordBatch): void {
    const base = this.#records;
    const { addresses, texts } = this.#words;
    this.#writers.participant.write(p.rows, {
      record_no: shifted(p.record, base),
      role: p.role,
      address_no: addresses.column(p.address, NULL_INT),
      name_no: texts.column(p.name, NULL_INT),
      organisation_no: texts.column(p.organisation, NULL_INT),
      attendance: p.attendance,
    });
    this.#writers.reference.write(references.rows, {
      record_no: shifted(references.record, base),
      message_id: wide(references.low, references.high) ?? [],
    });
    this.#writers.equation.write(equations.rows, {
      record_no: shifted(equations.record, base),
      a_no: addresses.column(equations.a, NULL_INT),
      b_no: addresses.column(equations.b, NULL_INT),
      name_no: texts.column(equations.name, NULL_INT),
    });
  }

  /** Takes in a problem; `rows` as for batches. */
  problem(source: number, problem: Problem, rows = 0): void {
    const row = problem.row === undefined ? {} : { row: problem.row + rows };
    this.#problems.push({ source, problem: { ...problem, ...row } });
  }

  /** Accounts for what is no record by rule. */
  skip(source: number, rule: string, items: number, bytes: number): void {
    const key = `${source} ${rule}`;
    const sum = this.#skips.get(key);
    if (sum === undefined) this.#skips.set(key, { source, rule, items, bytes });
    else {
      sum.items += items;
      sum.bytes += bytes;
    }
  }

  /** Writes out everything and closes the file. */
  async finish(): Promise<void> {
    for (const table of RECORD_TABLES) this.#writers[table].close();
    await this.#small();
    await this.#ledger.run({ name: 'commit', sql: 'commit; checkpoint' });
    await this.#ledger.close();
  }

  /** Closes the file as it is; the caller removes it. */
  async abandon(): Promise<void> {
    for (const table of RECORD_TABLES) this.#writers[table].close();
    await this.#ledger.run({ name: 'rollback', sql: 'rollback' });
    await this.#ledger.close();
  }

  async #small(): Promise<void> {
    const { kinds, norms, raws } = this.#addresses;
    await this.#ledger.append('address', norms.length, {
      address_no: counted(0, norms.length),
      kind: kinds,
      norm: norms,
      raw: raws,
    });
    const texts = this.#texts.texts();
    await this.#ledger.append('text', texts.length, { text_no: counted(0, texts.length), text: texts });
    const s = this.#sources;
    await this.#ledger.append('source', s.length, {
      source_no: counted(0, s.length),
      path: s.map((x) => x.name),
      member: s.map((x) => x.member),
      file_sha256: s.map((x) => x.fileSha256),
      sha256: s.map((x) => x.sha256),
      size: s.map((x) => x.size),
      format: s.map((x) => x.format),
    });
    const p = this.#problems;
    await this.#ledger.append('problem', p.length, {
      source_no: p.map((x) => x.source),
      byte_offset: p.map((x) => x.problem.offset),
      byte_length: p.map((x) => x.problem.length),
      row_no: p.map((x) => x.problem.row ?? 0),
      severity: p.map((x) => x.problem.severity),
      code: p.map((x) => x.problem.code),
      message: p.map((x) => x.problem.message),
    });
    const k = [...this.#skips.values()];
    await this.#ledger.append('skip', k.length, {
      source_no: k.map((x) => x.source),
      rule: k.map((x) => x.rule),
      items: k.map((x) => x.items),
      bytes: k.map((x) => x.bytes),
    });
  }
}
