/** Whether two identifiers are used at the same hours. */

/** Cosine of two lists of counts; 1 where one is empty: then nothing is known. */
export function likeRhythm(a: readonly number[], b: readonly number[]): number {
  let [product, x, y] = [0, 0, 0];
  for (const [i, count] of a.entries()) {
    product += count * (b[i] ?? 0);
    x += count * count;
    y += (b[i] ?? 0) ** 2;
  }
  return x === 0 || y === 0 ? 1 : product / Math.sqrt(x * y);
}
