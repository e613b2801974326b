/** A small case on the disk: a mailbox, a folder of messages, call records, and a register. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const SOURCES: readonly (readonly string[])[] = [
  ['path: sources/box.mbox', 'custodian: chief', 'scope: { from: 2030-01-01, to: 2030-12-31, complete: true }'],
  ['path: sources/letters'],
  ['path: sources/calls.csv', 'template: calls/generic', 'region: SE', 'zone: Europe/Stockholm'],
  [
    'path: sources/register.csv',
    'template: registers/meetings',
    'zone: Europe/Stockholm',
    'side: disclosed',
    'audience: public',
    'covers: { disclosers: "@office", from: 2030-01-01, to: 2030-12-31 }',
  ],
];

const PEOPLE = `parties:
  - { id: chief, name: Maj Kajsund, aliases: [maj@harbour.example, "+46 70 174 06 05"], tenures: [{ organisation: harbour, role: Chief }] }
  - { id: director, name: Ole Brygga, aliases: [ole@firm.example, "+46 70 174 06 06"], tenures: [{ organisation: firm, role: Director }] }
organisations:
  - { id: harbour, name: Harbour Board }
  - { id: firm, name: Firm Ltd }
`;

/** A message from one to the other on a day of March 2030. */
export function message(day: number, from: string, to: string, subject: string): string {
  const date = String(day).padStart(2, '0');
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${day} Mar 2030 10:00:00 +0100`,
    `Message-ID: <${date}.${subject.length}@${from.split('@')[1]}>`,
    '',
    `About ${subject}.`,
    '',
  ].join('\n');
}

const MAJ = 'maj@harbour.example';
const OLE = 'ole@firm.example';

function mailbox(): string {
  const days = Array.from({ length: 20 }, (_, i) => i + 1);
  return days
    .map(
      (day) =>
        `From x Fri Mar ${day} 10:00:00 2030\n${message(day, day % 2 ? MAJ : OLE, day % 2 ? OLE : MAJ, `quay ${day}`)}\n`,
    )
    .join('');
}

function calls(): string {
  const rows = Array.from(
    { length: 12 },
    (_, i) => `${i};2030-03-${10 + i};11:0${i % 10}:00;070-174 06 05;070-174 06 06;${60 + i};answered`,
  );
  return `Call id;Date;Start time;Calling number;Called number;Seconds;Outcome\n${rows.join('\n')}\n`;
}

const REGISTER = `Entry,Date of contact,Date registered,Kind,Official,Organisation,Represented by,Subject
1,2030-03-12,2030-03-14,Phone call,Maj Kajsund,Firm Ltd,Ole Brygga,Quay
2,2030-03-25,2030-03-26,Meeting,Maj Kajsund,Firm Ltd,Ole Brygga,Quay
`;

export interface MadeCase {
  readonly folder: string;
  write(name: string, content: string | Uint8Array): void;
  /** Writes case.yaml with these of the four sources, in this order. */
  sources(...numbers: number[]): void;
  remove(): void;
}

/** Makes the case in a folder of its own. */
export function madeCase(): MadeCase {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-case-'));
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  const sources = (...numbers: number[]): void => {
    const entries = numbers.map((n) => `  - ${SOURCES[n]!.join('\n    ')}\n`).join('');
    const groups = 'groups:\n  office: { organisation: harbour }\n  firm: { organisation: firm }\n';
    write('case.yaml', `title: Made up\nasOf: 2031-01-01\nzone: Europe/Stockholm\nsources:\n${entries}${groups}`);
  };
  write('people.yaml', PEOPLE);
  write('sources/box.mbox', mailbox());
  for (const day of [21, 22, 23]) write(`sources/letters/${day}.eml`, message(day, OLE, MAJ, `letter ${day}`));
  write('sources/calls.csv', calls());
  write('sources/register.csv', REGISTER);
  sources(0, 1, 2, 3);
  return { folder, write, sources, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
