/** Mail: a mailbox to records, and to records and an index of their words, whole process; peers on the same messages. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { realArchive } from '../../test/mail/archive.ts';
import { built } from '../build.ts';
import { dataFile, toFile, workFolder } from '../data.ts';
import { mbox } from '../generate/mail/mbox.ts';
import { type Contestant, compare, type Line } from '../measure/series.ts';
import { mailPeers, peersHere } from '../peers/mail.ts';
import { maildirOfArchive, maildirOfMbox } from '../peers/maildir.ts';
import type { Options, Outcome, Suite, Target } from '../suite.ts';

/** More than a generated message takes on average, bytes. */
const MESSAGE = 21_000;

/** A released archive of mail, where it is present: its members are messages. */
const RELEASED = { name: 'enron-inbox/maildir.tar.gz', messages: 28_225 } as const;

/** A generated mailbox; made when it is not there. */
export function mailbox(messages: number): Promise<string> {
  return dataFile(`mail-${messages}.mbox`, messages * MESSAGE, (path) =>
    toFile(path, (write) => mbox(messages, write)),
  );
}

/** Ours and the peers on a mailbox of some size; ours also on the Maildir that the peers read. */
async function generated(size: number, peers: ReturnType<typeof peersHere>, options: Options): Promise<Line[]> {
  const path = await mailbox(size);
  const folder = workFolder();
  const maildir = join(folder, 'maildir');
  if (maildirOfMbox(path, maildir) !== size) throw new Error(`${path} holds other than ${size} messages`);
  const contestants: Contestant[] = [
    built(`backchannel, to records, ${size}`, size, path, []),
    built(`backchannel, to records and words, ${size}`, size, path, [], 'text'),
    built(`backchannel, to records and words, Maildir, ${size}`, size, maildir, [], 'text'),
    ...mailPeers(peers.names, folder, maildir, size),
  ];
  const lines = await compare(contestants, options.runs, options.say);
  rmSync(folder, { recursive: true, force: true });
  return lines;
}

/** Ours alone, on ten times as much. */
async function large(size: number, options: Options): Promise<Line[]> {
  const path = await mailbox(size);
  const contestants = [
    built(`backchannel, to records, ${size}`, size, path, []),
    built(`backchannel, to records and words, ${size}`, size, path, [], 'text'),
  ];
  return compare(contestants, options.runs, options.say);
}

/** The released archive; ours reads it as it is, the peers a Maildir of its members. */
async function released(archive: string, peers: ReturnType<typeof peersHere>, options: Options): Promise<Line[]> {
  const folder = workFolder();
  const maildir = join(folder, 'maildir');
  const size = await maildirOfArchive(archive, maildir);
  if (size !== RELEASED.messages) throw new Error(`${archive} holds ${size} files instead of ${RELEASED.messages}`);
  const contestants = [
    built('backchannel, released archive', size, archive, [], 'text'),
    built('backchannel, released archive as Maildir', size, maildir, [], 'text'),
    ...mailPeers(peers.names, folder, maildir, size).map((peer) => ({
      ...peer,
      name: peer.name.replace(/, \d+$/, ', released archive'),
    })),
  ];
  const lines = await compare(contestants, options.runs, options.say);
  rmSync(folder, { recursive: true, force: true });
  return lines;
}

function targets(lines: readonly Line[], [size, tenfold]: readonly [number, number]): Target[] {
  const of = (name: string): Line => lines.find((line) => line.name === name)!;
  const ratio = (what: string, ours: string, peer: string, bound: number): Target[] => {
    const other = lines.find((line) => line.name === peer);
    const own = lines.find((line) => line.name === ours);
    if (other === undefined || own === undefined) return [];
    return [{ what, value: own.wall.median / other.wall.median, unit: '×', bound, kind: 'most' }];
  };
  const [records, words] = [`backchannel, to records, ${size}`, `backchannel, to records and words, ${size}`];
  const [manyRecords, many] = [records, words].map((name) => of(name.replace(/\d+$/, String(tenfold)))) as [Line, Line];
  const peak = Math.max(
    ...lines.filter(({ name }) => name.startsWith('backchannel')).map(({ peak: p }) => p?.most ?? 0),
  );
  return [
    { what: 'to records, smaller size', value: of(records).rate, unit: 'messages/s', bound: 30_000, kind: 'least' },
    {
      what: 'to records, ten times the size',
      value: manyRecords.rate,
      unit: 'messages/s',
      bound: 40_000,
      kind: 'least',
    },
    ...ratio('records and words against mu', words, `mu index, ${size}`, 1 / 25),
    ...ratio('records and words against notmuch', words, `notmuch new, ${size}`, 1 / 50),
    ...ratio('released archive against mu', 'backchannel, released archive', 'mu index, released archive', 1 / 12),
    ...ratio(
      'released archive against notmuch',
      'backchannel, released archive',
      'notmuch new, released archive',
      1 / 12,
    ),
    { what: 'peak memory', value: peak, unit: 'MiB', bound: 572, kind: 'most' },
    {
      what: 'time of records and words, 10× against 1×',
      value: many.wall.median / of(words).wall.median,
      unit: '×',
      bound: 10.5,
      kind: 'most',
    },
  ];
}

async function run(options: Options): Promise<Outcome> {
  const sizes = options.small ? ([500, 5000] as const) : ([50_000, 500_000] as const);
  const peers = peersHere();
  const archive = options.small ? null : realArchive(RELEASED.name);
  const lines = [
    ...(await generated(sizes[0], peers, options)),
    ...(await large(sizes[1], options)),
    ...(archive === null ? [] : await released(archive, peers, options)),
  ];
  return {
    title: 'Mail to records and words',
    doc:
      'An mbox of generated mail (18 kB a message on average: plain, alternative and mixed; 7bit, 8bit, quoted-printable and ' +
      'base64; six charsets; threads) to record rows (headers, addresses, quoted messages, SHA-256, a ledger on disk), and to ' +
      'records and an index of words (subjects, bodies, names and text of attachments). mu and notmuch read the same messages ' +
      'as a Maildir; all of them are in the index of each. The released archive is 28,225 messages of the Enron inboxes.',
    unit: 'messages',
    lines,
    targets: options.small ? [] : targets(lines, sizes),
    notes: [
      ...peers.notes,
      ...(archive === null ? ['the released archive is not on this computer, or was left out'] : []),
    ],
  };
}

export const mail: Suite = { name: 'mail', run };
