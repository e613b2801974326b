/** Rows of the tables. */
import { bytesOf } from './folder.ts';
import { skarvikMinute } from './mail.ts';
import { plainAddress } from './people.ts';

/** Cells by row; element 0 is the row of column names. Quoted cells hold no line ends in these files. */
export function rows(path: string, delimiter: string, encoding: string): string[][] {
  const text = new TextDecoder(encoding).decode(bytesOf(path));
  const lines = text.split('\r\n').filter((line) => line !== '');
  return lines.map((line) =>
    [...line.matchAll(new RegExp(`(?:^|${delimiter})(?:"((?:[^"]|"")*)"|([^${delimiter}]*))`, 'g'))].map(
      (m) => m[1]?.replaceAll('""', '"') ?? m[2]!,
    ),
  );
}

export interface CallRow {
  readonly source: string;
  /** From 1, the row of column names. */
  readonly row: number;
  /** Epoch seconds. */
  readonly at: number;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly seconds: number;
  readonly text: boolean;
  readonly line: string;
}

/** The offset of Skarvik, found by trying both. */
function localEpoch(day: string, time: string): number {
  const summer = Date.parse(`${day}T${time}+02:00`) / 1000;
  return skarvikMinute(summer) === `${day} ${time.slice(0, 5)}` ? summer : Date.parse(`${day}T${time}+01:00`) / 1000;
}

export function callsOfA(): CallRow[] {
  const source = 'sources/carrier-a.csv';
  return rows(source, ';', 'utf-8')
    .slice(1)
    .map((cells, i) => {
      const [h, m, s] = cells[5]!.split(':').map(Number) as [number, number, number];
      const at = localEpoch(cells[1]!, cells[2]!);
      return {
        source,
        row: i + 2,
        at,
        day: cells[1]!,
        from: plainAddress(cells[3]!),
        to: plainAddress(cells[4]!),
        seconds: h * 3600 + m * 60 + s,
        text: cells[6] === 'SMS',
        line: cells.join(';'),
      };
    });
}

export function callsOfB(): CallRow[] {
  const source = 'sources/carrier-b.csv';
  return rows(source, ',', 'utf-8')
    .slice(1)
    .map((cells, i) => {
      const at = Date.parse(cells[0]!) / 1000;
      return {
        source,
        row: i + 2,
        at,
        day: skarvikMinute(at).slice(0, 10),
        from: plainAddress(cells[1]!),
        to: plainAddress(cells[2]!),
        seconds: Number(cells[3]),
        text: cells[4] === 'sms',
        line: cells.join(','),
      };
    });
}

export interface RegisterRow {
  readonly row: number;
  readonly entry: string;
  readonly on: string;
  readonly registered: string;
  readonly kind: string;
  readonly officials: readonly string[];
  readonly organisation: string;
  readonly representatives: readonly string[];
}

export function registerRows(): RegisterRow[] {
  const names = (cell: string): string[] => (cell === '' ? [] : cell.split('; '));
  return rows('sources/lobby-register.csv', ',', 'utf-8')
    .slice(1)
    .map((c, i) => ({
      row: i + 2,
      entry: c[0]!,
      on: c[1]!,
      registered: c[2]!,
      kind: c[3]!,
      officials: names(c[4]!),
      organisation: c[5]!,
      representatives: names(c[6]!),
    }));
}

export interface VisitRow {
  readonly row: number;
  readonly day: string;
  readonly arrived: string;
  readonly visitor: string;
  readonly organisation: string;
  readonly host: string;
}

export function visitRows(): VisitRow[] {
  return rows('sources/visitor-log.csv', ';', 'windows-1252')
    .slice(1)
    .map((c, i) => ({ row: i + 2, day: c[0]!, arrived: c[1]!, visitor: c[3]!, organisation: c[4]!, host: c[5]! }));
}
