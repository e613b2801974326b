/** Bare names and display names, folded so that spellings of one name compare equal. */
import anyAscii from 'any-ascii';

/**
 * A text in ASCII: NFKC, then every script by its sound. The case of letters stays.
 * @param raw in any script
 */
export function asciiText(raw: string): string {
  return anyAscii(raw.normalize('NFKC'));
}

/**
 * Folds a name: NFKC, accents and scripts to ASCII, lower case, `Last, First` turned round, titles kept (they tell two
 * people apart), punctuation to single spaces. "O'Brien, Áine" gives "aine obrien".
 * @returns the folded name; '' when nothing is left
 */
export function foldName(raw: string): string {
  const text = asciiText(raw).toLowerCase().replace(/\s+/g, ' ').trim();
  const comma = /^([^,]+),\s*([^,]+)$/.exec(text);
  const turned = comma === null || isSuffix(comma[2]!) ? text : `${comma[2]} ${comma[1]}`;
  return turned
    .replace(/['`"]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** What may follow a comma without being a first name. */
function isSuffix(text: string): boolean {
  return /^(jr|sr|ii|iii|iv|md|m\.d|phd|ph\.d|esq|kc|qc|mp|mep|ltd|inc|llc|llp|plc|gmbh|ag|ab|sa|co)\.?$/.test(text);
}

/** Whether a folded name has one word only; such a name never joins people (design, 4.6). */
export function isSingleWord(folded: string): boolean {
  return !folded.includes(' ');
}
