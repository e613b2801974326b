/** The sheets of a workbook as rows of texts. */
import type { Input } from '../../bytes/input.ts';
import { zipMembers } from '../../bytes/zip.ts';
import type { Row } from '../table/rows.ts';

/** A sheet, or a part of a workbook that is none. */
export interface Sheet {
  readonly name: string;
  /** As many as the sheet has, from its row 1. */
  readonly rows: readonly (readonly string[])[];
}

/** Sheets, or why there are none in one plain sentence. */
export type Workbook = { readonly sheets: readonly Sheet[] } | { readonly fault: string };

/** Largest workbook in bytes, packed and unpacked: all of it is held in memory, several times as large. */
const PACKED = 128 * 1024 * 1024;
const UNPACKED = 512 * 1024 * 1024;

/** Cells that a sheet may span: the rows of a full sheet with some twenty columns. */
const CELLS = 20_000_000;

const NOTHING = new Uint8Array();

/**
 * Reads a workbook (ECMA-376, SpreadsheetML): the shown values of its cells; formulas by their last results.
 * Dates become ISO 8601 texts, times of day without a date HH:MM:SS, numbers the shortest text that reads back as the same.
 * @param input the whole file
 */
export async function readWorkbook(input: Input): Promise<Workbook> {
  if (input.size > PACKED) return { fault: `a workbook of more than ${PACKED} bytes is not read; save it as CSV` };
  const tooLarge = await boundsFault(input);
  if (tooLarge !== null) return { fault: tooLarge };
  try {
    // Loaded late: it takes longer to load than all other readers together, and few sources are workbooks.
    const { default: readXlsxFile } = await import('read-excel-file/node');
    const sheets = await readXlsxFile(input.read(0, input.size), { trim: false });
    return { sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) })) };
  } catch (error) {
    return { fault: `the workbook is damaged: ${error instanceof Error ? error.message : 'unreadable'}` };
  }
}

/** A kilobyte can stand for a gigabyte; the library that reads workbooks does not look. */
async function boundsFault(input: Input): Promise<string | null> {
  let bytes = 0;
  for await (const member of zipMembers(input)) {
    if (!('content' in member)) return `the workbook is damaged: ${member.message}`;
    const extent = new Extent();
    const isSheet = /worksheets\/[^/]+\.xml$/i.test(member.name);
    for await (const piece of member.content) {
      bytes += piece.length;
      if (bytes > UNPACKED) return `the workbook unpacks to more than ${UNPACKED} bytes; save it as CSV`;
      if (isSheet && extent.add(piece) > CELLS) return `a sheet spans more than ${CELLS} cells; save it as CSV`;
    }
    const fault = member.fault();
    if (fault !== null) return `the workbook is damaged: ${member.name}: ${fault}`;
  }
  return null;
}

/** How far a sheet reaches: one cell at its far corner makes the library lay out all before it. */
class Extent {
  #columns = 1;
  #rows = 1;
  /** What may be the beginning of a reference that the next piece ends. */
  #tail = '';

  /** @returns cells from A1 to the furthest column and row so far */
  add(piece: Buffer): number {
    const text = this.#tail + piece.toString('latin1');
    for (const [, letters, digits] of text.matchAll(/\sr\s*=\s*["']([A-Z]*)(\d+)["']/g)) {
      this.#rows = Math.max(this.#rows, Number(digits));
      this.#columns = Math.max(this.#columns, columnNumber(letters!));
    }
    this.#tail = text.slice(-64);
    return this.#columns * this.#rows;
  }
}

/** A is 1, Z 26, AA 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (let i = 0; i < letters.length; i++) number = number * 26 + letters.charCodeAt(i) - 64;
  return number;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}

/** Spreadsheets count days from 30 December 1899: what lies on that day is a time without one. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  // Fractions of days lose milliseconds on the way.
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  const [day, time] = [text.slice(0, -14), text.slice(-13, -5)];
  if (date.getTime() < Date.UTC(1900, 0, 1)) return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** Rows of a sheet in the form in which tables are read. They stand in no bytes of their own. */
export function* rowsOfSheet({ rows }: Sheet): Generator<Row> {
  for (const [i, cells] of rows.entries()) {
    yield { offset: 0, length: 0, number: i + 1, cells, faults: [], failed: null, ending: 0, bytes: NOTHING };
  }
}
