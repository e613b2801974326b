/** Search: first pages over a large built case, and the making of its index by itself. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ledgerFolder } from '../../src/case/build/folder.ts';
import { buildCase } from '../../src/case/build.ts';
import { checkRoom, DATA } from '../data.ts';
import { type Contestant, compare, type Line } from '../measure/series.ts';
import type { Options, Outcome, Suite, Target } from '../suite.ts';
import { mailbox } from './mail.ts';

const SEARCH = fileURLToPath(new URL('../children/search.ts', import.meta.url));
const INDEX = fileURLToPath(new URL('../children/index-text.ts', import.meta.url));
/** More than a message takes in a built case, bytes. */
const ROOM = 12_000;

/** The generated case, built; it stays beside the generated data, and a build that is still good is not made again. */
async function generatedCase(messages: number, say: (text: string) => void): Promise<string> {
  const source = await mailbox(messages);
  const folder = join(DATA, `search-${messages}`);
  if (!existsSync(folder)) checkRoom(messages * ROOM, 'the case to search');
  mkdirSync(join(folder, 'sources'), { recursive: true });
  const lines = [
    'title: A benchmark',
    'asOf: 2031-03-01',
    'zone: UTC',
    'sources:',
    `  - path: ${JSON.stringify(source)}`,
  ];
  writeFileSync(join(folder, 'case.yaml'), `${lines.join('\n')}\n`);
  const { unchanged, seconds } = await buildCase(folder, { clock: () => performance.now() });
  say(unchanged ? 'built before' : `built in ${seconds} s`);
  return folder;
}

/** Bytes of all files below a folder. */
function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function contestant(name: string, items: number, args: readonly string[], outputs: string[]): Contestant {
  return {
    name,
    items,
    prepare: () => ({ command: process.execPath, args }),
    finish: ({ output }) => outputs.push(output),
  };
}

function targets(lines: readonly Line[], characters: number, indexBytes: number): Target[] {
  const [search, index] = lines as [Line, Line];
  const part = (line: Line, name: string): number => line.parts[name]!.median;
  return [
    {
      what: 'first page, median question',
      value: 1000 * part(search, 'first page, median question'),
      unit: 'ms',
      bound: 30,
      kind: 'most',
    },
    {
      what: 'first page, commonest word',
      value: 1000 * part(search, 'first page, commonest word'),
      unit: 'ms',
      bound: 80,
      kind: 'most',
    },
    {
      what: 'text, decoded and indexed',
      value: characters / 1e6 / part(index, 'text'),
      unit: 'million characters/s',
      bound: 50,
      kind: 'least',
    },
    { what: 'index of the text', value: indexBytes / characters, unit: 'bytes a character', bound: 0.6, kind: 'most' },
  ];
}

async function run(options: Options): Promise<Outcome> {
  const messages = options.small ? 5000 : 500_000;
  const folder = await generatedCase(messages, options.say);
  const outputs: string[] = [];
  const lines = await compare(
    [
      contestant(`questions to ${messages} messages`, messages, [SEARCH, folder], []),
      contestant(`text of ${messages} messages to an index`, messages, [INDEX, folder], outputs),
    ],
    options.runs,
    options.say,
  );
  const characters = Number(/(\d+) characters of text/.exec(outputs.at(-1) ?? '')?.[1] ?? Number.NaN);
  const indexBytes = bytesIn(ledgerFolder(folder).text);
  return {
    title: 'Search',
    doc:
      'First pages of 20 hits with their words, over a built case of generated mail, handles open, 27 questions: words common ' +
      'and rare in four languages, phrases, prefixes, fields. And the index of its words made anew from the records.',
    unit: 'messages',
    lines,
    targets: targets(lines, characters, indexBytes),
    notes: [
      `${(characters / 1e6).toFixed(0)} million characters of text, ${(indexBytes / 1e6).toFixed(0)} MB of index.`,
    ],
  };
}

export const search: Suite = { name: 'search', run };
