/** Reads all cited bytes again, source by source, in the order in which they stand. */
import { sha256OfInput } from '../../bytes/hash.ts';
import type { Input } from '../../bytes/input.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { RANGES, RECORD_COUNT, SOURCE_FILES, SOURCES_FROM } from '../../ledger/queries/citations/places.ts';
import { REPORT_RECORDS } from '../../ledger/queries/reports/reports.ts';
import type { OpenCase } from '../open.ts';
import { passageFaults } from './passage-cited.ts';
import { type NamedSource, shownSource } from './shown-source.ts';
import { openSource, SourceFiles, type SourcePlace } from './source-files.ts';

/** What came of reading again. */
export interface Reread {
  /** Files, and sources in them: more than files where archives were opened. */
  readonly files: number;
  readonly sources: number;
  readonly records: number;
  /** One line for each file, source or record that is not as it was. */
  readonly faults: readonly string[];
}

interface FileRow extends NamedSource {
  readonly file_sha256: string;
  readonly source_no: number;
}

type SourceRow = SourcePlace & NamedSource & { readonly source_no: number };
type Entries = readonly { readonly path: string }[];

type Ranges = Readonly<{ [column: string]: unknown }> & {
  readonly record_no: Int32Array;
  readonly source_no: Int32Array;
  readonly byte_offset: Float64Array;
  readonly byte_length: Float64Array;
};

const PAGE = 65_536;
const SOURCES = 4096;
const WINDOW = 1024 * 1024;
/** Records of one source that are named one by one. */
const NAMED = 5;

/** @returns what is wrong with a file; null when it is the one that was taken in */
function fileFault(folder: string, row: FileRow, entries: Entries): string | null {
  const input = openSource(folder, row.path, '');
  const name = shownSource(row, entries);
  if (input === null) return `${name}: cannot be opened`;
  try {
    return sha256OfInput(input) === row.file_sha256 ? null : `${name}: was changed since it was taken in`;
  } finally {
    input.close();
  }
}

async function* sourcesOf(ledger: Ledger): AsyncGenerator<SourceRow> {
  for (let from = 0; ; ) {
    const rows = await ledger.rows<SourceRow>(SOURCES_FROM, { from, most: SOURCES });
    yield* rows;
    if (rows.length < SOURCES) return;
    from = rows.at(-1)!.source_no + 1;
  }
}

interface Range {
  readonly record: number;
  readonly source: number;
  readonly offset: number;
  readonly length: number;
}

async function* rangesOf(ledger: Ledger): AsyncGenerator<Range> {
  const [counted] = await ledger.rows<{ records: number }>(RECORD_COUNT);
  for (let from = 0; from < counted!.records; from += PAGE) {
    const rows = await ledger.columns<Ranges>(RANGES, { from, to: from + PAGE });
    for (let i = 0; i < rows.rows; i++) {
      yield {
        record: rows.record_no[i]!,
        source: rows.source_no[i]!,
        offset: rows.byte_offset[i]!,
        length: rows.byte_length[i]!,
      };
    }
  }
}

/** Reads ranges of one input, each byte of neighbouring ones once. */
class RangeReader {
  readonly #input: Input;
  readonly #window: Buffer;
  /** Bytes of the input that are in the window. */
  #from = 0;
  #to = 0;

  constructor(input: Input, window: Buffer) {
    this.#input = input;
    this.#window = window;
  }

  /** Whether all bytes of a range could be read. */
  read(offset: number, length: number): boolean {
    if (offset < 0 || length < 0 || offset + length > this.#input.size) return false;
    for (let at = offset; at < offset + length; at = this.#to) {
      if (at >= this.#from && at < this.#to) continue;
      this.#from = at;
      this.#to = at + this.#input.readInto(this.#window, 0, at, this.#window.length);
      if (this.#to === at) return false;
    }
    return true;
  }
}

/**
 * Hashes every file and member that was taken in and reads the bytes of every record.
 * @param spoolDir where unpacked members are kept meanwhile; null: in memory, and not the largest
 */
export async function reread(
  { ledger, folder, files }: Pick<OpenCase, 'ledger' | 'folder' | 'files'>,
  spoolDir: string | null,
): Promise<Reread> {
  const { sources: written } = files.case;
  const nameOf = (source: SourceRow): string => sourceName(source, written);
  const faults: string[] = [];
  const bad = new Set<string>();
  const rows = await ledger.rows<FileRow>(SOURCE_FILES);
  for (const row of rows) {
    const fault = fileFault(folder, row, written);
    if (fault === null) continue;
    faults.push(fault);
    bad.add(row.path);
  }
  const counts = { sources: 0, records: 0 };
  const opened = new SourceFiles(folder, spoolDir, WINDOW * 64);
  const ranges = rangesOf(ledger);
  const window = Buffer.allocUnsafeSlow(WINDOW);
  let range = await ranges.next();
  try {
    for await (const source of sourcesOf(ledger)) {
      counts.sources++;
      const input = bad.has(source.path) ? null : await opened.input(source);
      if (input === null && !bad.has(source.path)) faults.push(`${nameOf(source)}: cannot be read again`);
      const reader = input === null ? null : new RangeReader(input, window);
      let lost = 0;
      for (; range.done !== true && range.value.source === source.source_no; range = await ranges.next()) {
        counts.records++;
        const { offset, length, record } = range.value;
        if (reader === null || reader.read(offset, length) || ++lost > NAMED) continue;
        faults.push(
          `${nameOf(source)}: record ${record} points at ${length} bytes from byte ${offset} on, which are not there`,
        );
      }
      if (lost > NAMED)
        faults.push(`${nameOf(source)}: ${lost - NAMED} more records point at bytes that are not there`);
    }
    if (range.done !== true) faults.push(`record ${range.value.record} belongs to no source`);
  } finally {
    await opened.close();
  }
  const told = await ledger.rows<{ extras: string | null }>(REPORT_RECORDS);
  faults.push(
    ...(await passageFaults(
      { folder, files },
      told.map(({ extras }) => extras),
    )),
  );
  return { files: new Set(rows.map((row) => row.path)).size, ...counts, faults };
}

function sourceName(source: SourceRow, entries: Entries): string {
  const name = shownSource(source, entries);
  return source.protected || source.member === '' ? name : `${name}, ${source.member}`;
}
