/** How much of one text another one holds. */

/** A text in the form in which copies compare equal: its words, without regard to case or line breaks. */
export function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase().trim();
  return folded === '' ? [] : folded.split(/\s+/);
}

/** Words in a shingle (Broder 1997 takes this many for near-duplicates of documents). */
const SHINGLE = 5;

/** Distinct shingles of some words: every run of five. */
function shinglesOf(words: readonly string[]): Set<string> {
  const out = new Set<string>();
  for (let i = 0; i + SHINGLE <= words.length; i++) out.add(words.slice(i, i + SHINGLE).join(' '));
  return out;
}

/**
 * Containment of the shorter text in the longer: |A∩B| / min(|A|,|B|) over word 5-shingles (Broder 1997).
 * @returns 0 … 1; 0 where either has fewer than five words
 */
function containment(a: readonly string[], b: readonly string[]): number {
  const [small, large] = [shinglesOf(a), shinglesOf(b)].sort((x, y) => x.size - y.size) as [Set<string>, Set<string>];
  if (small.size === 0) return 0;
  let both = 0;
  for (const shingle of small) if (large.has(shingle)) both++;
  return both / small.size;
}

/**
 * Whether two texts are copies of one: equal, or the shorter one held by the longer up to a footer or a disclaimer.
 * @param share least containment
 * @param shortest texts of fewer words must be equal: a few words are in anything
 */
export function sameText(a: readonly string[], b: readonly string[], share: number, shortest: number): boolean {
  if (Math.min(a.length, b.length) < shortest) return a.length === b.length && a.every((word, i) => word === b[i]);
  return containment(a, b) >= share;
}
