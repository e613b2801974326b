/** Output to the terminal or pipe that the program runs in. */
import { painted, wantsColour } from './colour.ts';
import { csvHeading, csvLine } from './csv.ts';
import type { Line } from './line.ts';
import type { Column, Json, Output, Progress, RowFormat, RowsOptions } from './output.ts';
import { ProgressLine } from './progress.ts';
import { type Stream, Writer } from './stream.ts';
import { headingLines, type Layout, layoutOf, rowLines } from './table.ts';
import { safeJson, visible } from './visible.ts';

/** Rows that are held back to find the widths of a table's columns. */
const HELD = 1_000;

/** What the program runs in. */
export interface Surroundings {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export class Terminal implements Output {
  readonly format: RowFormat;
  readonly width: number | null;
  readonly #stderr: Stream;
  readonly #out: Writer;
  readonly #isTerminal: boolean;
  readonly #colour: boolean;
  readonly #errorColour: boolean;
  #progress: ProgressLine | null = null;

  /** @param format null: a table on a terminal, jsonl elsewhere */
  constructor({ stdout, stderr, environment }: Surroundings, format: RowFormat | null) {
    this.#isTerminal = stdout.isTTY === true;
    this.format = format ?? (this.#isTerminal ? 'table' : 'jsonl');
    const given = Number(environment.COLUMNS);
    this.width = stdout.columns ?? (Number.isInteger(given) && given > 0 ? given : null);
    this.#stderr = stderr;
    this.#out = new Writer(stdout);
    this.#colour = wantsColour({ isTerminal: this.#isTerminal, environment });
    this.#errorColour = wantsColour({ isTerminal: stderr.isTTY === true, environment });
    stderr.on('error', () => {}); // nobody reads the words: go on
  }

  async rows<Row>(
    columns: readonly Column<Row>[],
    rows: Iterable<Row> | AsyncIterable<Row>,
    options: RowsOptions = {},
  ): Promise<number> {
    const count = await this.#printed(columns, rows);
    const notes = options.notes ?? [];
    // Blank lines only part notes from the table.
    if (this.format !== 'table') for (const note of notes.filter((line) => line !== '')) this.words(note);
    else {
      if (count === 0 && options.empty !== undefined) await this.#line(painted(options.empty, this.#colour));
      for (const note of notes) await this.#line(painted(note, this.#colour));
    }
    await this.#out.flush();
    return count;
  }

  #printed<Row>(columns: readonly Column<Row>[], rows: Iterable<Row> | AsyncIterable<Row>): Promise<number> {
    if (this.format === 'table') return this.#table(columns, rows);
    if (this.format === 'csv') return this.#csv(columns, rows);
    return this.#json(columns, rows, this.format === 'json');
  }

  async #table<Row>(columns: readonly Column<Row>[], rows: Iterable<Row> | AsyncIterable<Row>): Promise<number> {
    let count = 0;
    let layout: Layout<Row> | null = null;
    let held: Row[] = [];
    const release = async (): Promise<void> => {
      layout = layoutOf(columns, held, this.width);
      for (const line of headingLines(layout, this.#colour)) await this.#line(line);
      for (const row of held) await this.#row(layout, row);
      held = [];
    };
    for await (const row of rows) {
      count++;
      if (layout !== null) await this.#row(layout, row);
      else if (held.push(row) === HELD) await release();
    }
    if (layout === null && count > 0) await release();
    return count;
  }

  async #row<Row>(layout: Layout<Row>, row: Row): Promise<void> {
    for (const line of rowLines(layout, row, this.#colour, this.width)) await this.#line(line);
  }

  async #csv<Row>(columns: readonly Column<Row>[], rows: Iterable<Row> | AsyncIterable<Row>): Promise<number> {
    const shown = this.#isTerminal ? visible : (text: string): string => text;
    await this.#line(csvHeading(columns));
    let count = 0;
    for await (const row of rows) {
      count++;
      await this.#line(csvLine(columns, row, shown));
    }
    return count;
  }

  async #json<Row>(
    columns: readonly Column<Row>[],
    rows: Iterable<Row> | AsyncIterable<Row>,
    array: boolean,
  ): Promise<number> {
    let count = 0;
    let before = '';
    for await (const row of rows) {
      const text = safeJson(Object.fromEntries(columns.map((column) => [column.key, column.value(row)])));
      if (!array) await this.#line(text);
      else {
        if (count > 0) await this.#line(`${before},`);
        before = `${count === 0 ? '[' : ' '}${text}`;
      }
      count++;
    }
    if (array) await this.#line(count === 0 ? '[]' : `${before}]`);
    return count;
  }

  async document(value: Json, lines: () => readonly Line[]): Promise<void> {
    if (this.format === 'table') for (const line of lines()) await this.#line(painted(line, this.#colour));
    else await this.#line(safeJson(value, this.format === 'json' ? 2 : undefined));
    await this.#out.flush();
  }

  async bytes(bytes: Uint8Array): Promise<void> {
    this.#progress?.clear();
    await this.#out.bytes(bytes);
  }

  words(line: Line): void {
    this.#progress?.clear();
    this.#stderr.write(`${painted(line, this.#errorColour)}\n`, () => {});
  }

  progress(): Progress {
    this.#progress?.clear();
    this.#progress = new ProgressLine(this.#stderr);
    return this.#progress;
  }

  /** Writes what is waiting. @throws ReaderGone when nobody reads any more */
  async flush(): Promise<void> {
    this.#progress?.clear();
    await this.#out.flush();
  }

  #line(text: string): Promise<void> {
    this.#progress?.clear();
    return this.#out.line(text);
  }
}
