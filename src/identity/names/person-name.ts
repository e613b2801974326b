/** Names of persons, taken apart: "van der Berg, Anna M." and "Dr. Anna Maria van der Berg, PhD" have the same parts. */
import { asciiText } from '../name.ts';
import { DEGREES, GENERATIONS, NO_NAMES, PARTICLES, TITLES } from './words.ts';

/** All parts folded: ASCII, lower case, letters and single spaces. */
export interface PersonName {
  /** First given name, or its initial; '' where it was left out and others were not. */
  readonly given: string;
  /** Other given names and initials, in order. */
  readonly middle: readonly string[];
  readonly family: string;
  /** jr, sr, ii …; '' without one. It tells two people of one name apart. */
  readonly generation: string;
}

/** Longer than any name that is one: nothing is taken apart. */
const LONGEST = 120;
const MOST_WORDS = 8;

/**
 * What mail programs add to a name: a Notes path (Dirk Bolverk/OSL/VB@VB), an address, a bracketed department, a quoted
 * nickname, "on behalf of".
 */
function bare(raw: string): string {
  return raw
    .replace(/^.*\bon behalf of\b/i, '')
    .replace(/\/[^,]*$/, '')
    .replace(/[<([{].*?[>)\]}]/g, ' ')
    .replace(/\s["'‘’“”][^"'‘’“”]+["'‘’“”]\s/g, ' ')
    .replace(/["“”]/g, '')
    .replace(/^\s*'(.*)'\s*$/, '$1');
}

/** Words of a folded text; hyphens join. */
function wordsOf(text: string): string[] {
  return text
    .replace(/['’`]/g, '')
    .replace(/-/g, ' ')
    .replace(/[^a-z0-9 ]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '');
}

const isInitial = (word: string): boolean => word.length === 1;

/** Without titles before and degrees behind; the generation is kept apart. */
function stripped(words: readonly string[]): { words: string[]; generation: string } {
  let rest = [...words];
  while (rest.length > 2 && TITLES.has(rest[0]!)) rest = rest.slice(1);
  let generation = '';
  for (;;) {
    const last = rest.at(-1);
    if (last === undefined || rest.length < 2) break;
    if (GENERATIONS.has(last) && rest.length > 2) generation = last;
    else if (!DEGREES.has(last)) break;
    rest = rest.slice(0, -1);
  }
  return { words: rest, generation: generation.replace('junior', 'jr').replace('senior', 'sr') };
}

/** Where the family name begins: at its first particle, else at the last word. */
function familyAt(words: readonly string[]): number {
  let at = words.length - 1;
  while (at > 1 && PARTICLES.has(words[at - 1]!) && !isInitial(words[at - 1]!)) at--;
  return at;
}

function fromOrder(words: readonly string[], generation: string): PersonName | null {
  if (words.length < 2 || (words.length === 2 && TITLES.has(words[0]!))) return null;
  // "Smith J": who writes the initial behind writes the family name first.
  const turned = words.length === 2 && isInitial(words[1]!) ? [words[1]!, words[0]!] : words;
  const at = familyAt(turned);
  const family = turned.slice(at).join(' ');
  return isInitial(family) ? null : { given: turned[0]!, middle: turned.slice(1, at), family, generation };
}

/** "Family, Given": unless what follows the comma are suffixes only. */
function fromComma(before: readonly string[], after: readonly string[]): PersonName | null {
  const tail = stripped(after);
  const named = tail.words.filter((word) => !GENERATIONS.has(word) && !DEGREES.has(word));
  const behind = tail.words.find((word) => GENERATIONS.has(word)) ?? '';
  const head = stripped(before);
  const generation = head.generation || tail.generation || behind;
  if (named.length === 0) return fromOrder(head.words, generation);
  const [given, ...middle] = named;
  const family = head.words.join(' ');
  return family === '' || isInitial(family) ? null : { given: given!, middle, family, generation };
}

/**
 * Takes a name of a person apart.
 * @param raw as written, such as a display name
 * @returns null for an address, a single word, digits, what is too long to be a name, and names of offices, lists and companies
 */
export function personName(raw: string): PersonName | null {
  if (raw.length > LONGEST) return null;
  const text = asciiText(bare(raw)).toLowerCase();
  if (text.includes('@') || /\d/.test(text)) return null;
  const [before = '', ...after] = text.split(',');
  const head = wordsOf(before);
  const tail = wordsOf(after.join(' '));
  if ([...head, ...tail].some((word) => NO_NAMES.has(word))) return null;
  if (head.length + tail.length < 2 || head.length + tail.length > MOST_WORDS) return null;
  if (after.length > 0 && head.length > 0) return fromComma(head, tail);
  const { words, generation } = stripped(head);
  return fromOrder(words, generation);
}

/** The parts as one text. */
export function nameText({ given, middle, family, generation }: PersonName): string {
  return [given, ...middle, family, generation].filter((part) => part !== '').join(' ');
}
