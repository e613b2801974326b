/** A case whose every part is hostile: mail, tables, file names, people, and what people wrote about it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildCase } from '../../../src/case/build.ts';
import { hostileMailbox } from './mailbox.ts';
import { type Payload, type Targets, texts } from './payloads.ts';

export interface HostileCase {
  readonly folder: string;
  remove(): void;
}

/** File systems have no slash and no NUL in names. */
const MAIL_FILE = 'sources/<img src=x onerror=alert`1`> \u202egpj.mbox';

const quoted = (text: string): string =>
  `"${text
    .toWellFormed()
    .replaceAll('"', '""')
    .replace(/\p{Cc}/gu, ' ')}"`;

/** Rows of a register: a payload as the office's counterpart and as the subject. */
function register(payloads: readonly Payload[]): string {
  const rows = payloads.map(
    ({ text }, n) =>
      `H-${n},2030-05-${String(6 + (n % 20)).padStart(2, '0')},2030-06-01,Meeting,Office Manager,${quoted(text)},${quoted(text)},${quoted(text)}`,
  );
  return ['Entry,Date of contact,Date registered,Kind,Official,Organisation,Represented by,Subject', ...rows, ''].join(
    '\n',
  );
}

function visits(payloads: readonly Payload[]): string {
  const rows = payloads.map(
    ({ text }, n) =>
      `2030-05-${String(6 + (n % 20)).padStart(2, '0')},10:00,11:00,${quoted(text)},${quoted(text)},Office Manager,${quoted(text)}`,
  );
  return ['Date,Arrived,Left,Visitor,Organisation,Host,Purpose', ...rows, ''].join('\n');
}

function caseFile(payload: string): string {
  return `title: ${JSON.stringify(`A hostile case ${payload}`)}
question: ${JSON.stringify(`Does anything run? ${payload}`)}
headline: { between: "@office", and: "@contractor", window: spring, channels: [mail, visit, meeting] }
asOf: 2031-01-01
zone: UTC
sources:
  - { path: ${JSON.stringify(MAIL_FILE)}, producer: ${JSON.stringify(payload)}, custodian: office, scope: { from: 2030-01-01, to: 2030-12-31, complete: true } }
  - { path: sources/visits.csv, template: visits/generic, zone: UTC, scope: { from: 2030-01-01, to: 2030-12-31, complete: true, note: ${JSON.stringify(payload)} } }
  - { path: sources/register.csv, template: registers/meetings, zone: UTC, side: disclosed, audience: public, covers: { disclosers: "@office", from: 2030-01-01, to: 2030-12-31 } }
groups:
  office: { organisation: harbour }
  contractor: { organisation: contractor }
events: [ { id: vote, on: 2030-05-10, what: ${JSON.stringify(payload)} } ]
windows: { spring: { from: 2030-04-01, to: 2030-07-31 } }
duties:
  - { id: rules, who: "@office", what: contacts with "@contractor", audience: public, within: 14 days, from: 2029-01-01, basis: ${JSON.stringify(payload)} }
`;
}

function peopleFile(payload: string): string {
  return `parties:
  - id: office-manager
    name: Office Manager
    aliases: [ office@harbour.example, anna@harbour.example ]
    tenures: [ { organisation: harbour, role: ${JSON.stringify(payload)} } ]
    note: ${JSON.stringify(payload)}
  - id: contractor-one
    name: ${JSON.stringify(payload)}
    aliases: [ { address: s1@contractor.example, basis: ${JSON.stringify(payload)} }, s2@contractor.example ]
    tenures: [ { organisation: contractor, role: Director } ]
organisations:
  - { id: harbour, name: ${JSON.stringify(`Harbour ${payload}`)}, domains: [harbour.example] }
  - { id: contractor, name: Contractor, domains: [contractor.example] }
`;
}

function statementsFile(payload: string): string {
  return `- id: nothing
  speaker: office-manager
  said: 2030-08-01
  quote: ${JSON.stringify(payload)}
  claim: { none: true, between: ["@office", "@contractor"], during: spring, channel: any }
`;
}

/** Writes the case into a temporary folder and builds it. */
export async function hostileCase(targets: Targets): Promise<HostileCase> {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-hostile-'));
  const payloads = texts(targets);
  const combined = payloads
    .filter(({ name }) =>
      ['script', 'image', 'out-of-double', 'out-of-script', 'script-link', 'reversed'].includes(name),
    )
    .map(({ text }) => text)
    .join(' ');
  const files: readonly (readonly [string, string | Buffer])[] = [
    ['case.yaml', caseFile(combined)],
    ['people.yaml', peopleFile(combined)],
    ['statements.yaml', statementsFile(combined)],
    [MAIL_FILE, hostileMailbox(targets)],
    ['sources/visits.csv', visits(payloads)],
    ['sources/register.csv', register(payloads)],
  ];
  for (const [name, content] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  await buildCase(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
