/** Mailboxes from which some messages are hidden that others quote: what should be found, by a reading of its own. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A message as this reading sees it. */
export interface Mail {
  readonly path: string;
  readonly custodian: string;
  /** Address of the sender. */
  readonly address: string;
  readonly from: string;
  /** Without Re: and Fwd:, lower case. */
  readonly subject: string;
  /** Epoch minutes UTC. */
  readonly minute: number;
  /** What stands before the first quoted message. */
  readonly top: string;
  readonly addressed: string;
  readonly blocks: readonly Block[];
}

/** A quoted message with its header block. */
export interface Block {
  readonly from: string;
  readonly subject: string;
  /** Epoch minutes of the written local time, taken as UTC. */
  readonly local: number;
  readonly text: string;
}

const plain = (subject: string): string =>
  subject
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:(?:re|fwd?|fw) ?: ?)+/, '')
    .trim();

const BLOCK =
  /-----Original Message-----\s*\n\s*From:[ \t]*(.+)\n(?:\s*)Sent:[ \t]*\w+, (\w+ \d+, \d{4} \d+:\d\d [AP]M)[^\n]*\n([\s\S]*?)\s*Subject:[ \t]*(.*)\n/g;

function blocksOf(body: string): Block[] {
  const found = [...body.matchAll(BLOCK)].filter((match) => match[3]!.length < 2000);
  return found.map((match, i) => ({
    from: match[1]!.trim(),
    subject: plain(match[4]!),
    local: Date.parse(`${match[2]!} UTC`) / 60_000,
    text: body.slice(match.index + match[0].length, found[i + 1]?.index ?? body.length),
  }));
}

/** Reads one file. */
function mailOf(path: string, custodian: string): Mail {
  const raw = readFileSync(path, 'latin1').replace(/\r\n/g, '\n');
  const cut = raw.indexOf('\n\n');
  const head = raw.slice(0, cut).replace(/\n[ \t]+/g, ' ');
  const field = (name: string): string => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(head)?.[1] ?? '';
  const body = raw.slice(cut + 2);
  return {
    path,
    custodian,
    address: field('From'),
    from: `${field('From')} ${field('X-From')}`,
    subject: plain(field('Subject')),
    minute: Math.floor(Date.parse(field('Date')) / 60_000),
    top: body.split(/-----Original Message-----|----- ?Forwarded by/)[0]!,
    addressed: `${field('To')} ${field('Cc')}`,
    blocks: blocksOf(body),
  };
}

/** Unpacks the mailboxes and reads them. @returns messages in the order of their paths */
export function readMailboxes(archive: string, folder: string): Mail[] {
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['xzf', archive, '-C', folder]);
  const root = join(folder, 'maildir');
  return readdirSync(root)
    .sort()
    .flatMap((custodian) =>
      readdirSync(join(root, custodian), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .map((path) => mailOf(path, custodian)),
    );
}

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
export const namesIn = (text: string): string[] => wordsOf(text.split('/')[0]!.replace(/@[\w.]+/g, ' '));

/** Whether a quoted header can be of a message: subject, a word of the name, minute of the quarter, within 15 hours. */
export function fits(block: Block, mail: Mail): boolean {
  const apart = mail.minute - block.local;
  const names = new Set(namesIn(mail.from));
  return (
    block.subject === mail.subject &&
    Math.abs(apart) <= 15 * 60 &&
    ((apart % 15) + 15) % 15 <= 0 &&
    namesIn(block.from).some((name) => names.has(name))
  );
}

/** Copies of one mail by sender, minute and subject. */
export const mailKey = (mail: Mail): string => [mail.address, mail.minute, mail.subject].join('\n');

/** A fixed order that looks like none (mulberry32). */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return list
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** Writes the case: one source a custodian, whose name and address a list gives. */
export function writeCase(folder: string, list: string): void {
  const people = readFileSync(list, 'utf8')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter(([, address]) => address?.includes('@'));
  const known = new Map(people.map(([mailbox, address, name]) => [mailbox!, { address: address!, name: name ?? '' }]));
  const custodians = readdirSync(join(folder, 'maildir')).sort();
  const sources = custodians.map(
    (c) => `  - { path: maildir/${c}, custodian: ${known.has(c) ? c : `"the mailbox ${c}"`} }\n`,
  );
  writeFileSync(
    join(folder, 'case.yaml'),
    `title: Hidden\nasOf: 2003-03-26\nzone: America/Los_Angeles\nsources:\n${sources.join('')}`,
  );
  const parties = custodians.flatMap((c) => {
    const person = known.get(c);
    if (person === undefined) return [];
    return [
      `  - { id: ${c}, name: ${JSON.stringify(person.name || c)}, aliases: [${JSON.stringify(person.address)}] }\n`,
    ];
  });
  writeFileSync(join(folder, 'people.yaml'), `parties:\n${parties.join('')}`);
}

/** Takes files away. */
export function hide(mails: readonly Mail[]): void {
  for (const { path } of mails) rmSync(path);
}
