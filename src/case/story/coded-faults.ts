/** What case files quote by hand, looked up again: told counts, statements, and the sentences of a story. */
import { type PassageCase, passagesOf } from '../citations/passage.ts';
import { CaseError } from '../error.ts';
import { countName } from '../told/compare.ts';
import { storyText } from './text.ts';

/**
 * Quoted words that do not stand where reports.yaml (its counts), statements.yaml and story.yaml have them, and files that
 * are others than were coded. A passage whose file the case does not hold is no fault: nobody can say what stands there.
 * @returns one line each
 */
export async function codedFaults(open: PassageCase): Promise<string[]> {
  const { reports, statements, story } = open.files;
  const cited = [
    ...reports.counts.map((entry, i) => ({ where: entry.where, name: `reports.yaml, ${countName(entry, i)}` })),
    ...statements.statements.map(({ where, id }) => ({ where, name: `statements.yaml, ${id}` })),
  ].flatMap(({ where, name }) => (where === undefined ? [] : [{ where, name }]));
  const passages = await passagesOf(
    open,
    cited.map(({ where }) => where),
  );
  const faults = passages.flatMap(({ file, problems }, i) =>
    file === null ? [] : problems.map(({ message }) => `${cited[i]!.name}: ${message}`),
  );
  return [...faults, ...(story.path === null ? [] : storyFaults(open, { ...story, path: story.path }))];
}

function storyFaults(open: PassageCase, story: Parameters<typeof storyText>[1]): string[] {
  try {
    storyText(open, story);
    return [];
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return error.message.split('\n').filter((line) => !line.startsWith(' '));
  }
}
