/** What the calendar reader told its sink, as lines of text. */
import { memoryInput } from '../../src/bytes/input.ts';
import { ical } from '../../src/formats/ical.ts';
import type { RecordBatch } from '../../src/model/batch.ts';
import { ATTENDANCE, FLAG, ROLES } from '../../src/model/record.ts';
import type { ReadOptions } from '../../src/model/source.ts';
import { PRECISIONS, ZONE_ORIGINS } from '../../src/model/time.ts';

export interface Told {
  /** One text a record. */
  readonly records: string[];
  /** Starts, epoch seconds UTC, NaN unknown. */
  readonly starts: number[];
  readonly problems: string[];
  readonly skips: string[];
  /** Bytes of the file that nothing accounts for. */
  readonly unaccounted: number;
}

const WINDOW = { from: Date.UTC(2030, 0, 1) / 1000, to: Date.UTC(2030, 11, 31) / 1000 };
export const OPTIONS: ReadOptions = { zone: null, region: null, template: null, asOf: 1_950_000_000, window: WINDOW };

const instant = (epoch: number): string => (Number.isNaN(epoch) ? 'unknown' : new Date(epoch * 1000).toISOString());

export async function read(bytes: Uint8Array | string, options: Partial<ReadOptions> = {}): Promise<Told> {
  const held = Buffer.from(bytes as string);
  const [records, starts, problems, skips] = [[] as string[], [] as number[], [] as string[], [] as string[]];
  const covered = new Map<number, number>();
  let skipped = 0;
  const addresses: string[] = [];
  const texts: string[] = [];
  const sink = {
    batch(batch: RecordBatch): void {
      addresses.push(...batch.addressRaws.map((raw, i) => `${batch.addressKinds[i]}:${raw}`));
      texts.push(...batch.texts);
      const c = batch.records;
      for (let i = 0; i < c.rows; i++) {
        covered.set(c.offset[i]!, c.length[i]!);
        starts.push(c.earliest[i]!);
        records.push(recordText(batch, i, addresses, texts));
      }
    },
    problem(p: { code: string; severity: string; message: string; offset: number; length: number }): void {
      problems.push(`${p.severity} ${p.code} at ${p.offset}: ${p.message}`);
      if (p.severity === 'failed') covered.set(p.offset, p.length);
    },
    skip(rule: string, items: number, length: number): void {
      skips.push(`skipped ${rule}: ${items}, ${length} bytes`);
      skipped += length;
    },
    progress(): void {},
  };
  await ical.read(memoryInput('x.ics', held), sink, { ...OPTIONS, ...options });
  const sum = [...covered.values()].reduce((a, b) => a + b, skipped);
  return { records, starts, problems, skips, unaccounted: held.length - sum };
}

function recordText(batch: RecordBatch, i: number, addresses: readonly string[], texts: readonly string[]): string {
  const c = batch.records;
  const p = batch.participants;
  const flags = Object.entries(FLAG).flatMap(([name, bit]) => ((c.flags[i]! & bit) !== 0 ? [name] : []));
  const lines = [
    `record at ${c.offset[i]}, ${c.length[i]} bytes, part ${c.part[i]}: ${batch.subjects?.[i] ?? 'no subject'}`,
    `  when ${instant(c.earliest[i]!)} … ${instant(c.latest[i]!)}, ${PRECISIONS[c.precision[i]!]}, ${ZONE_ORIGINS[c.zone[i]!]}`,
    `  takes ${c.duration[i]}, ${flags.join(' ')} ${batch.extras?.[i] ?? ''}`.trimEnd(),
  ];
  for (let row = 0; row < p.rows; row++) {
    if (p.record[row] !== i) continue;
    const name = p.name[row] === -1 ? '' : ` "${texts[p.name[row]!]}"`;
    lines.push(`  ${ROLES[p.role[row]!]} ${addresses[p.address[row]!]}${name} ${ATTENDANCE[p.attendance[row]!]}`);
  }
  return lines.join('\n');
}
