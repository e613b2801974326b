/** A case around a generated table of calls: who the busiest lines are, a register of some of their calls, duties, statements. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { numbers } from '../numbers.ts';
import { mix32 } from '../random.ts';

/** The busiest lines are the office's, the next busiest the firm's; everybody else stays a number. */
const OFFICE = 40;
const FIRM = 400;
/** Of so many calls between the two, one is in the register. */
const DISCLOSED = 5;
/** Entries that the register has at most: a real one is kept by people. */
const MOST_ENTRIES = 20_000;
/** Days between a call and its entry; one of ten is late. */
const SOON = 9;
const LATE = 40;

const GIVEN = 'Ada Bo Cleo Dag Eir Finn Gro Hugo Ines Jon Kaja Leif Maja Nils Oda Per Runa Sten Tove Ulf'.split(' ');
const FAMILY = 'Alder Birk Dahl Eklund Falk Granvik Holm Isaksen Juhl Kvist Lund Moen Norr Oster Palm'.split(' ');

/** A name of its own for each of the first 300 numbers; then with a number. */
function nameOf(n: number): string {
  const again = Math.floor(n / (GIVEN.length * FAMILY.length));
  const name = `${GIVEN[n % GIVEN.length]} ${FAMILY[Math.floor(n / GIVEN.length) % FAMILY.length]}`;
  return again === 0 ? name : `${name} the ${again + 1}th`;
}

const idOf = (n: number): string => (n < OFFICE ? `office-${n}` : `firm-${n - OFFICE}`);
const lastDigits = (written: string): string => written.replaceAll(/\D/g, '').slice(-10);

function peopleFile(known: readonly string[]): string {
  const parties = known.map(
    (digits, n) =>
      `  - { id: ${idOf(n)}, name: ${nameOf(n)}, aliases: ["+1${digits}"], tenures: [{ organisation: ${n < OFFICE ? 'office' : 'firm'}, role: Clerk }] }`,
  );
  return `parties:\n${parties.join('\n')}\norganisations:\n  - { id: office, name: The Office }\n  - { id: firm, name: The Firm }\n`;
}

/** @param csv path of the calls, as the case may name it */
const caseFile = (csv: string): string => `title: Generated calls of a year
question: How many calls between the office and the firm did nobody disclose?
headline: { between: "@office", and: "@firm", window: year, channels: [call] }
asOf: 2031-03-01
zone: Europe/Stockholm
sources:
  - { path: ${JSON.stringify(csv)}, template: calls/generic, region: US, zone: UTC, scope: { from: 2030-01-01, to: 2030-12-31, complete: true } }
  - { path: sources/register.csv, template: registers/meetings, zone: UTC, side: disclosed, audience: public, covers: { disclosers: "@office", from: 2030-01-01, to: 2030-12-31, kinds: [meeting, visit, call, mail] } }
groups:
  office: { organisation: office }
  firm: { organisation: firm }
events:
  - { id: tender, on: 2030-03-28, what: The tender was announced }
  - { id: vote, on: 2030-11-08, what: The council voted }
windows:
  year: { from: 2030-01-01, to: 2030-12-31 }
  run-up: { from: tender, to: vote }
  after: { from: vote, to: 2030-12-31 }
duties:
  - { id: rules, who: "@office", what: contacts with "@firm", audience: public, within: 14 days, from: 2029-01-01 }
`;

const STATEMENTS = `- id: nothing
  speaker: office-0
  said: 2031-01-11
  claim: { none: true, between: ["@office", "@firm"], during: run-up, channel: any }
- id: few
  speaker: office-1
  said: 2031-01-11
  claim: { at-most: 100, between: ["@office", "@firm"], from: 2030-01-01, to: 2030-12-31, channel: call }
`;

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Goes through the table, and enters some of the answered calls between the office and the firm. */
async function registerFile(csv: string, known: readonly string[]): Promise<string> {
  const place = new Map(known.map((digits, n) => [digits, n]));
  const rows = ['Entry,Date of contact,Date registered,Kind,Official,Organisation,Represented by,Subject'];
  for await (const line of createInterface({ input: createReadStream(csv), crlfDelay: Number.POSITIVE_INFINITY })) {
    const [id = '', start = '', caller = '', callee = '', , outcome] = line.split(',');
    const [from, to] = [place.get(lastDigits(caller)), place.get(lastDigits(callee))];
    if (from === undefined || to === undefined || from < OFFICE === to < OFFICE || outcome !== 'answered') continue;
    const drawn = mix32(Number(id));
    if (drawn % DISCLOSED !== 0) continue;
    const day = start.slice(0, 10);
    const registered = dayAfter(day, (drawn >>> 8) % 10 === 0 ? LATE : SOON);
    rows.push(
      `E${id},${day},${registered},Call,${nameOf(Math.min(from, to))},The Firm,${nameOf(Math.max(from, to))},Talks`,
    );
    if (rows.length > MOST_ENTRIES) break;
  }
  return `${rows.join('\n')}\n`;
}

/**
 * The files of the case by their paths in its folder; the calls stay where they are.
 * @param csv absolute path of a table that `calls` of ../calls.ts wrote
 */
export async function generatedCaseFiles(csv: string): Promise<ReadonlyMap<string, string>> {
  const known = numbers()
    .slice(0, OFFICE + FIRM)
    .map((written) => lastDigits(written.toString('latin1')));
  return new Map([
    ['case.yaml', caseFile(csv)],
    ['people.yaml', peopleFile(known)],
    ['statements.yaml', STATEMENTS],
    ['sources/register.csv', await registerFile(csv, known)],
  ]);
}
