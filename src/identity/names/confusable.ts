/** Addresses and names that are written to be taken for others (Unicode Technical Standard 39). */
import { asciiText } from '../name.ts';

/** What is taken for what in ASCII itself, after everything else was brought there. */
const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/[0]/g, 'o'],
  [/[1|!]/g, 'l'],
  [/[5]/g, 's'],
  [/i/g, 'l'],
];

/** Cyrillic and Greek letters that look like Latin ones, as any-ascii would not write them: it goes by sound. */
const SHAPES: { readonly [letter: string]: string } = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  ѕ: 's',
  і: 'i',
  ј: 'j',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
};

/**
 * A skeleton: two texts with the same one look alike. Different texts with one skeleton are worth a warning, nothing more.
 * @param text an address or a name
 */
export function skeletonOf(text: string): string {
  const shaped = [...text.normalize('NFKC').toLowerCase()].map((letter) => SHAPES[letter] ?? letter).join('');
  return LOOKALIKES.reduce((seen, [shape, is]) => seen.replace(shape, is), asciiText(shaped).toLowerCase());
}

/** Whether a text mixes letters of scripts that look alike, as no language does in one word. */
export function mixesScripts(text: string): boolean {
  return text
    .split(/[^\p{L}]+/u)
    .some(
      (word) =>
        [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u].filter((s) => s.test(word)).length > 1,
    );
}
