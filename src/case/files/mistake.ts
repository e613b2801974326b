/** A mistake in one of the case folder's own files, and how it is printed. */

/** A value, never an exception: all mistakes of all files are reported at once. */
export interface Mistake {
  /** Name of the file inside the case folder, such as case.yaml. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** Path of the value, such as sources[1].region (list places count from 0); empty for the file as a whole. */
  readonly key: string;
  /** What is wrong; reads on from the key. */
  readonly message: string;
  /** What to write instead. */
  readonly advice: string;
}

/** Longest value that a message repeats, characters. */
const LONGEST_SHOWN = 60;

/**
 * A mistake as two lines of text.
 * @returns such as
 *   case.yaml:9:13  sources[1].region is not a country: "SWE"
 *                   write the two-letter code, here SE
 */
export function formatMistake(m: Mistake): string {
  const place = `${m.file}:${m.line}:${m.column}  `;
  const what = m.key === '' ? m.message : `${m.key} ${m.message}`;
  return `${place}${what}\n${' '.repeat(place.length)}${m.advice}`;
}

/**
 * A value as a message may repeat it: on one line, cut, in quotes where it is text. Control and format characters are
 * escaped, since a case file may come from a stranger and a terminal obeys escape sequences and bidi overrides.
 */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a map';
  if (typeof value !== 'string') return String(value);
  const characters = [...value];
  const cut = characters.length > LONGEST_SHOWN ? `${characters.slice(0, LONGEST_SHOWN).join('')}…` : value;
  return JSON.stringify(cut).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`);
}

/** A path of keys and list places as text: sources[1].region, groups["two words"]. */
export function keyText(path: readonly (string | number)[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[\p{L}\p{N}_-]+$/u.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${shown(step)}]`;
  }
  return text;
}

/** Whether files stand in their usual order, then lines, columns and keys: the order in which mistakes are reported. */
export function compareMistakes(order: readonly string[]): (a: Mistake, b: Mistake) => number {
  return (a, b) =>
    order.indexOf(a.file) - order.indexOf(b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}
