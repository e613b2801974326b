/** A case of mail between people who have two addresses each, an office mailbox, and a phone that changes hands. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildCase } from '../../src/case/build.ts';
import type { BuildReport } from '../../src/case/build-report.ts';
import { openCase } from '../../src/case/open.ts';
import { tableHashes } from '../../src/case/table-hash.ts';

const GIVEN = ['Alma', 'Birk', 'Cilla', 'Dag', 'Embla', 'Folke', 'Gerda', 'Hampus', 'Ines', 'Jarl', 'Kerstin', 'Love'];
const FAMILY = ['Kajsund', 'Brygga', 'Hamnskog', 'Sjövik', 'Klippare', 'Strandlund', 'Vågsten', 'Fyrhus', 'Tångdal'];

/** A person with an address at work and one at home. */
export interface Person {
  readonly name: string;
  readonly work: string;
  readonly home: string;
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

/** Twelve people. */
export const PEOPLE: readonly Person[] = GIVEN.map((given, i) => {
  const family = FAMILY[i % FAMILY.length]!;
  const local = `${plain(given)}.${plain(family)}`;
  return {
    name: `${given} ${family}`,
    work: `${local}@harbour.example`,
    home: `${plain(given)[0]}${plain(family)}@home.example`,
  };
});

function message(from: string, to: string, n: number): string {
  const day = (n % 28) + 1;
  const month = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'][n % 6]!;
  return [
    `From x Fri Mar 1 10:00:00 2030`,
    `From: ${from}`,
    `To: ${to}`,
    `Subject: Quay ${n}`,
    `Date: ${day} ${month} 2030 10:00:00 +0100`,
    `Message-ID: <${n}@harbour.example>`,
    '',
    `About ${n}.`,
    '',
    '',
  ].join('\n');
}

const named = (person: Person, address: string): string => `"${person.name}" <${address}>`;

function mailbox(): string {
  const lines: string[] = [];
  let n = 0;
  for (const [i, person] of PEOPLE.entries()) {
    for (let k = 1; k <= 3; k++) {
      const other = PEOPLE[(i + k) % PEOPLE.length]!;
      lines.push(message(named(person, person.work), named(other, other.work), n++));
      lines.push(message(named(person, person.home), named(other, other.work), n++));
    }
    lines.push(message(named(person, person.work), 'press@harbour.example', n++));
  }
  return lines.join('');
}

const CALLS = `Call id;Date;Start time;Calling number;Called number;Seconds;Outcome
1;2030-03-10;11:00:00;070-174 06 05;070-174 06 06;61;answered
2;2030-09-10;11:00:00;070-174 06 05;070-174 06 06;62;answered
`;

const CASE = `title: Made up
asOf: 2031-01-01
zone: Europe/Stockholm
sources:
  - path: sources/box.mbox
  - { path: sources/calls.csv, template: calls/generic, region: SE, zone: Europe/Stockholm }
`;

export const PEOPLE_YAML = `parties:
  - { id: first-holder, name: First Holder, tenures: [{ organisation: harbour, role: press officer, to: 2030-03-31 }] }
  - { id: second-holder, name: Second Holder, tenures: [{ organisation: harbour, role: press officer, from: 2030-05-01 }] }
organisations:
  - { id: harbour, name: Harbour Board, roles: [{ role: press officer, addresses: [press@harbour.example] }] }
`;

export interface PeopleCase {
  readonly folder: string;
  write(name: string, content: string): void;
  build(threads?: number): Promise<BuildReport>;
  hashes(): Promise<{ [table: string]: string }>;
  remove(): void;
}

/** Makes the case in a folder of its own. */
export function peopleCase(): PeopleCase {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-people-'));
  const write = (name: string, content: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  write('case.yaml', CASE);
  write('people.yaml', PEOPLE_YAML);
  write('sources/box.mbox', mailbox());
  write('sources/calls.csv', CALLS);
  return {
    folder,
    write,
    build: (threads = 2) => buildCase(folder, { threads }),
    hashes: async () => {
      const opened = await openCase(folder);
      try {
        return Object.fromEntries(await tableHashes(opened.ledger));
      } finally {
        await opened.close();
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
