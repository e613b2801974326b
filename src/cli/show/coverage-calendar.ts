/** The coverage of a case as strips, and for machines. */
import type { CalendarRow, CoverageCalendar } from '../../case/views/coverage-calendar.ts';
import { daysText } from '../../case/views/coverage-words.ts';
import { DECLARED_PATH } from '../../case/views/status.ts';
import { type DayRange, dayText, hull } from '../../coverage/day-ranges.ts';
import { countText } from '../frame/cell.ts';
import { type Line, span } from '../frame/line.ts';
import type { Json } from '../frame/output.ts';
import { cutTo, widthOf } from '../frame/width.ts';
import { type Levels, SIGNS, scaleLabels, scaleOf, stripOf } from './coverage-strip.ts';
import { wrapLines } from './wrap.ts';

/** Where there is no terminal, a strip is laid out for this many columns. */
const WIDTH = 100;
/** A strip has at least so many columns; where there is less room it stands below its label. */
const NARROWEST = 24;
/** Labels are cut to so many columns; to fewer where the terminal is narrow. */
const LABEL = 32;
const SHORTEST = 8;

/** One line of the calendar. */
interface Row extends Levels {
  readonly label: string;
  readonly what: string;
  readonly count: string;
}

function recordRow(row: CalendarRow): Row {
  const { source, channel, accounts, own, declared, active } = row;
  return {
    label: source ?? DECLARED_PATH,
    what: channel,
    count: `${countText(accounts)}${own ? '' : '?'}`,
    declared,
    active,
  };
}

function rowsOf({ records, disclosures }: CoverageCalendar): Row[] {
  return [
    ...records.map(recordRow),
    ...disclosures.map(
      ({ audience, parties, declared }): Row => ({
        label: `disclosures to ${audience}`,
        what: 'any',
        count: countText(parties),
        declared,
        active: [],
      }),
    ),
  ];
}

function legend(rows: readonly CalendarRow[]): string[] {
  const silences = rows.reduce((sum, row) => sum + row.silences, 0);
  const left = silences === 1 ? '1 silence is' : `${countText(silences)} silences are`;
  return [
    `    ${SIGNS.declared} declared complete   ${SIGNS.active} items seen before and after   ${SIGNS.none} none; the number is that of the accounts`,
    ...(rows.some(({ own }) => !own)
      ? ['    ? the source does not say whose it is: these are in it, perhaps only beside somebody else']
      : []),
    ...(silences === 0 ? [] : [`    ${left} left out: days that are empty against an account's own rhythm`]),
  ];
}

/** The years that rows have days in; far ends of open declarations are no reason to draw millennia. */
function drawnDays(rows: readonly Row[]): DayRange | null {
  return hull(
    rows.flatMap(({ declared, active }) => [...declared, ...active]).filter(({ from, to }) => to - from < 366_000),
  );
}

/** Lines of the calendar; none where nothing is covered. @param width columns of the terminal; null: none */
export function calendarLines(calendar: CoverageCalendar, width: number | null): Line[] {
  const rows = rowsOf(calendar);
  const days = drawnDays(rows);
  if (days === null) return ['  Coverage: the records cover nothing, so that nothing can be called missing.'];
  const room = width ?? WIDTH;
  const widest = (of: (row: Row) => string): number => Math.max(...rows.map((row) => widthOf(of(row))));
  const [what, count] = [widest((row) => row.what), widest((row) => row.count)];
  const label = Math.min(
    LABEL,
    widest((row) => row.label),
    Math.max(SHORTEST, room - 8 - what - count),
  );
  const before = 4 + label + 2 + what + 2 + count + 2;
  const beside = room - before >= NARROWEST;
  const scale = scaleOf(days, beside ? room - before : Math.max(1, room - 4));
  const indent = ' '.repeat(beside ? before : 4);
  const head = (row: Row): string =>
    `    ${padTo(cutTo(row.label, label), label)}  ${row.what.padEnd(what)}  ${row.count.padStart(count)}`;
  return [
    ...wrapLines([[span('heading', `  Coverage, ${daysText(days)}, one sign a ${scale.unit}:`)]], width),
    `${indent}${scaleLabels(scale)}`.trimEnd(),
    ...rows.flatMap((row, i): string[] => {
      const strip = stripOf(scale, row);
      const first = head(beside && rows[i - 1]?.label === row.label ? { ...row, label: '' } : row);
      return beside ? [`${first}  ${strip}`] : [first, `    ${strip}`];
    }),
    ...wrapLines(legend(calendar.records), width),
  ];
}

function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

const rangesJson = (ranges: readonly DayRange[]): Json => ranges.map(({ from, to }) => [dayText(from), dayText(to)]);

/** What one source covers, by channel; a source of disclosures by audience, all such sources together. */
export function calendarJson({ records, disclosures }: CoverageCalendar, path: string, side: string | null): Json {
  if (side === 'disclosed')
    return disclosures.map(({ audience, parties, declared }) => ({
      audience,
      parties,
      declared: rangesJson(declared),
    }));
  return records
    .filter(({ source }) => (source ?? DECLARED_PATH) === path)
    .map(({ channel, accounts, own, declared, active, silences }) => ({
      channel,
      accounts,
      own,
      declared: rangesJson(declared),
      active: rangesJson(active),
      silences,
    }));
}
