/** Reads a table of calls in pieces and tells it as the general reader would tell the whole. */
import type { Input } from '../../src/bytes/input.ts';
import { csv } from '../../src/formats/csv.ts';
import type { Division, Format, RecordSink } from '../../src/formats/format.ts';
import type { RecordBatch } from '../../src/model/batch.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { ReadOptions } from '../../src/model/source.ts';
import { OPTIONS, rowText, type Told } from '../table/told.ts';

/** How a table is divided; null where it is read whole. @param length of a piece, bytes */
export function divided(input: Input, length: number, options: Partial<ReadOptions> = {}): Division | null {
  return csv.pieces!.divide(input, length, { ...OPTIONS, ...options });
}

/** Numbers of one piece's addresses and texts, and its rows, as they are in the whole. */
function moved(batch: RecordBatch, addresses: number, texts: number, rows: number): RecordBatch {
  const by = (column: Int32Array, base: number): Int32Array => column.map((n) => (n < 0 ? n : n + base));
  const { records, participants } = batch;
  return {
    ...batch,
    records: {
      ...records,
      row: by(records.row, rows),
      a: by(records.a, addresses),
      b: by(records.b, addresses),
    },
    participants: {
      ...participants,
      address: by(participants.address, addresses),
      name: by(participants.name, texts),
      organisation: by(participants.organisation, texts),
    },
    firstAddress: batch.firstAddress + addresses,
    firstText: batch.firstText + texts,
  };
}

/** The reader of tables, by way of pieces. */
export function inPieces({ cuts, plan }: Division): Format {
  return {
    ...csv,
    async read(input: Input, sink: RecordSink, options: ReadOptions): Promise<void> {
      const before = { addresses: 0, texts: 0, rows: 0 };
      for (const [i, from] of cuts.slice(0, -1).entries()) {
        const own = { ...before };
        const part: RecordSink = {
          ...sink,
          batch(batch) {
            before.addresses = own.addresses + batch.firstAddress + batch.addressRaws.length;
            before.texts = own.texts + batch.firstText + batch.texts.length;
            return sink.batch(moved(batch, own.addresses, own.texts, own.rows));
          },
          problem: (p) => sink.problem(p.row === undefined ? p : { ...p, row: p.row + own.rows }),
        };
        before.rows += await csv.pieces!.read(input, from, cuts[i + 1]!, part, options, plan);
      }
    },
  };
}

/** Problems that stand for many rows: a piece tells of its own. */
const JOINED = ['value-unknown', 'template-close', 'repeats-far'];

/** Problems as the whole table has them, in the order of their rows. */
function problemsOf(problems: readonly Problem[]): string[] {
  const joined = new Map<string, { from: number; to: number; rows: number; first: number }>();
  const out: string[] = [];
  for (const { code, severity, message, offset, length, row } of problems) {
    const many = / \((\d+) rows, from row (\d+) on\)$/.exec(message);
    if (!JOINED.includes(code)) {
      out.push(`${String(offset).padStart(8)}+${length} row ${row} ${severity} ${code} ${message}`);
      continue;
    }
    const key = `${severity} ${code} ${message.slice(0, many?.index)}`;
    const known = joined.get(key) ?? { from: offset, to: 0, rows: 0, first: many === null ? row! : Number(many[2]) };
    joined.set(key, { ...known, to: offset + length, rows: known.rows + Number(many?.[1] ?? 1) });
  }
  return [...out.sort(), ...[...joined].map(([key, sum]) => `${key} ${JSON.stringify(sum)}`).sort()];
}

/** Everything told, in lines that are the same whether a table was read whole or in pieces. */
export function lines({ rows, problems, skips }: Told): string[] {
  const rules = [...skips].map(([rule, { items, bytes }]) => `skipped ${rule}: ${items}, ${bytes} bytes`);
  return [...rows.map(rowText), ...problemsOf(problems), ...rules.sort()];
}
