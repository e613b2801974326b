/** A small case with hostile and protected content, built in a folder of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCase } from '../../src/case/build.ts';
import type { Question } from '../../src/case/count.ts';
import { type OpenCase, openCase } from '../../src/case/open.ts';
import { contactPages } from '../../src/interop/contact-pages.ts';
import type { ContactRow } from '../../src/interop/contact-row.ts';
import { DEFAULT_DEFINITION } from '../../src/model/definition.ts';

/** Stands in every field that must not leave the case. */
export const MARKER = 'MARKERPROTECTED';

export const FORMULA = '=cmd|calc!A1';

const CASE = `title: A small case
asOf: 2031-03-01
zone: Europe/Stockholm
sources:
  - path: sources/chief.mbox
    producer: Harbour Authority
    custodian: chief
  - path: sources/${MARKER}.csv
    custodian: ${MARKER}
    protected: true
    template: calls/generic
    region: SE
  - path: sources/register.csv
    template: registers/meetings
    zone: Europe/Stockholm
    side: disclosed
    audience: public
    covers: { disclosers: "@office", from: 2030-01-01, to: 2030-12-31 }
groups:
  office: { parties: [ada] }
  firm: { parties: [xi] }
duties:
  - { id: rules, who: "@office", what: contacts with "@firm", audience: public, within: 14 days }
`;

const PEOPLE = `parties:
  - { id: ada, name: Ada Ek, aliases: [ada@office.example, "+46 70 174 06 05"] }
  - { id: xi, name: Xi Fors, aliases: [xi@firm.example, "+46 70 174 06 06"] }
`;

function message(day: string, from: string, to: string, subject: string): string {
  return [
    `From ${from} Mon May  6 10:00:00 2030`,
    `From: ${from}`,
    `To: ${to}`,
    `Date: ${day}`,
    `Subject: ${subject}`,
    `Message-ID: <${Buffer.from(`${day}${subject}`).toString('hex').slice(0, 40)}@made.example>`,
    '',
    'Text.',
    '',
    '',
  ].join('\n');
}

const MBOX = [
  message('Mon, 06 May 2030 10:00:00 +0200', 'ada@office.example', 'Xi Fors <xi@firm.example>', FORMULA),
  message('Tue, 07 May 2030 09:30:00 +0000', 'xi@firm.example', 'ada@office.example', 'He said "no", then left'),
  message(
    'Wed, 08 May 2030 09:30:00 +0200',
    'zoe@other.example',
    'ada@office.example',
    '=?utf-8?Q?a=1B[31mred_x0041=5F?=',
  ),
].join('');

const CALLS = `start_utc,caller,callee,seconds,outcome
2030-05-09T08:00:00Z,+46701740605,+46701740606,120,answered
2030-05-10T08:00:00Z,+46701740606,+46701740605,0,no answer
`;

const REGISTER = `Date,Registered,Type,Official,Organisation,Representative,Topic
2030-05-09,2030-05-12,Telephone call,Ada Ek,Firm,Xi Fors,The tender
`;

export interface MadeCase {
  readonly opened: OpenCase;
  remove(): Promise<void>;
}

/** Builds the case and opens it. */
export async function madeCase(): Promise<MadeCase> {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-interop-'));
  mkdirSync(join(folder, 'sources'));
  const files: Readonly<{ [name: string]: string }> = {
    'case.yaml': CASE,
    'people.yaml': PEOPLE,
    'sources/chief.mbox': MBOX,
    [`sources/${MARKER}.csv`]: CALLS,
    'sources/register.csv': REGISTER,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  await buildCase(folder, { threads: 1 });
  const opened = await openCase(folder);
  return {
    opened,
    remove: async () => {
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const EVERYTHING: Question = {
  between: null,
  and: null,
  from: null,
  to: null,
  channels: null,
  definition: DEFAULT_DEFINITION,
};

/** All rows of a question. */
export async function rowsOf(opened: OpenCase, question: Partial<Question> = {}): Promise<ContactRow[]> {
  const rows: ContactRow[] = [];
  for await (const page of contactPages(opened, { ...EVERYTHING, ...question })) rows.push(...page);
  return rows;
}
