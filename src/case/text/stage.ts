/** The stage of the text: which segments a build has, made or kept, and what was read into them. */
import { join } from 'node:path';
import type { PassageCase } from '../citations/passage.ts';
import { type TextPart, textGroups } from './groups.ts';
import { readTextIndex, stretchesOf, type TextSegment, writeTextIndex } from './index-file.ts';
import { readKept } from './kept.ts';
import { isTextWhole, makeText, type TextContext } from './make.ts';
import { passagesInput } from './passages.ts';
import { groupInput, OrderingTable } from './rows.ts';

/**
 * Makes the segments that are not there, and says beside a build which ones are its own.
 * @param parts in the order of the ledger's numbers
 * @param folder of the build
 * @returns its segments, in the order of case.yaml
 * @throws what makeText throws
 */
export async function textStage(
  open: PassageCase,
  parts: readonly TextPart[],
  folder: string,
  context: TextContext,
): Promise<readonly TextSegment[]> {
  const groups = textGroups(parts);
  const passages = await passagesInput(open);
  const table = new OrderingTable(context.threads, context.spool);
  try {
    const inputs = groups.map((group) => groupInput(group, table));
    await makeText(passages === null ? inputs : [...inputs, passages], context);
  } finally {
    await table.close();
  }
  const segment = (name: string, entry: number | null, stretches: TextSegment['stretches']): TextSegment => {
    const { indexed, tally } = readKept(join(context.folder, name))!;
    return { name, entry, stretches, indexed, tally };
  };
  // Passages are the first records behind those of the parts.
  const base = parts.reduce((sum, part) => sum + part.segment.records, 0);
  const segments = [
    ...groups.map((group) => segment(group.name, group.parts[0]!.unit.entry, stretchesOf(group, parts))),
    ...(passages === null ? [] : [segment(passages.name, null, [{ base, count: passages.records }])]),
  ];
  writeTextIndex(folder, segments);
  return segments;
}

/** Whether the text of a build is there and whole, as far as names and lengths of files show. @param folder of the build */
export function isBuildTextWhole(folder: string, segments: string): boolean {
  const index = readTextIndex(folder);
  return index?.segments.every(({ name }) => isTextWhole(join(segments, name))) ?? false;
}
