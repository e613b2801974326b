/** `init`: a new case from a template. */
import { basename, join, resolve } from 'node:path';
import { CaseError } from '../case/error.ts';
import { isZone, offsetAt } from '../model/zone.ts';
import { type Command, EXIT, type Invocation, UsageError } from './command.ts';
import { namesIn, writeNew } from './frame/files.ts';
import { isoTime } from './frame/moment.ts';

export const command: Command = {
  name: 'init',
  summary: 'Makes a new case: a folder with the files that you fill in',
  usage: 'backchannel init DIR [--title TEXT] [--zone ZONE] [--as-of DAY]',
  detail: `
Writes case.yaml, people.yaml, disclosures.yaml, statements.yaml and reports.yaml, each with examples as comments, and a .gitignore that keeps the derived .ledger/ out of version control. Nothing that is there is overwritten.

As of today is written into case.yaml as asOf: it is "now" for every deadline, so that the case gives the same answer next year. Change it when you want the answer of another day.`,
  options: {
    title: { type: 'string', value: 'TEXT', help: 'What the case is about. Without it the name of the folder.' },
    zone: { type: 'string', value: 'ZONE', default: 'UTC', help: 'Time zone of the case, such as Europe/Stockholm.' },
    'as-of': { type: 'string', value: 'DAY', help: 'The day of the answer, such as 2031-03-01. Without it today.' },
  },
  positionals: [1, 1],
  run,
};

async function run({ positionals, text, output }: Invocation): Promise<number> {
  const { blankFiles, parseDay } = await import('../case/files/index.ts');
  const given = positionals[0]!;
  const folder = resolve(given);
  const zone = text('zone') ?? 'UTC';
  if (!isZone(zone)) throw new UsageError(`--zone is no time zone: ${zone}`, 'write one such as Europe/Stockholm');
  const asOf = text('as-of') ?? today(zone);
  const day = parseDay(asOf);
  if (day === null || (day.precision !== 'day' && day.precision !== 'instant'))
    throw new UsageError(`--as-of is no day: ${asOf}`, 'write one such as 2031-03-01');
  const files = { ...blankFiles({ title: text('title') ?? basename(folder), asOf, zone }), '.gitignore': '.ledger/\n' };
  const there = (namesIn(folder) ?? []).filter((name) => name !== '.gitignore' && Object.hasOwn(files, name));
  if (there.length > 0) throw new CaseError(`${given} has ${there.join(', ')} already`, 'name another folder');
  for (const [name, content] of Object.entries(files)) write(join(folder, name), content);
  const next = [
    [`backchannel add PATH... --case ${given}`, 'puts records and registers in'],
    [join(given, 'people.yaml'), 'says who is who'],
    [`backchannel build --case ${given}`, 'makes the answers'],
  ] as const;
  const left = Math.max(...next.map(([what]) => what.length));
  await output.document(null, () => [
    `${given} is a new case as of ${asOf}, times in ${zone}.`,
    '',
    ...next.map(([what, why]) => `  ${what.padEnd(left)}  ${why}`),
  ]);
  return EXIT.done;
}

function write(path: string, content: string): void {
  try {
    writeNew(path, content);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOTDIR')
      throw new CaseError(`${path}: a file stands where a folder is wanted`, 'name another folder');
    // A .gitignore that is there stays as it is: the ledger's folder keeps itself out as well.
    if (code !== 'EEXIST' || basename(path) !== '.gitignore') throw error;
  }
}

/** Today's date in a zone, YYYY-MM-DD: the one place where the clock enters a case. */
function today(zone: string): string {
  const now = Math.floor(Date.now() / 1000);
  return isoTime(now, offsetAt(zone, now) / 60).slice(0, 10);
}
