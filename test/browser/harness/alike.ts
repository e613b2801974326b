/** A case in which twelve people write from two addresses each: as many open questions about who is who. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCase } from '../../../src/case/build.ts';

const NAMES = [
  'Ylva Strandgren',
  'Tormod Askelund',
  'Sigbritt Fjellvang',
  'Ragnvald Ostensen',
  'Pernille Havgaard',
  'Ottilie Bredvik',
  'Njord Lindtorp',
  'Malvina Kornberg',
  'Leopold Vinterby',
  'Kunigunde Ahlmark',
  'Jorunn Tveterud',
  'Hallvard Nygrensen',
];

/** Both addresses of a person write to these, so that they share a circle. */
const CIRCLE = ['desk@paper.example', 'editor@paper.example', 'archive@paper.example'];

const CASE = `title: Who writes from two addresses?
asOf: 2031-01-01
zone: Europe/Stockholm
sources:
  - { path: sources/desk.mbox, producer: The Paper, custodian: desk, scope: { from: 2030-01-01, to: 2030-12-31, complete: true } }
groups:
  paper: { parties: [desk] }
`;

const PEOPLE = `parties:
  - { id: desk, name: The Desk, aliases: [ ${CIRCLE.join(', ')} ] }
`;

function mailbox(): string {
  let sent = Date.UTC(2030, 2, 4, 8) / 1000;
  const messages = NAMES.flatMap((name) => {
    const [given, family] = name.toLowerCase().split(' ') as [string, string];
    return [`${given}.${family}@ministry.example`, `${given[0]}${family}@post.example`].flatMap((address) =>
      CIRCLE.map((to, n) => {
        sent += 7200;
        const date = new Date(sent * 1000).toUTCString().replace('GMT', '+0000');
        return [
          'From - Mon Mar  4 08:00:00 2030',
          `From: ${name} <${address}>`,
          `To: ${to}`,
          `Subject: Note ${n + 1}`,
          `Date: ${date}`,
          `Message-ID: <${given}-${n}-${address}>`,
          '',
          'A few words for the desk.',
          '',
          '',
        ].join('\n');
      }),
    );
  });
  return messages.join('');
}

export interface MadeCase {
  readonly folder: string;
  remove(): void;
}

/** Writes and builds the case. */
export async function alikeCase(): Promise<MadeCase> {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-alike-'));
  mkdirSync(join(folder, 'sources'));
  writeFileSync(join(folder, 'case.yaml'), CASE);
  writeFileSync(join(folder, 'people.yaml'), PEOPLE);
  writeFileSync(join(folder, 'sources/desk.mbox'), mailbox());
  await buildCase(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
