/** A calendar in one line: a sign for each day, week, month or longer, whatever fits, told apart without colour. */
import { common, type DayRange, dayNumber, daysIn, dayText } from '../../coverage/day-ranges.ts';
import { weekday } from '../../coverage/silence.ts';

/** How a stretch of time is covered, and its sign. */
export const SIGNS = { declared: '█', active: '▒', none: '·' } as const;
export type Sign = keyof typeof SIGNS;

/** Days by how well they are covered; what is in both is declared. */
export interface Levels {
  readonly declared: readonly DayRange[];
  readonly active: readonly DayRange[];
}

/** A row of cells over some days; the first and last may reach beyond them. */
export interface Scale {
  readonly days: DayRange;
  /** What one sign stands for, such as `week` or `10 years`. */
  readonly unit: string;
  readonly cells: readonly DayRange[];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Years and months (0–11) of a day. */
function monthOf(day: number): { year: number; month: number } {
  const [year, month] = dayText(day).split('-').map(Number) as [number, number];
  return { year, month: month - 1 };
}

function monthStart(month: number): number {
  const year = Math.floor(month / 12);
  return dayNumber(`${String(year).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`);
}

/** Cells of so many days, weeks and fortnights from Monday. */
function dayCells({ from, to }: DayRange, length: number): DayRange[] {
  const start = length === 1 ? from : from - weekday(from);
  return Array.from({ length: Math.ceil((to - start + 1) / length) }, (_, i) => ({
    from: start + i * length,
    to: start + (i + 1) * length - 1,
  }));
}

/** Cells of so many months, which begin where the year does for a quarter, and at round years for more. */
function monthCells({ from, to }: DayRange, length: number): DayRange[] {
  const [first, last] = [monthOf(from), monthOf(to)];
  const start = Math.floor((first.year * 12 + first.month) / length);
  const end = Math.floor((last.year * 12 + last.month) / length);
  return Array.from({ length: end - start + 1 }, (_, i) => ({
    from: monthStart((start + i) * length),
    to: monthStart((start + i + 1) * length) - 1,
  }));
}

/** From the finest to the coarsest, each with about how many days a cell has. */
const UNITS: readonly (readonly [unit: string, days: number, cells: (days: DayRange) => DayRange[]])[] = [
  ['day', 1, (days) => dayCells(days, 1)],
  ['week', 7, (days) => dayCells(days, 7)],
  ['fortnight', 14, (days) => dayCells(days, 14)],
  ['month', 28, (days) => monthCells(days, 1)],
  ['quarter', 90, (days) => monthCells(days, 3)],
  ['year', 365, (days) => monthCells(days, 12)],
  ['10 years', 3650, (days) => monthCells(days, 120)],
  ['100 years', 36500, (days) => monthCells(days, 1200)],
];

/** The finest scale on which some days fit so many columns; the coarsest where none does. */
export function scaleOf(days: DayRange, columns: number): Scale {
  const length = days.to - days.from + 1;
  for (const [unit, about, cells] of UNITS) {
    if (length / (about * 1.2) > columns) continue; // not worth making
    const made = cells(days);
    if (made.length <= columns) return { days, unit, cells: made };
  }
  const [unit, , cells] = UNITS.at(-1)!;
  return { days, unit, cells: cells(days) };
}

/** How a cell is covered: by what holds on most of its days; of two that hold on as many, the weaker one. */
function signOf(cell: DayRange, { declared, active }: Levels): Sign {
  const sure = daysIn(common([cell], declared));
  const any = daysIn(common([cell], [...declared, ...active]));
  const counts = { none: cell.to - cell.from + 1 - any, active: any - sure, declared: sure };
  return (Object.keys(counts) as Sign[]).reduce((best, sign) => (counts[sign] > counts[best] ? sign : best), 'none');
}

/** The signs of a row. */
export function stripOf({ cells, days }: Scale, levels: Levels): string {
  const inside = cells.map(({ from, to }) => ({ from: Math.max(from, days.from), to: Math.min(to, days.to) }));
  return inside.map((cell) => SIGNS[signOf(cell, levels)]).join('');
}

/** What stands over a cell: the year where one begins, a month's name; nothing inside of them. */
function labelOf({ unit }: Scale, cell: DayRange, before: DayRange | undefined): string {
  const end = monthOf(cell.to);
  const last = before === undefined ? null : monthOf(before.to);
  if (last !== null && last.year === end.year && last.month === end.month) return '';
  if (unit === 'month' || unit === 'quarter') return last?.year === end.year ? '' : String(end.year);
  if (unit.endsWith('year') || unit.endsWith('years')) return String(monthOf(cell.from).year);
  return last === null || last.year !== end.year ? String(end.year) : MONTHS[end.month]!;
}

/** Years and months over the cells, as many as have room. */
export function scaleLabels(scale: Scale): string {
  let line = '';
  scale.cells.forEach((cell, i) => {
    const label = labelOf(scale, cell, scale.cells[i - 1]);
    const hasRoom = (line === '' || line.length < i) && i + label.length <= scale.cells.length;
    if (label !== '' && hasRoom) line = line.padEnd(i) + label;
  });
  return line;
}
