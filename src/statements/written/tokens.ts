/** The words of a written claim with their places. */

/** A word, a comma, or a text in double quotes. */
export interface Token {
  /** As written, quotes taken off. */
  readonly text: string;
  /** First character in the claim, UTF-16 units, and how many; quotes belong to it. */
  readonly at: number;
  readonly length: number;
  readonly kind: 'word' | 'comma' | 'quoted';
}

/** Quotes of several countries; a text in quotes is a name and never a word of the grammar. */
const TOKEN = /"([^"]*)"|[“„]([^”“]*)[”“]|«([^»]*)»|[,;]|[^\s,;"“”„«»]+/gu;

/**
 * Cuts a claim into its words. A full stop at its end is no part of the last one. A quote that nothing closes is passed
 * over, so that what follows it is read as words.
 */
export function tokensOf(claim: string): Token[] {
  const tokens = [...claim.matchAll(TOKEN)].map((match): Token => {
    const [whole] = match;
    const quoted = match[1] ?? match[2] ?? match[3];
    const kind = quoted !== undefined ? 'quoted' : whole === ',' || whole === ';' ? 'comma' : 'word';
    return { text: (quoted ?? whole).trim(), at: match.index, length: whole.length, kind };
  });
  const last = tokens.at(-1);
  if (last?.kind !== 'word' || !/[.!]$/.test(last.text)) return tokens;
  const text = last.text.replace(/[.!]+$/, '');
  return text === '' ? tokens.slice(0, -1) : [...tokens.slice(0, -1), { ...last, text, length: text.length }];
}
