/** What the reader of a table told its sink, as lines that can be compared. */
import type { Input } from '../../src/bytes/input.ts';
import type { Format, RecordSink } from '../../src/formats/format.ts';
import type { RecordBatch } from '../../src/model/batch.ts';
import type { Problem } from '../../src/model/problem.ts';
import { ATTENDANCE, FLAG, RECORD_KINDS, ROLES } from '../../src/model/record.ts';
import type { ReadOptions } from '../../src/model/source.ts';
import { PLAUSIBILITIES, PRECISIONS, ZONE_ORIGINS } from '../../src/model/time.ts';

export const OPTIONS: ReadOptions = {
  zone: null,
  region: null,
  template: null,
  asOf: 1_900_000_000,
  window: { from: 0, to: 2_000_000_000 },
};

export interface ToldRow {
  kind: string;
  offset: number;
  length: number;
  row: number;
  part: number;
  /** Epoch seconds; null unknown. */
  earliest: number | null;
  latest: number | null;
  /** Precision, origin of the zone, plausibility. */
  exactness: string;
  duration: number | null;
  flags: string[];
  /** Role, kind:address, name, organisation, attendance. */
  people: string[];
  subject: string | null;
  extras: { [name: string]: string };
}

export interface Told {
  rows: ToldRow[];
  problems: Problem[];
  /** Items and bytes by rule. */
  skips: Map<string, { items: number; bytes: number }>;
}

function rowsOf(batch: RecordBatch, addresses: readonly string[], texts: readonly string[]): ToldRow[] {
  const c = batch.records;
  const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const rows = Array.from({ length: c.rows }, (_, i): ToldRow => {
    const ends = [
      ...(c.a[i] === -1 ? [] : [`caller ${addresses[c.a[i]!]}`]),
      ...(c.b[i] === -1 ? [] : [`callee ${addresses[c.b[i]!]}`]),
    ];
    return {
      kind: RECORD_KINDS[c.kind[i]!]!,
      offset: c.offset[i]!,
      length: c.length[i]!,
      row: c.row[i]!,
      part: c.part[i]!,
      earliest: known(c.earliest[i]!),
      latest: known(c.latest[i]!),
      exactness: `${PRECISIONS[c.precision[i]!]} ${ZONE_ORIGINS[c.zone[i]!]} ${PLAUSIBILITIES[c.plausibility[i]!]}`,
      duration: c.duration[i] === -1 ? null : c.duration[i]!,
      flags: Object.entries(FLAG).flatMap(([name, bit]) => ((c.flags[i]! & bit) === 0 ? [] : [name])),
      people: ends,
      subject: batch.subjects?.[i] ?? null,
      extras: JSON.parse(batch.extras?.[i] ?? '{}') as { [name: string]: string },
    };
  });
  const p = batch.participants;
  for (let i = 0; i < p.rows; i++) {
    const name = p.name[i] === -1 ? '' : ` "${texts[p.name[i]!]}"`;
    const of = p.organisation[i] === -1 ? '' : ` of ${texts[p.organisation[i]!]}`;
    const attendance = p.attendance[i] === 0 ? '' : ` (${ATTENDANCE[p.attendance[i]!]})`;
    rows[p.record[i]!]!.people.push(`${ROLES[p.role[i]!]} ${addresses[p.address[i]!]}${name}${of}${attendance}`);
  }
  return rows;
}

/** Reads a file with a reader. */
export async function read(format: Format, input: Input, options: Partial<ReadOptions> = {}): Promise<Told> {
  const told: Told = { rows: [], problems: [], skips: new Map() };
  const addresses: string[] = [];
  const texts: string[] = [];
  const sink: RecordSink = {
    batch(batch) {
      if (batch.firstAddress !== addresses.length || batch.firstText !== texts.length) throw new Error('numbers skip');
      addresses.push(...batch.addressRaws.map((raw, i) => `${batch.addressKinds[i]}:${raw}`));
      texts.push(...batch.texts);
      told.rows.push(...rowsOf(batch, addresses, texts));
    },
    problem: (problem) => void told.problems.push(problem),
    skip(rule, items, bytes) {
      const before = told.skips.get(rule) ?? { items: 0, bytes: 0 };
      told.skips.set(rule, { items: before.items + items, bytes: before.bytes + bytes });
    },
    progress() {},
  };
  await format.read(input, sink, { ...OPTIONS, ...options });
  return told;
}

/** Bytes that no record, no failed problem and no skip accounts for; negative where some are accounted for twice. */
export function unaccounted(told: Told, size: number): number {
  const failed = told.problems.filter(({ severity }) => severity === 'failed');
  const sum = (lengths: Iterable<number>): number => [...lengths].reduce((a, b) => a + b, 0);
  const skipped = sum([...told.skips.values()].map(({ bytes }) => bytes));
  return size - sum(told.rows.map(({ length }) => length)) - sum(failed.map(({ length }) => length)) - skipped;
}

function instant(epoch: number | null): string {
  return epoch === null ? 'unknown' : `${new Date(epoch * 1000).toISOString().slice(0, 19)}Z`;
}

/** A record in one line. */
export function rowText(r: ToldRow): string {
  const until = r.latest === r.earliest ? '' : ` … ${instant(r.latest)}`;
  const extras = Object.entries(r.extras).map(([name, value]) => `${name}=${value}`);
  return [
    `row ${r.row}${r.part === 0 ? '' : ` of sheet ${r.part + 1}`} [${r.offset}+${r.length}] ${r.kind}`,
    `${instant(r.earliest)}${until} ${r.exactness}`,
    ...(r.duration === null ? [] : [`${r.duration} s`]),
    ...r.people,
    ...(r.subject === null ? [] : [`about: ${r.subject}`]),
    ...(r.flags.length === 0 ? [] : [`flags ${r.flags.join(' ')}`]),
    ...(extras.length === 0 ? [] : [`{${extras.join(', ')}}`]),
  ].join(' | ');
}

/** Everything, a line an item. */
export function toldText(told: Told): string {
  return [
    ...told.rows.map(rowText),
    ...told.problems.map(
      (p) => `${p.severity} ${p.code} at ${p.offset}+${p.length}, row ${p.row ?? '-'}: ${p.message}`,
    ),
    ...[...told.skips].map(([rule, { items, bytes }]) => `skipped ${rule}: ${items}, ${bytes} bytes`),
    '',
  ].join('\n');
}
