/** The nearest of some known words to one that is not known, for advice. */

/**
 * Edits that turn one word into the other: insertions, deletions, changes, and exchanges of neighbours, each 1
 * (optimal string alignment; Damerau 1964).
 * @param limit give up beyond this many and answer limit + 1
 */
function edits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let older: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, older[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    older = above;
    above = row;
  }
  return above[b.length]!;
}

/** Letters and digits only, lower case: told-by, toldBy and told_by are one word. */
function bare(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The known word that somebody most likely meant.
 * @param word as written
 * @param known the words that are right
 * @returns the one with the fewest edits, at most a third of the word's length; ties go to the first in code-unit order;
 *   null when none is near
 */
export function nearest(word: string, known: Iterable<string>): string | null {
  const wanted = bare(word);
  if (wanted === '' || wanted.length > 100) return null;
  let limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | null = null;
  for (const candidate of known) {
    const distance = edits(wanted, bare(candidate), limit);
    if (distance < limit || (distance === limit && (best === null || candidate < best))) {
      best = candidate;
      limit = distance;
    }
  }
  return best;
}

/** Most words that an advice lists. */
const MOST_LISTED = 12;

/** Some words as text, in the order given: "a, b, c", cut after a dozen. */
export function listed(words: Iterable<string>): string {
  const all = [...words];
  return all.length > MOST_LISTED ? `${all.slice(0, MOST_LISTED).join(', ')}, …` : all.join(', ');
}
