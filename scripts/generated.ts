/** Every file of the project that is made from its code: written by `npm run docs`, compared by a test. */
import { jsonSchemas } from '../src/case/schemas.ts';
import { COMMANDS } from '../src/cli/commands.ts';
import { DETECTORS } from '../src/detectors/list.ts';
import { FORMATS } from '../src/formats/list.ts';
import { TEMPLATES } from '../src/formats/templates/list.ts';
import { cliPage } from './cli-page.ts';
import { detectorsPage } from './detectors-page.ts';
import { formatsPage } from './formats-page.ts';

/**
 * Makes all of them.
 * @returns path from the project's root → text, in order of the paths
 */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  const commands = await Promise.all(COMMANDS.map(async ({ load }) => (await load()).command));
  const schemas = Object.entries(jsonSchemas()).map(
    ([name, schema]) => [`schemas/${name}`, `${JSON.stringify(schema, null, 2)}\n`] as const,
  );
  return new Map<string, string>([
    ['docs/cli.md', cliPage(commands)],
    ['docs/detectors.md', detectorsPage(DETECTORS)],
    ['docs/formats.md', formatsPage(FORMATS, TEMPLATES)],
    ...schemas.sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}
