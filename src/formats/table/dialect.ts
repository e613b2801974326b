/** How a delimited file is written: its charset, delimiter and line ends. */
import { charsetOf } from '../../bytes/charset-names.ts';
import { type Input, memoryInput } from '../../bytes/input.ts';
import type { Sniffed } from '../../bytes/sniff.ts';
import { decode } from '../../bytes/text.ts';
import { tableCharset } from './charset.ts';
import type { Dialect } from './delimited.ts';
import { isBlank } from './fold.ts';
import { type Row, readRows } from './rows.ts';
import type { UnitForm } from './units.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Rows that are looked at. */
const SAMPLE_ROWS = 200;
const SAMPLE = 65_536;

/**
 * Finds out how a file is written. Excel's line `sep=;` in front decides the delimiter; otherwise the one by which most rows
 * have the same number of cells.
 * @param input at least its beginning
 * @param forced delimiter that is known; null to find it
 */
export function findDialect(input: Input, forced: string | null): Dialect {
  const sniffed = tableCharset(input);
  const head = input.read(sniffed.bom, SAMPLE);
  const text = sampleText(head, sniffed.encoding);
  const sep = /^sep=(.)(\r\n|\r|\n)/i.exec(text);
  const units = unitsOf(sniffed);
  const line = sep === null ? 0 : sep[0].length * units.size;
  const plain: Dialect = {
    encoding: sniffed.encoding,
    units,
    mark: sniffed.bom,
    start: sniffed.bom + line,
    firstRow: sep === null ? 1 : 2,
    delimiter: forced ?? sep?.[1] ?? ',',
    loneCr: text.includes('\r') && !text.includes('\n'),
    wrapped: false,
    confidence: 0,
  };
  const rest = memoryInput(input.name, head.subarray(line));
  const whole = sniffed.bom + head.length >= input.size;
  const sample = (dialect: Dialect): Row[] => sampleRows(rest, { ...dialect, start: 0 }, whole);
  if (forced !== null || sep !== null) return { ...plain, confidence: 0.9 };
  const ways = DELIMITERS.flatMap((delimiter) =>
    [false, true].map((wrapped): Dialect => ({ ...plain, delimiter, wrapped })),
  );
  const scored = ways.map((way) => ({ way, ...regularity(sample(way)) }));
  const best = scored.reduce((a, b) => (b.score > a.score + 1e-9 ? b : a));
  return { ...best.way, confidence: best.width < 2 ? 0 : best.share };
}

/** The rows at the beginning, without one that the end of the sample cuts. */
function sampleRows(input: Input, dialect: Dialect, whole: boolean): Row[] {
  const rows: Row[] = [];
  for (const row of readRows(input, dialect)) {
    rows.push(row);
    if (rows.length >= SAMPLE_ROWS) return rows;
  }
  return whole || rows.length < 2 ? rows : rows.slice(0, -1);
}

/** How many of the rows have the number of cells that most have. One cell a row says nothing. */
function regularity(rows: readonly Row[]): { score: number; width: number; share: number } {
  const filled = rows.filter((row) => row.cells.some((cell) => !isBlank(cell)));
  const widths = new Map<number, number>();
  for (const { cells } of filled) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const [width, count] = [...widths].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a), [0, 0]);
  const share = filled.length === 0 ? 0 : count / filled.length;
  return { score: width < 2 ? 0 : share * Math.log2(Math.min(width, 64)), width, share };
}

function unitsOf(sniffed: Sniffed): UnitForm {
  const utf16 = sniffed.encoding.startsWith('utf-16');
  return { size: utf16 ? 2 : 1, swap: sniffed.encoding === 'utf-16be' };
}

function sampleText(head: Buffer, encoding: string): string {
  return decode(head.subarray(0, head.length - (head.length % 2)), encoding).text;
}

/** Whether a charset's delimiters and line ends stand in bytes of their own, so that rows can be cut before they are decoded. */
export function isCuttable(encoding: string): boolean {
  const known = charsetOf(encoding);
  return known.kind !== 'decoder' || known.label !== 'iso-2022-jp';
}
