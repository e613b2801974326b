/** The records of a group in the order of their times, shard by shard. */
import { createLedger } from '../../ledger/duckdb.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import {
  attachTextSegment,
  DETACH_TEXT_SEGMENT,
  NEW_TEXT_ROWS,
  ORDER_TEXT_ROWS,
  TAKE_TEXT_ROWS,
  TEXT_ROW_COUNTS,
  TEXT_ROWS,
  TEXT_SOURCES,
} from '../../ledger/queries/text/rows.ts';
import { SHARD_DOCUMENTS } from '../../text/writer.ts';
import type { SourcePlace } from '../citations/source-files.ts';
import type { TextGroup } from './groups.ts';
import type { ShardInput, TextInput } from './make.ts';

/** Memory that the engine may hold for this before it spills, MiB. */
const MEMORY = 192;

/** A stretch of the order that becomes a shard. */
interface Cut {
  /** Ranks, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly doubtful: boolean;
}

interface Counts {
  readonly rows: number;
  readonly dated: number;
}

interface FoundRow {
  readonly name: string;
  readonly member: string;
  readonly sha256: string;
  readonly size: number;
}

type Columns = Readonly<{ [column: string]: unknown }> & {
  readonly record_no: Int32Array;
  readonly source_no: Int32Array;
  readonly way: Int32Array;
  readonly byte_offset: Float64Array;
  readonly byte_length: Float64Array;
  readonly moment: Float64Array;
  readonly subject: (string | null)[];
  readonly extras: (string | null)[];
};

/** A ledger in memory, in which groups are put in order one after the other. It opens when it is first needed. */
export class OrderingTable {
  readonly #settings: { readonly threads: number; readonly memory: number; readonly spill: string };
  #ledger: Promise<Ledger> | null = null;

  /** @param spill where the engine writes what does not fit into its memory */
  constructor(threads: number, spill: string) {
    this.#settings = { threads, memory: MEMORY, spill };
  }

  ledger(): Promise<Ledger> {
    this.#ledger ??= createLedger(':memory:', this.#settings, []);
    return this.#ledger;
  }

  async close(): Promise<void> {
    await (await this.#ledger)?.close();
  }
}

/** A group as what a segment is made of. @param table no other group is put in order while shards of this one are taken */
export function groupInput(group: TextGroup, table: OrderingTable): TextInput {
  const { name, parts } = group;
  return {
    name,
    records: parts.reduce((sum, { segment }) => sum + segment.records, 0),
    bytes: parts.reduce((sum, { unit }) => sum + unit.files.reduce((bytes, { size }) => bytes + size, 0), 0),
    async *shards() {
      const found = await GroupRows.order(group, await table.ledger());
      for (const cut of await found.cuts()) yield await found.read(cut);
    },
  };
}

/** The records of one group that have words, in order. */
class GroupRows {
  readonly #ledger: Ledger;
  readonly #sources: readonly SourcePlace[];

  private constructor(ledger: Ledger, sources: readonly SourcePlace[]) {
    this.#ledger = ledger;
    this.#sources = sources;
  }

  static async order(group: TextGroup, ledger: Ledger): Promise<GroupRows> {
    const sources: SourcePlace[] = [];
    await ledger.run(NEW_TEXT_ROWS);
    let records = 0;
    for (const { path, unit, segment } of group.parts) {
      await ledger.run(attachTextSegment(path));
      await ledger.run(TAKE_TEXT_ROWS, { records, sources: sources.length });
      const places = new Map(unit.files.map((file) => [file.name, file.path]));
      for (const { name, member, sha256, size } of await ledger.rows<FoundRow>(TEXT_SOURCES))
        sources.push({ path: places.get(name) ?? name, member, sha256, size });
      await ledger.run(DETACH_TEXT_SEGMENT);
      records += segment.records;
    }
    await ledger.run(ORDER_TEXT_ROWS);
    return new GroupRows(ledger, sources);
  }

  /** The rows as shards: those with a time, then the others. */
  async cuts(): Promise<readonly Cut[]> {
    const [counts] = await this.#ledger.rows<Counts>(TEXT_ROW_COUNTS);
    const { rows, dated } = counts!;
    return [...cut(0, dated, false), ...cut(dated, rows, true)];
  }

  /** The rows of a shard, and the sources that they stand in. */
  async read({ from, to, doubtful }: Cut): Promise<ShardInput> {
    const c = await this.#ledger.columns<Columns>(TEXT_ROWS, { from, to });
    const sources: SourcePlace[] = [];
    const numbers = new Map<number, number>();
    const source = c.source_no.map((no) => {
      const known = numbers.get(no) ?? sources.push(this.#sources[no]!) - 1;
      numbers.set(no, known);
      return known;
    });
    const rows = {
      record: c.record_no,
      source,
      way: Uint8Array.from(c.way),
      offset: c.byte_offset,
      length: c.byte_length,
      time: c.moment,
      subject: c.subject,
      extras: c.extras,
    };
    return { rows, sources, doubtful };
  }
}

/** From so many documents on a second shard pays, which a second thread can write. */
const LEAST = 4096;

/** Equal pieces of a stretch. They depend on its length alone, so that every machine cuts alike. */
function cut(from: number, to: number, doubtful: boolean): Cut[] {
  const length = to - from;
  if (length === 0) return [];
  const count = Math.max(1, Math.ceil(length / SHARD_DOCUMENTS), Math.min(4, Math.floor(length / LEAST)));
  return Array.from({ length: count }, (_, i) => ({
    from: from + Math.floor((length * i) / count),
    to: from + Math.floor((length * (i + 1)) / count),
    doubtful,
  }));
}
