/** How near the ends of a link came: what took place between them, what they only saw, what was only planned or tried. */
import { DIRECTNESS, type Directness } from '../../../model/definition.ts';

const NEARNESS: Readonly<{ [directness in Directness]: 0 | 1 | 2 }> = {
  direct: 0,
  blind: 0,
  attended: 0,
  copied: 1,
  audience: 1,
  scheduled: 2,
  attempted: 2,
};

/**
 * SQL for the nearness of a link, 0 nearest.
 * @param column SQL of its directness
 */
export function nearness(column: string): string {
  const of = (near: number): string =>
    DIRECTNESS.flatMap((word, place) => (NEARNESS[word] === near ? [place] : [])).join(', ');
  return `(case when ${column} in (${of(0)}) then 0 when ${column} in (${of(1)}) then 1 else 2 end)::utinyint`;
}
