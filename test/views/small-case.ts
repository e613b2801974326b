/** A small case on disk, built, with a protected source, and commands run on it without a process. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCase } from '../../src/case/build.ts';
import type { Command } from '../../src/cli/command.ts';
import { readArguments } from '../../src/cli/frame/arguments.ts';
import { invocationOf } from '../../src/cli/frame/invoked.ts';
import type { RowFormat } from '../../src/cli/frame/output.ts';
import { Terminal } from '../../src/cli/frame/terminal.ts';

/** Stands in the file name and the custodian of the protected source: nothing may print it. */
export const MARKER = 'zebrafinch';

const CASE = `title: made
asOf: 2031-03-01
zone: Europe/Stockholm
sources:
  - path: sources/${MARKER}.mbox
    custodian: ${MARKER}
    protected: true
  - path: sources/calls.csv
    template: calls/generic
    region: SE
    zone: Europe/Stockholm
    scope: { from: 2030-01-01, to: 2030-12-31, complete: true }
  - path: sources/register.csv
    template: registers/meetings
    side: disclosed
    audience: public
    covers: { disclosers: "@office", from: 2030-01-01, to: 2030-12-31 }
groups:
  office: { parties: [ann] }
  firm: { parties: [ben] }
events:
  - { id: vote, on: 2030-11-08, what: the vote }
duties:
  - { id: rules, who: "@office", what: contacts with "@firm", audience: public, within: 14 days }
`;
const PEOPLE = `parties:
  - id: ann
    name: Ann Annsson
    aliases: [ann@office.example, "+46 8 465 004 01"]
  - id: ben
    name: Ben Bensson
    aliases: [ben@firm.example, "+46 8 465 004 02", { address: b@home.example, grade: probable, basis: signs so }]
`;
const MAILS = [
  ['ann@office.example', 'ben@firm.example', 'Tue, 02 Apr 2030 10:00:00 +0200', 'Quay'],
  ['ann@office.example', 'b@home.example', 'Wed, 03 Apr 2030 10:00:00 +0200', 'Quay again'],
]
  .map(
    ([from, to, date, subject], i) =>
      `From x Tue Apr 02 10:00:00 2030\nFrom: ${from}\nTo: ${to}\nDate: ${date}\nSubject: ${subject}\nMessage-ID: <${i}@office.example>\n\nHello\n\n`,
  )
  .join('');
const CALLS = `Call id;Date;Start time;Calling number;Called number;Duration;Service;Outcome
1;2030-04-04;10:00:00;08-465 004 01;08-465 004 02;00:06:04;Voice;Answered
2;2030-04-05;10:00:00;08-465 004 01;08-465 004 02;00:01:00;Voice;Answered
`;
const REGISTER = `Entry,Date of contact,Date registered,Kind,Official,Organisation,Represented by,Subject
L1,2030-04-05,2030-04-08,Call,Ann Annsson,,Ben Bensson,Talk
`;

export interface SmallCase {
  readonly folder: string;
  /** Exit code, standard output and standard error of a command; a thrown error is thrown. */
  run(command: Command, format: RowFormat, ...args: string[]): Promise<{ code: number; out: string; err: string }>;
  remove(): void;
}

/** Makes and builds it. */
export async function smallCase(): Promise<SmallCase> {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-views-'));
  mkdirSync(join(folder, 'sources'));
  const files = {
    'case.yaml': CASE,
    'people.yaml': PEOPLE,
    [`sources/${MARKER}.mbox`]: MAILS,
    'sources/calls.csv': CALLS,
    'sources/register.csv': REGISTER,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  await buildCase(folder);
  const run: SmallCase['run'] = async (command, format, ...args) => {
    const texts = { out: '', err: '' };
    const stream = (name: 'out' | 'err') => ({
      columns: 120,
      write: (chunk: string | Uint8Array, done: (error?: Error | null) => void): boolean => {
        texts[name] += Buffer.from(chunk as string).toString('utf8');
        done();
        return true;
      },
      on: (): void => {},
    });
    const output = new Terminal({ stdout: stream('out'), stderr: stream('err'), environment: {} }, format);
    const given = readArguments(command, [...args, '--case', folder]);
    const code = await command.run(invocationOf(command, given, output, new AbortController().signal));
    await output.flush();
    return { code, ...texts };
  };
  return { folder, run, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
