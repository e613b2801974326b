/** Mail: an mbox to records, whole process. */
import { rmSync } from 'node:fs';
import { built } from '../build.ts';
import { dataFile, toFile } from '../data.ts';
import { mbox } from '../generate/mail/mbox.ts';
import { installed } from '../measure/machine.ts';
import { compare, type Line } from '../measure/series.ts';
import { mailPeers } from '../peers/mail.ts';
import type { Options, Outcome, Suite, Target } from '../suite.ts';

/** More than a generated message takes on average, bytes. */
const MESSAGE = 21_000;
const PEERS = ['mu', 'notmuch'] as const;

/** A generated mailbox; made when it is not there. */
export function mailbox(messages: number): Promise<string> {
  return dataFile(`mail-${messages}.mbox`, messages * MESSAGE, (path) =>
    toFile(path, (write) => mbox(messages, write)),
  );
}

function targets([one, ten]: readonly Line[]): Target[] {
  if (one === undefined || ten === undefined) return [];
  const peaks = [one, ten].map((line) => line.peak?.most ?? Number.NaN) as [number, number];
  return [
    { what: 'speed at the smaller size', value: one.rate, unit: 'messages/s', bound: 30_000, kind: 'least' },
    { what: 'speed at ten times the size', value: ten.rate, unit: 'messages/s', bound: 40_000, kind: 'least' },
    { what: 'peak memory', value: Math.max(...peaks), unit: 'MiB', bound: 572, kind: 'most' },
    { what: 'peak memory, 10× against 1×', value: peaks[1] / peaks[0], unit: '×', bound: 1.25, kind: 'most' },
    { what: 'time, 10× against 1×', value: ten.wall.median / one.wall.median, unit: '×', bound: 10.5, kind: 'most' },
  ];
}

async function run({ runs, small, say }: Options): Promise<Outcome> {
  const sizes = small ? [500, 5000] : [50_000, 500_000];
  const notes: string[] = [];
  const lines: Line[] = [];
  for (const [place, size] of sizes.entries()) {
    const path = await mailbox(size);
    const contestants = [built(`backchannel, to records, ${size}`, size, path, [])];
    const there = PEERS.filter((peer) => installed(peer) !== null);
    const peers = place === 0 && there.length > 0 ? await mailPeers(there, path, size) : null;
    lines.push(...(await compare([...contestants, ...(peers?.contestants ?? [])], runs, say)));
    if (peers !== null) rmSync(peers.folder, { recursive: true, force: true });
  }
  for (const peer of PEERS)
    notes.push(`${peer}: ${installed(peer) ?? 'not installed, left out (apt-get install maildir-utils notmuch)'}`);
  const ours = lines.filter((line) => line.name.startsWith('backchannel'));
  return {
    title: 'Mail to records',
    doc:
      'An mbox of generated mail (18 kB a message on average: plain, alternative and mixed; 7bit, 8bit, quoted-printable and ' +
      'base64; six charsets; threads) to record rows: headers, addresses, quoted messages, SHA-256, a ledger on disk. mu and ' +
      'notmuch read the same messages as a Maildir, and index bodies as well.',
    unit: 'messages',
    lines,
    targets: small ? [] : targets(ours),
    notes,
  };
}

export const mail: Suite = { name: 'mail', run };
