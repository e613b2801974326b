/** Whether two identifiers prefer the same counterparts. */

/** ln Γ(a + n) / Γ(a), for whole n. */
function rising(a: number, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.log(a + i);
  return sum;
}

/**
 * By how many bits what the new one began with each counterpart is likelier with the old one's habits than without any: the
 * Bayes factor of two Dirichlet-multinomial distributions (Minka 2000), one with the old one's numbers added, both with one
 * contact each beforehand. Below zero where their preferences differ; 0 where either began nothing.
 * @param late, early contacts with each counterpart, whole numbers
 */
export function habitOf(late: readonly number[], early: readonly number[]): number {
  const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
  const each = early.reduce((all, n, i) => all + rising(1 + late[i]!, n) - rising(1, n), 0);
  const [known, all] = [sum(late), sum(early)];
  return (each - rising(early.length + known, all) + rising(early.length, all)) / Math.LN2;
}
