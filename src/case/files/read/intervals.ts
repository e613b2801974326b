/** Every map with `from` and `to` is a period, in whichever file: none may end before it begins. */
import { keyText, type Mistake, shown } from '../mistake.ts';
import { parseDay } from '../words/day.ts';
import type { Names } from '../words/names.ts';
import { rawMaps, rawText } from './raw.ts';
import type { Tree } from './yaml.ts';

/**
 * Periods that end before they begin. Coarse ends are given every benefit: 2030-05 to 2030-05-03 is a period.
 * @returns one mistake for each, at its `from`
 */
export function intervalMistakes(tree: Tree, names: Names): Mistake[] {
  const mistakes: Mistake[] = [];
  for (const { map, path } of rawMaps(tree.value)) {
    const [from, to] = [rawText(map.from), rawText(map.to)];
    if (from === null || to === null) continue;
    const [begin, end] = [parseDay(names.events.get(from) ?? from), parseDay(names.events.get(to) ?? to)];
    if (begin === null || end === null || begin.first <= end.last) continue;
    mistakes.push({
      file: tree.file,
      ...tree.at([...path, 'from']),
      key: keyText([...path, 'from']),
      message: `is after to: ${dated(from, begin.first)} > ${dated(to, end.last)}`,
      advice: 'exchange the two, or correct one',
    });
  }
  return mistakes;
}

function dated(written: string, day: string): string {
  return /^\d/.test(written) ? written : `${shown(written)} (${day})`;
}
