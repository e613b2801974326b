/** How long something took, as tables write it. */
import { foldText } from '../fold.ts';

export type DurationUnit = 'seconds' | 'minutes' | 'hours' | 'milliseconds';
export type TwoParts = 'mm:ss' | 'hh:mm';

const UNIT_SECONDS: Readonly<{ [unit in DurationUnit]: number }> = {
  milliseconds: 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3600,
};

/** Seconds of a written unit. */
const WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(ms|millis|milliseconds?|msec)$/, 0.001],
  [/^(s|secs?|seconds?|sek|sekunden?|segundos?|secondes?)$/, 1],
  [/^(m|mins?|minutes?|minuten?|minutos?|minuti)$/, 60],
  [/^(h|hrs?|hours?|std|stunden?|horas?|heures?|ore)$/, 3600],
];

/** The most that a column of integers holds: 68 years. */
const MOST = 2_147_483_647;

/** What a text says about a length: its seconds, or what would have to be known to say so. */
export type DurationReading =
  | { readonly seconds: number }
  | { readonly lacks: 'unit'; readonly value: number }
  | { readonly lacks: 'parts'; readonly first: number; readonly second: number }
  | null;

/**
 * Reads a length of time: 00:05:30, 5:30, 330, 5 min 30 s, PT5M30S.
 * @param unit of plain numbers; null when unknown
 * @param parts meaning of two parts; null when unknown
 * @returns seconds, rounded; null for what is none
 */
export function readDuration(text: string, unit: DurationUnit | null, parts: TwoParts | null): DurationReading {
  const plain = foldText(text);
  const clock = /^(\d{1,5}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?$/.exec(plain);
  if (clock !== null) return byClock(clock, parts);
  const number = /^\d{1,12}(?:[.,]\d+)?$/.exec(plain);
  if (number !== null) {
    const value = Number(plain.replace(',', '.'));
    return unit === null ? { lacks: 'unit', value } : inSeconds(value * UNIT_SECONDS[unit]);
  }
  return byWords(plain);
}

function byClock(match: RegExpExecArray, parts: TwoParts | null): DurationReading {
  const first = Number(match[1]);
  const second = Number(match[2]);
  if (second > 59) return null;
  if (match[3] !== undefined) {
    return Number(match[3]) > 59 ? null : inSeconds(first * 3600 + second * 60 + Number(match[3]));
  }
  if (parts === null) return { lacks: 'parts', first, second };
  return inSeconds(parts === 'mm:ss' ? first * 60 + second : first * 3600 + second * 60);
}

/** 5 min 30 s; ISO 8601 durations without days have the same order, PT before it and no spaces. */
function byWords(plain: string): DurationReading {
  const text = plain.replace(/^pt(?=\d)/, '');
  let seconds = 0;
  const rest = text.replace(/(\d+(?:[.,]\d+)?) ?([a-z]+)\.?(?=[\s\d,&]|$)/g, (whole, number: string, word: string) => {
    const known = WORDS.find(([pattern]) => pattern.test(word));
    if (known === undefined) return whole;
    seconds += Number(number.replace(',', '.')) * known[1];
    return '';
  });
  return rest === text || /[\p{L}\p{N}]/u.test(rest.replace(/\band\b/g, '')) ? null : inSeconds(seconds);
}

function inSeconds(seconds: number): DurationReading {
  const rounded = Math.round(seconds);
  return rounded > MOST ? null : { seconds: rounded };
}

/** The unit that the words of a header name: `Duration (min)`, call_duration_sec. */
export function unitOfHeader(header: string): DurationUnit | null {
  const words = foldText(header.replace(/([a-z])([A-Z])/g, '$1 $2')).split(/[^a-z]+/);
  const of = (pattern: RegExp): boolean => words.some((word) => word.length > 0 && pattern.test(word));
  if (of(WORDS[0]![0])) return 'milliseconds';
  if (of(WORDS[1]![0])) return 'seconds';
  if (of(WORDS[2]![0])) return 'minutes';
  return of(WORDS[3]![0]) ? 'hours' : null;
}
