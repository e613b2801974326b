/** A made-up case with the names of docs/claims.md, built, and `check` run on it without a process. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCase } from '../../src/case/build.ts';
import type { Command } from '../../src/cli/command.ts';
import { readArguments } from '../../src/cli/frame/arguments.ts';
import { invocationOf } from '../../src/cli/frame/invoked.ts';
import type { RowFormat } from '../../src/cli/frame/output.ts';
import { Terminal } from '../../src/cli/frame/terminal.ts';

const CASE = `title: Made
asOf: 2031-03-01
zone: Europe/Stockholm
sources:
  - path: sources/calls.csv
    template: calls/generic
    region: SE
    zone: Europe/Stockholm
    scope: { from: 2030-01-01, to: 2030-12-31, complete: true }
groups:
  harbour-office: { parties: [harbour-director, harbour-chief-of-staff] }
  contractor: { parties: [contractor-director, contractor-lobbyist] }
  bidders: { parties: ["@contractor", other-bidder-director] }
  ministers-office: { organisation: ministry }
  deserted: { role: Pilot }
events:
  - { id: tender, on: 2030-03-28, what: The tender }
  - { id: vote, on: 2030-11-08, what: The vote }
windows:
  run-up: { from: 2030-04-01, to: vote }
`;

const PEOPLE = `parties:
  - { id: harbour-director, name: Agneta Hamneskär, aliases: ["+46 8 465 004 01"] }
  - { id: harbour-chief-of-staff, name: Staffan Kajsund, aliases: ["+46 8 465 004 02"] }
  - { id: contractor-director, name: Dirk Bolverk, aliases: ["+46 8 465 004 03"] }
  - { id: contractor-lobbyist, name: Lovisa Talman, aliases: ["+46 8 465 004 04"] }
  - { id: other-bidder-director, name: Lars Muddersten, aliases: ["+46 8 465 004 05"] }
  - { id: minister, name: Signe Farledsen, aliases: ["+46 8 465 004 06"], tenures: [{ organisation: ministry, role: Minister }] }
  - { id: minister-adviser, name: Anton Rådlund, aliases: ["+46 8 465 004 07"], tenures: [{ organisation: ministry, role: Adviser }] }
  - { id: pilot, name: Gun Lots, tenures: [{ organisation: ministry, role: Pilot, to: 2020-12-31 }] }
organisations:
  - { id: ministry, name: Ministry of Coasts }
`;

const CALLS = `Call id;Date;Start time;Calling number;Called number;Duration;Service;Outcome
1;2030-04-04;10:00:00;08-465 004 01;08-465 004 03;00:06:04;Voice;Answered
2;2030-05-05;10:00:00;08-465 004 02;08-465 004 04;00:03:00;Voice;Answered
3;2030-12-05;10:00:00;08-465 004 02;08-465 004 03;00:02:00;Voice;Answered
4;2030-05-06;10:00:00;08-465 004 07;08-465 004 03;00:02:00;Voice;Answered
`;

const STATEMENTS = `- id: no-contact
  speaker: harbour-director
  said: 2031-01-11
  where: { source: sources/words.txt, quote-at: [7, 21] }
  quote: There was no contact.
  claim: { none: true, between: ["@harbour-office", "@contractor"], during: run-up }
- id: several
  speaker: "@harbour-office"
  said: 2031-01-11
  note: Two claims in one sentence.
  claims:
    - { at-most: 5, between: ["@harbour-office", "@contractor"], on: 2030, channel: call }
    - { none: true, between: ["@harbour-office", "@deserted"], on: 2030, channel: call }
`;

export interface CaseOfClaims {
  readonly folder: string;
  /** Output of a command; a thrown error is thrown. */
  run(command: Command, format: RowFormat, ...args: string[]): Promise<string>;
  remove(): void;
}

/** Makes and builds the case. @param from a folder with the files of another case in place of it */
export async function caseOfClaims(from: string | null = null): Promise<CaseOfClaims> {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-claims-'));
  mkdirSync(join(folder, 'sources'));
  const files = {
    'case.yaml': CASE,
    'people.yaml': PEOPLE,
    'statements.yaml': STATEMENTS,
    'sources/calls.csv': CALLS,
    'sources/words.txt': 'I say: There was no contact. So it is.\n',
  };
  if (from === null) for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  else cpSync(from, folder, { recursive: true });
  await buildCase(folder);
  const run: CaseOfClaims['run'] = async (command, format, ...args) => {
    let out = '';
    const stream = (keep: boolean) => ({
      columns: 160,
      write: (chunk: string | Uint8Array, done: (error?: Error | null) => void): boolean => {
        if (keep) out += Buffer.from(chunk as string).toString('utf8');
        done();
        return true;
      },
      on: (): void => {},
    });
    const output = new Terminal({ stdout: stream(true), stderr: stream(false), environment: {} }, format);
    const given = readArguments(command, [...args, '--case', folder]);
    await command.run(invocationOf(command, given, output, new AbortController().signal));
    await output.flush();
    return out;
  };
  return { folder, run, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
