/** What prose tells, as documents: the passages that reports.yaml cites. */
import { createHash } from 'node:crypto';
import { TEXT_WAYS } from '../../ledger/queries/text/rows.ts';
import { type PassageCase, passagesOf } from '../citations/passage.ts';
import type { ReportEntry } from '../files/index.ts';
import { asOfInstant } from '../read-case.ts';
import { toldWhen } from '../stages/told-times.ts';
import { TEXT_VERSION } from './groups.ts';
import type { TextInput } from './make.ts';
import type { ShardRows } from './message.ts';

/** The words of a passage besides its topics: what stands there, and what the entry says of it. */
export async function passageTexts(open: PassageCase, entries: readonly ReportEntry[]): Promise<string[][]> {
  const cited = entries.flatMap(({ where }) => where ?? []);
  const passages = await passagesOf(open, cited);
  const textAt = new Map(cited.map((where, i) => [where, passages[i]!.text]));
  return entries.map(({ where, caveats }) =>
    [(where && textAt.get(where)) ?? '', ...caveats].filter((text) => text !== ''),
  );
}

/**
 * The passages of reports.yaml as what a segment is made of; null when there are none.
 * Its records are the entries, in their order.
 */
export async function passagesInput(open: PassageCase): Promise<TextInput | null> {
  const { reports } = open.files.reports;
  if (reports.length === 0) return null;
  const texts = await passageTexts(open, reports);
  const asOf = asOfInstant(open.files);
  const times = reports.map((entry) => toldWhen(open.files, entry.period, asOf).earliest ?? Number.NaN);
  const order = reports.map((_, i) => i).sort((a, b) => byTime(times[a]!, times[b]!) || a - b);
  const dated = order.filter((i) => !Number.isNaN(times[i]!));
  const shards = [dated, order.slice(dated.length)];
  const rowsOf = (some: readonly number[]): ShardRows => ({
    record: Int32Array.from(some),
    source: new Int32Array(some.length).fill(-1),
    way: new Uint8Array(some.length).fill(TEXT_WAYS.indexOf('row')),
    offset: new Float64Array(some.length),
    length: new Float64Array(some.length),
    time: Float64Array.from(some, (i) => times[i]!),
    subject: some.map((i) => reports[i]!.topics.join('; ')),
    extras: some.map((i) => JSON.stringify(Object.fromEntries(texts[i]!.entries()))),
  });
  const rows = shards.map(rowsOf);
  const told = JSON.stringify([TEXT_VERSION, 'passages', rows.map((row) => ({ ...row, time: [...row.time] }))]);
  return {
    name: createHash('sha256').update(told).digest('hex').slice(0, 40),
    records: reports.length,
    bytes: 0,
    async *shards() {
      for (const [i, row] of rows.entries())
        if (row.record.length > 0) yield { rows: row, sources: [], doubtful: i === 1 };
    },
  };
}

/** Known times rise; unknown ones stand last. */
function byTime(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}
