/** What a reader told its sink, as plain objects that can be compared. */
import { type Input, memoryInput } from '../../src/bytes/input.ts';
import { eml } from '../../src/formats/eml.ts';
import type { Format, RecordSink } from '../../src/formats/format.ts';
import { mbox } from '../../src/formats/mbox.ts';
import { messageIdHash } from '../../src/formats/message-id.ts';
import type { RecordBatch } from '../../src/model/batch.ts';
import type { Problem } from '../../src/model/problem.ts';
import { FLAG, ROLES } from '../../src/model/record.ts';
import type { ReadOptions } from '../../src/model/source.ts';
import { PLAUSIBILITIES, PRECISIONS, ZONE_ORIGINS } from '../../src/model/time.ts';

export const OPTIONS: ReadOptions = {
  zone: null,
  region: null,
  template: null,
  asOf: 1_900_000_000,
  window: { from: 0, to: 2_000_000_000 },
};

export interface ToldRecord {
  offset: number;
  length: number;
  part: number;
  /** Earliest and latest, epoch seconds; null unknown. */
  earliest: number | null;
  latest: number | null;
  /** Minutes; null unknown. */
  zoneOffset: number | null;
  precision: string;
  zone: string;
  plausibility: string;
  flags: string[];
  /** Role, kind:address and name: `to mail:a@b.example "Anna"`. */
  people: string[];
  subject: string | null;
  /** Hash of the Message-ID. */
  id: string;
  references: string[];
  equations: string[];
  extras: string | null;
}

export interface Told {
  records: ToldRecord[];
  problems: Problem[];
  /** Items and bytes by rule. */
  skips: Map<string, { items: number; bytes: number }>;
}

/** A text for the hash of a Message-ID. */
export function idOf(messageId: string): string {
  const { low, high } = messageIdHash(messageId);
  return `${high}:${low}`;
}

/** A sink that remembers. */
export function remembering(): { sink: RecordSink; told: Told } {
  const told: Told = { records: [], problems: [], skips: new Map() };
  const addresses: string[] = [];
  const texts: string[] = [];
  const sink: RecordSink = {
    batch(batch) {
      if (batch.firstAddress !== addresses.length || batch.firstText !== texts.length) throw new Error('numbers skip');
      addresses.push(...batch.addressRaws.map((raw, i) => `${batch.addressKinds[i]}:${raw}`));
      texts.push(...batch.texts);
      told.records.push(...recordsOf(batch, addresses, texts));
    },
    problem: (problem) => void told.problems.push(problem),
    skip(rule, items, bytes) {
      const before = told.skips.get(rule) ?? { items: 0, bytes: 0 };
      told.skips.set(rule, { items: before.items + items, bytes: before.bytes + bytes });
    },
    progress() {},
  };
  return { sink, told };
}

function recordsOf(batch: RecordBatch, addresses: readonly string[], texts: readonly string[]): ToldRecord[] {
  const c = batch.records;
  const known = (value: number | undefined): number | null =>
    value === undefined || Number.isNaN(value) ? null : value;
  const records = Array.from({ length: c.rows }, (_, i): ToldRecord => {
    return {
      offset: c.offset[i]!,
      length: c.length[i]!,
      part: c.part[i]!,
      earliest: known(c.earliest[i]),
      latest: known(c.latest[i]),
      zoneOffset: c.offsetMinutes[i] === -32768 ? null : c.offsetMinutes[i]!,
      precision: PRECISIONS[c.precision[i]!]!,
      zone: ZONE_ORIGINS[c.zone[i]!]!,
      plausibility: PLAUSIBILITIES[c.plausibility[i]!]!,
      flags: Object.entries(FLAG).flatMap(([name, bit]) => ((c.flags[i]! & bit) !== 0 ? [name] : [])),
      people: [],
      subject: batch.subjects?.[i] ?? null,
      id: `${c.idHigh[i]}:${c.idLow[i]}`,
      references: [],
      equations: [],
      extras: batch.extras?.[i] ?? null,
    };
  });
  const p = batch.participants;
  for (let i = 0; i < p.rows; i++) {
    const name = p.name[i] === -1 ? '' : ` "${texts[p.name[i]!]}"`;
    records[p.record[i]!]!.people.push(`${ROLES[p.role[i]!]} ${addresses[p.address[i]!]}${name}`);
  }
  const r = batch.references;
  for (let i = 0; i < r.rows; i++) records[r.record[i]!]!.references.push(`${r.high[i]}:${r.low[i]}`);
  const e = batch.equations;
  for (let i = 0; i < e.rows; i++) {
    records[e.record[i]!]!.equations.push(`${addresses[e.a[i]!]} = ${addresses[e.b[i]!]}`);
  }
  return records;
}

/** Reads bytes with a format. */
export async function read(
  format: Format,
  bytes: Uint8Array | string,
  options: Partial<ReadOptions> = {},
  name = 'x',
): Promise<Told> {
  const { sink, told } = remembering();
  const held = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
  await format.read(memoryInput(name, held), sink, { ...OPTIONS, ...options });
  return told;
}

/** The one record of a message; header lines are joined with line feeds, a body follows if one is given. */
export async function message(
  headers: readonly string[],
  body = '',
  options: Partial<ReadOptions> = {},
): Promise<ToldRecord> {
  const { records } = await read(eml, `${headers.join('\n')}\n\n${body}`, options);
  return records[0]!;
}

/** Reads an mbox. */
export function readMbox(bytes: Uint8Array | string): Promise<Told> {
  return read(mbox, bytes);
}

/** An input over bytes. */
export function inputOf(bytes: Uint8Array): Input {
  return memoryInput('x', bytes);
}

/**
 * Bytes that nothing accounts for, and bytes that two things claim. Records that stand in other records (parts) and
 * problems that are no losses claim nothing; skips are counted, not placed, so only their sum can be checked.
 * @returns 0 when records, failures and skips together are as long as the file and do not overlap
 */
export function unaccounted(told: Told, size: number): number {
  const ranges = [
    ...told.records.filter(({ part }) => part === 0),
    ...told.problems.filter(({ severity }) => severity === 'failed'),
  ].sort((a, b) => a.offset - b.offset);
  let at = 0;
  let covered = 0;
  for (const { offset, length } of ranges) {
    if (offset < at) throw new Error(`bytes ${offset} are claimed twice`);
    at = offset + length;
    covered += length;
  }
  if (at > size) throw new Error('a record reaches past the end');
  for (const { bytes } of told.skips.values()) covered += bytes;
  return size - covered;
}
