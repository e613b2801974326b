/**
 * Makes the index of the words of a built case anew, with everything else kept. Compiled, as users have it. Argument: a
 * case folder.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tell, timed } from './timed.ts';

const compiled = (path: string): string => pathToFileURL(join(import.meta.dirname, '..', '..', 'dist', path)).href;
const { buildCase } = (await import(compiled('case/build.js'))) as typeof import('../../src/case/build.ts');
const { ledgerFolder } = (await import(
  compiled('case/build/folder.js')
)) as typeof import('../../src/case/build/folder.ts');

const [, , folder = ''] = process.argv;
const { text } = ledgerFolder(folder);
rmSync(text, { recursive: true, force: true });
const { unchanged } = await timed('text', () => buildCase(folder));
if (!unchanged) throw new Error('more than the index was made');

let characters = 0;
for (const name of readdirSync(text, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('manifest.json')) continue;
  const { shards } = JSON.parse(readFileSync(join(text, name), 'utf8')) as { shards: { characters: number }[] };
  for (const shard of shards) characters += shard.characters;
}
tell(`${characters} characters of text`);
