/** Contacts as a spreadsheet for people: one row each, in the order of time, with state and citation. */
import writeExcelFile from 'write-excel-file/node';
import { CaseError } from '../case/error.ts';
import type { AboutLine } from './about.ts';
import type { ContactRow } from './contact-row.ts';
import { type Cell, dateCell, numberCell, textCell } from './sheet-cells.ts';
import { citationText, dutyText, endText, joined } from './text-columns.ts';
import { withoutTimes } from './zip-times.ts';

/** A spreadsheet is made in memory, and nobody reads so many rows: a larger question is for the other formats. */
const LARGEST = 100_000;

interface SheetColumn {
  readonly heading: string;
  /** Characters. */
  readonly width: number;
  cell(row: ContactRow): Cell | null;
}

const text = (value: string | null): Cell | null => (value === null || value === '' ? null : textCell(value));
const wrapped = (value: string): Cell | null =>
  value === '' ? null : textCell(value, { wrap: true, alignVertical: 'top' });

const columns = (zone: string): readonly SheetColumn[] => [
  { heading: `Time (${zone})`, width: 20, cell: ({ time }) => dateCell(time) },
  { heading: 'Until', width: 20, cell: ({ until }) => dateCell(until) },
  { heading: 'Known to', width: 10, cell: ({ precision }) => text(precision) },
  { heading: 'Channel', width: 10, cell: ({ channel }) => text(channel) },
  { heading: 'From', width: 36, cell: ({ from }) => wrapped(joined(from, endText)) },
  { heading: 'To', width: 44, cell: ({ to }) => wrapped(joined(to, endText)) },
  { heading: 'Seconds', width: 9, cell: ({ duration }) => numberCell(duration) },
  { heading: 'Subject', width: 40, cell: ({ subject }) => text(subject) },
  { heading: 'State', width: 14, cell: ({ state }) => text(state) },
  { heading: 'Duties', width: 40, cell: ({ duties }) => wrapped(joined(duties, dutyText)) },
  { heading: 'Counts', width: 10, cell: ({ counts }) => text(counts) },
  { heading: 'Citations', width: 56, cell: ({ witnesses }) => wrapped(joined(witnesses, citationText)) },
  {
    heading: 'SHA-256 of sources',
    width: 24,
    cell: ({ witnesses }) => text([...new Set(witnesses.map(({ sha256 }) => sha256))].join('; ')),
  },
  { heading: 'Bates', width: 14, cell: ({ witnesses }) => text(joined(witnesses, ({ bates }) => bates)) },
  { heading: 'Also', width: 18, cell: ({ flags }) => text(flags.join(', ')) },
  { heading: 'Contact', width: 21, cell: ({ id }) => text(id) },
];

/**
 * Makes the spreadsheet. The same contacts give the same bytes.
 * @param pages of contacts, in their order
 * @param zone of the times, for the heading
 * @param about lines of the second sheet; gets the number of contacts
 * @returns XLSX
 * @throws CaseError for more than 100,000 contacts
 */
export async function chronologyOf(
  pages: AsyncIterable<readonly ContactRow[]>,
  zone: string,
  about: (contacts: number) => Promise<readonly AboutLine[]>,
): Promise<Buffer> {
  const listed = columns(zone);
  const rows: (Cell | null)[][] = [listed.map(({ heading }) => textCell(heading, { fontWeight: 'bold' }))];
  for await (const page of pages) {
    for (const row of page) rows.push(listed.map(({ cell }) => cell(row)));
    if (rows.length > LARGEST + 1)
      throw new CaseError(
        `more than ${LARGEST} contacts: too many for a spreadsheet`,
        'narrow them with --between, --from and --to, or export csv or parquet',
      );
  }
  const lines = await about(rows.length - 1);
  const bytes = await writeExcelFile([
    {
      sheet: 'Chronology',
      data: rows,
      columns: listed.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    },
    {
      sheet: 'About',
      data: lines.map(([label, value]) => [
        textCell(label, { fontWeight: 'bold', alignVertical: 'top' }),
        textCell(value, { wrap: true, alignVertical: 'top' }),
      ]),
      columns: [{ width: 14 }, { width: 110 }],
    },
  ]).toBuffer();
  return withoutTimes(bytes);
}
