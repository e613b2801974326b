/** Several parties in one cell. */
import type { Split } from '../../templates/template.ts';

/** What may follow a comma and belongs to the name before it. */
const SUFFIX =
  /^(jr|sr|ii|iii|iv|md|m\.d|phd|ph\.d|dphil|esq|qc|kc|mp|mep|msp|dl|cbe|obe|mbe|kbe|dbe|ltd|limited|inc|incorporated|llc|llp|lp|plc|gmbh|ag|kg|ab|as|oy|sa|s\.a|spa|s\.p\.a|srl|nv|n\.v|bv|b\.v|co|corp|corporation|pty)\.?(?=$|[\s(])/i;

/** Whole names: at least two words, each with a capital or one of the particles of names. */
const WHOLE_NAME =
  /^(?:(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|da|di|von|van|der|den|bin|al|la|le)\s+)+\p{Lu}[\p{L}\p{M}.'’-]*$/u;

/** A name turned round: `Smith, John`, `de la Cruz, Ana M.` */
const LAST_FIRST =
  /^(?:(?:de|da|di|von|van|der|la|le)\s+)*\p{Lu}[\p{L}\p{M}'’-]+(?:\s+\p{Lu}[\p{L}\p{M}'’-]+)?,\s*\p{Lu}[\p{L}\p{M}'’-]*\.?(?:\s+(?:\p{Lu}\.?|\p{Lu}[\p{L}\p{M}'’-]+))?$/u;

/**
 * Splits a cell into its parties.
 * @param text of the cell
 * @returns trimmed, without empty ones, in order; names that were written `Last, First` stay so
 */
export function splitParties(text: string, split: Split): string[] {
  const held = shield(text, split.keep ?? []);
  const strong = split.at.filter((mark) => mark === ';' || mark === '|' || mark === 'newline');
  const lines = cut(held, strong.length === 0 ? [] : strong.map(patternOf));
  const many = lines.length > 1;
  const parts = lines.flatMap((line) => cut(line, split.at.includes('/') ? [/\s\/\s?|\s?\/\s/g] : []));
  const commas = parts.flatMap((part) =>
    split.at.includes(',') ? splitCommas(part, split.lastFirst ?? false, many) : [part],
  );
  const names = split.at.includes('and') ? commas.flatMap(splitAnd) : commas;
  return names.map((name) => unshield(name).trim()).filter((name) => name !== '');
}

function patternOf(mark: string): RegExp {
  return mark === 'newline' ? /[\r\n]+/g : mark === '|' ? /\|/g : /;/g;
}

function cut(text: string, marks: readonly RegExp[]): string[] {
  let parts = [text];
  for (const mark of marks) parts = parts.flatMap((part) => part.split(mark));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** @param many whether something stronger than commas separates the names of the cell */
function splitCommas(text: string, lastFirst: boolean, many: boolean): string[] {
  const colon = /^(.{3,}?):\s+(?=.)/s.exec(text);
  if (colon !== null) {
    return [...splitCommas(colon[1]!, lastFirst, true), ...splitCommas(text.slice(colon[0].length), lastFirst, many)];
  }
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const pair = parts.join(', ');
  if (lastFirst && parts.length === 2 && pair.split(/\s+/).length <= 3 && LAST_FIRST.test(pair)) return [pair];
  if (lastFirst && parts.length > 2 && parts.length % 2 === 0 && parts.every(isOneWord)) return pairs(parts);
  return parts.reduce<string[]>((names, part) => {
    const last = names.at(-1);
    if (last !== undefined && SUFFIX.test(part)) names[names.length - 1] = `${last}, ${part}`;
    else names.push(part);
    return names;
  }, []);
}

function isOneWord(part: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’-]*\.?(?:\s\p{Lu}\.?)?$/u.test(part);
}

/** Smith, John, Doe, Jane: single words throughout are last and first names in turn. */
function pairs(parts: readonly string[]): string[] {
  return parts.filter((_, i) => i % 2 === 0).map((last, i) => `${last}, ${parts[2 * i + 1]}`);
}

/** At `and` and `&` where whole names stand on both sides; Smith & Sons, Health and Safety Executive stay whole. */
function splitAnd(text: string): string[] {
  const parts = text.split(/\s+(?:and|&|und|et|y|och|og)\s+/);
  const whole = parts.length > 1 && parts.every((part) => WHOLE_NAME.test(part.replace(/\s*[([].*?[)\]]/g, '').trim()));
  return whole ? parts : [text];
}

/** What separates parties, and the private characters that stand for it inside brackets and quotes. */
const MARKS = ',;/|\n\r: ';
const PRIVATE = '\uf8e0\uf8e1\uf8e2\uf8e3\uf8e4\uf8e5\uf8e6\uf8e7';

/** Hides the separators in brackets, in quotation marks, and in what is to be kept. */
function shield(text: string, keep: readonly string[]): string {
  const kept = keep.map((pattern) => new RegExp(pattern, 'giu'));
  const hide = (part: string): string => part.replace(/[,;/|\n\r: ]/g, (mark) => PRIVATE[MARKS.indexOf(mark)]!);
  const brackets = /\([^()]*\)|\[[^[\]]*\]|“[^“”]*”|«[^«»]*»|"[^"]*"/g;
  return kept.reduce((held, pattern) => held.replace(pattern, hide), text.replace(brackets, hide));
}

function unshield(text: string): string {
  return text.replace(/[\uf8e0-\uf8e7]/g, (mark) => MARKS[PRIVATE.indexOf(mark)]!);
}
