/** `add`: puts sources into case.yaml. */
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { CaseError } from '../case/error.ts';
import { CASE_OPTION, type Command, EXIT, FORMAT_OPTION, type Invocation } from './command.ts';
import { copyNew, replaceFile, textOfFile } from './frame/files.ts';
import { lookAt, type Seen } from './frame/look.ts';
import type { Column } from './frame/output.ts';

export const command: Command = {
  name: 'add',
  summary: 'Adds files, folders or archives to the sources of a case, and says what they are',
  usage: 'backchannel add PATH... [--custodian NAME] [--side record|disclosed] [--template T] [--zone Z] [--region R]',
  detail: `
Each path becomes an entry of sources in case.yaml; comments and order of the file stay. The files stay where they are, and are never changed. Scope, and what a disclosed source covers, is written into case.yaml by hand afterwards: what they mean cannot be seen in a file.

  backchannel add mail/chief.mbox --custodian harbour-chief --producer "Harbour Authority"
  backchannel add register.csv --side disclosed --audience public --template registers/meetings`,
  options: {
    ...CASE_OPTION,
    custodian: { type: 'string', value: 'NAME', help: 'Whose material it is.' },
    producer: { type: 'string', value: 'NAME', help: 'Who handed it over.' },
    side: {
      type: 'string',
      value: 'SIDE',
      choices: ['record', 'disclosed'],
      help: 'record: what happened; disclosed: what somebody declared. Without it record.',
    },
    audience: { type: 'string', value: 'NAME', help: 'Whom a disclosed source reached: public, or a name.' },
    template: { type: 'string', value: 'NAME', help: 'Template that reads a table, such as calls/generic.' },
    zone: { type: 'string', value: 'ZONE', help: 'Time zone of times that are written without one.' },
    region: { type: 'string', value: 'CC', help: 'Country of phone numbers without a country code, such as SE.' },
    as: { type: 'string', value: 'FORMAT', help: 'Format, where recognising it by content is not wanted.' },
    copy: { type: 'boolean', help: 'Copies the files into sources/ of the case first.' },
    ...FORMAT_OPTION,
  },
  positionals: [1, Number.MAX_SAFE_INTEGER],
  run,
};

/** Options that are keys of a source, in the order in which they are written. */
const KEYS = ['producer', 'custodian', 'template', 'as', 'region', 'zone', 'side', 'audience'] as const;

interface Added extends Seen {
  readonly path: string;
}

const COLUMNS: readonly Column<Added>[] = [
  { key: 'path', value: ({ path }) => path },
  { key: 'format', title: 'is', value: ({ format }) => format, text: ({ words }) => words },
  {
    key: 'confidence',
    value: ({ confidence }) => confidence,
    text: ({ confidence }) => (confidence === null ? '' : `${Math.floor(confidence * 100)} %`),
    align: 'right',
  },
  { key: 'files', value: ({ files }) => files },
  { key: 'bytes', value: ({ bytes }) => bytes },
];

async function run(invocation: Invocation): Promise<number> {
  const { addSource } = await import('../case/files/index.ts');
  const folder = invocation.caseFolder();
  const file = join(folder, 'case.yaml');
  const before = textOfFile(file) ?? '';
  await checkFiles(folder, before, '');
  const known = await sourcesOf(before);
  const added: Added[] = [];
  const copies: (readonly [string, string])[] = [];
  let text = before;
  for (const given of invocation.positionals) {
    const from = resolve(given);
    const seen = await lookAt(from, given, invocation.text('as'));
    const to = invocation.flag('copy') ? join(folder, 'sources', basename(from)) : from;
    if (to !== from) copies.push([from, to]);
    const path = writtenPath(folder, to);
    if ([...known, ...added.map((source) => source.path)].some((other) => resolve(folder, other) === to))
      throw new CaseError(`${given} is a source of the case already`, 'change its entry in case.yaml instead');
    const keys = KEYS.map((key) => [key, invocation.text(key)] as const).filter(([, value]) => value !== null);
    text = addSource(text, { path, ...Object.fromEntries(keys) });
    added.push({ ...seen, path });
  }
  await checkFiles(folder, text, 'nothing was added: with these options\n');
  for (const [from, to] of copies) copyNew(from, to);
  replaceFile(file, text);
  await invocation.output.rows(COLUMNS, added, { notes: ['', 'backchannel build reads them.'] });
  return EXIT.done;
}

/** Inside of the case from its folder, so that the case can be moved; elsewhere absolute. */
function writtenPath(folder: string, path: string): string {
  const inside = relative(folder, path);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) || inside === '') return path;
  return inside.split(sep).join('/');
}

async function sourcesOf(text: string): Promise<readonly string[]> {
  const { loadCaseFiles } = await import('../case/files/index.ts');
  const { files } = loadCaseFiles((name) => (name === 'case.yaml' ? text : null), await context());
  return files.case.sources.map(({ path }) => path);
}

async function context(): Promise<{ readonly templates: readonly string[]; readonly formats: readonly string[] }> {
  const { FORMATS } = await import('../formats/list.ts');
  const { TEMPLATES } = await import('../formats/templates/list.ts');
  return { templates: TEMPLATES.map(({ name }) => name), formats: FORMATS.map(({ name }) => name) };
}

/** @throws CaseError with all mistakes that the case's files have when case.yaml has this text */
async function checkFiles(folder: string, text: string, before: string): Promise<void> {
  const { formatMistake, loadCaseFiles } = await import('../case/files/index.ts');
  const read = (name: string): string | null => (name === 'case.yaml' ? text : textOfFile(join(folder, name)));
  const { mistakes } = loadCaseFiles(read, await context());
  if (mistakes.length > 0) throw new CaseError(before + mistakes.map(formatMistake).join('\n'));
}
