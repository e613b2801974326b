/** One date as tables write it, by the forms that a template lists. */
import { isRealTime } from '../../../model/time.ts';
import type { DateForm } from '../../templates/template.ts';
import { foldText } from '../fold.ts';
import { isFiller, monthNamed } from './months.ts';

/** A day, or less of one: what the text leaves out is null. */
export interface Day {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** How dates of one column are read. */
export interface DateRules {
  readonly forms: readonly DateForm[];
  /** Whether the day or the month comes first in dates of numbers alone; both where nothing decides. */
  readonly order: 'day first' | 'month first' | 'either';
  /** See Template.pivot. */
  readonly pivot: number;
}

/** Quarter of a year: its first month, and whether the text named a quarter. */
export interface FoundDay extends Day {
  readonly quarter: boolean;
}

const S = String.raw`\s*[-/. ]\s*`;
const Y = String.raw`(\d{4}|\d{2})`;
const M = '#(\\d+)#';
/** Between a number and a month's name. */
const N = "[-/., ']*";

type Parts = readonly ('y' | 'm' | 'd' | 'q')[];

/** How each form is written, after {@link canonical}. A group for each part. */
const SHAPES: Readonly<{ [form in DateForm]?: readonly (readonly [RegExp, Parts])[] }> = {
  'Y-M-D': [
    [new RegExp(`^(\\d{4})${S}(\\d{1,2})${S}(\\d{1,2})$`), ['y', 'm', 'd']],
    [/^(\d{4})(\d{2})(\d{2})$/, ['y', 'm', 'd']],
    [new RegExp(`^(\\d{4})${N}${M}${N}(\\d{1,2})$`), ['y', 'm', 'd']],
  ],
  'D/M/Y': [[new RegExp(`^(\\d{1,2})${S}(\\d{1,2})${S}${Y}$`), ['d', 'm', 'y']]],
  'M/D/Y': [[new RegExp(`^(\\d{1,2})${S}(\\d{1,2})${S}${Y}$`), ['m', 'd', 'y']]],
  'D/M': [[new RegExp(`^(\\d{1,2})${S}(\\d{1,2})$`), ['d', 'm']]],
  'M/D': [[new RegExp(`^(\\d{1,2})${S}(\\d{1,2})$`), ['m', 'd']]],
  'D MMM Y': [[new RegExp(`^(\\d{1,2})${N}${M}${N}${Y}$`), ['d', 'm', 'y']]],
  'MMM D Y': [[new RegExp(`^${M}[-/. ]*(\\d{1,2})[-/, ]+${Y}$`), ['m', 'd', 'y']]],
  'D MMM': [[new RegExp(`^(\\d{1,2})${N}${M}$`), ['d', 'm']]],
  'MMM D': [[new RegExp(`^${M}[. ]*(\\d{1,2})$`), ['m', 'd']]],
  'MMM Y': [
    [new RegExp(`^${M}${N}(\\d{4})$`), ['m', 'y']],
    [new RegExp(`^(\\d{4})${N}${M}$`), ['y', 'm']],
  ],
  'MMM-YY': [[new RegExp(`^${M}\\s*(?:[-/]\\s*'?|')(\\d{2})$`), ['m', 'y']]],
  'MMM YY': [[new RegExp(`^${M}[. ]*(\\d{2})$`), ['m', 'y']]],
  'M/Y': [
    [/^(\d{1,2})[-/.](\d{4})$/, ['m', 'y']],
    [/^(\d{4})[-/.](\d{1,2})$/, ['y', 'm']],
  ],
  MMM: [[new RegExp(`^${M}$`), ['m']]],
  'Q Y': [
    [/^q ?([1-4])[-/., ]*(\d{4})$/, ['q', 'y']],
    [/^([1-4])[. ]*q[-/., ]*(\d{4})$/, ['q', 'y']],
    [/^(\d{4})[-/., ]*q ?([1-4])$/, ['y', 'q']],
  ],
  Y: [[/^(\d{4})$/, ['y']]],
};

const SWAPPED: Readonly<{ [form in DateForm]?: DateForm }> = {
  'D/M/Y': 'M/D/Y',
  'M/D/Y': 'D/M/Y',
  'D/M': 'M/D',
  'M/D': 'D/M',
};

/**
 * A date's text in one spelling: lower case, no accents, months as #7#, `to` and dashes as -, `and` as &, days of the week and
 * ordinal endings gone.
 */
export function canonical(text: string): string {
  return foldText(text)
    .replaceAll('#', ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(\d)(?:st|nd|rd|th|er|eme|e|o)\b/g, '$1')
    .replace(/\p{L}+/gu, (word) => canonicalWord(word))
    .replace(/\s+/g, ' ')
    .replace(/#\./g, '#')
    .replace(/^[\s,.;:-]+|[\s,.;:-]+$/g, '');
}

function canonicalWord(word: string): string {
  const month = monthNamed(word);
  if (month !== undefined) return `#${month}#`;
  if (isFiller(word)) return ' ';
  if (/^(to|till|until|through|bis|au|al|a|til|tot)$/.test(word)) return ' - ';
  if (/^(and|und|et|y|e|en|og|och|i)$/.test(word)) return ' & ';
  if (/^(quarter|qtr|quartal|trimestre|trimester|kwartaal|kvartal)$/.test(word)) return 'q';
  return word;
}

/**
 * Reads one date.
 * @param text as {@link canonical} gives it
 * @returns none where no form fits, two where the order of day and month is not decided and makes a difference
 */
export function readDay(text: string, rules: DateRules): FoundDay[] {
  for (const form of rules.forms) {
    const swapped = SWAPPED[form];
    const forms = swapped === undefined ? [form] : ordered(form, swapped, rules);
    const found = forms.flatMap((f) => byForm(text, f, rules.pivot) ?? []);
    const [first, second] = found;
    if (first === undefined) continue;
    return second === undefined || (first.day === second.day && first.month === second.month) ? [first] : found;
  }
  return [];
}

/** The forms of numbers alone that may be meant by one of a template's. */
function ordered(form: DateForm, swapped: DateForm, rules: DateRules): DateForm[] {
  if (!rules.forms.includes(swapped)) return [form];
  const dayFirst = form.startsWith('D') ? form : swapped;
  const monthFirst = form.startsWith('D') ? swapped : form;
  if (rules.order === 'either') return [dayFirst, monthFirst];
  return [rules.order === 'day first' ? dayFirst : monthFirst];
}

function byForm(text: string, form: DateForm, pivot: number): FoundDay | null {
  for (const [shape, parts] of SHAPES[form] ?? []) {
    const match = shape.exec(text);
    if (match === null) continue;
    const value = (part: 'y' | 'm' | 'd' | 'q'): string | undefined => match[parts.indexOf(part) + 1];
    const numbers = parts.includes('q') ? Number(value('q')) * 3 - 2 : Number(value('m'));
    const found: FoundDay = {
      year: parts.includes('y') ? yearOf(value('y')!, pivot) : null,
      month: parts.includes('q') || parts.includes('m') ? numbers : null,
      day: parts.includes('d') ? Number(value('d')) : null,
      quarter: parts.includes('q'),
    };
    if (exists(found)) return found;
  }
  return null;
}

function yearOf(digits: string, pivot: number): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < pivot ? 2000 + year : 1900 + year;
}

/** Whether there is such a day; 29 February of an unknown year is one. */
export function exists({ year, month, day }: Day): boolean {
  if (year !== null && (year < 1800 || year > 2200)) return false;
  const local = { year: year ?? 2000, month: month ?? 1, day: day ?? 1, hour: 0, minute: 0, second: 0 };
  return isRealTime(local);
}
