/** Indexers of mail that are installed on the machine, on the same messages in a Maildir. */
import { closeSync, mkdirSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workFolder } from '../data.ts';
import type { Contestant } from '../measure/series.ts';

const SEPARATOR = Buffer.from('\n\nFrom ', 'latin1');

/** Takes an mbox apart into a Maildir; generated mail has no line in a body that begins with From. */
function explode(mbox: string, maildir: string): number {
  for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(maildir, part), { recursive: true });
  const file = openSync(mbox, 'r');
  const chunk = Buffer.allocUnsafe(1 << 23);
  let rest: Buffer = Buffer.alloc(0);
  let count = 0;
  const keep = (message: Buffer): void => {
    const body = message.subarray(message.indexOf(0x0a) + 1);
    writeFileSync(join(maildir, 'cur', `${String(count++).padStart(8, '0')}.bench:2,S`), body);
  };
  for (;;) {
    const read = readSync(file, chunk);
    if (read === 0) break;
    const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
    let from = 0;
    for (let to = bytes.indexOf(SEPARATOR); to !== -1; to = bytes.indexOf(SEPARATOR, from)) {
      keep(bytes.subarray(from, to + 1));
      from = to + 2;
    }
    rest = Buffer.from(bytes.subarray(from));
  }
  closeSync(file);
  if (rest.length > 0) keep(rest);
  return count;
}

function mu(folder: string, maildir: string, items: number): Contestant {
  const home = join(folder, 'mu');
  return {
    name: `mu index, ${items}`,
    items,
    prepare: () => {
      rmSync(home, { recursive: true, force: true });
      const script = `mu init --muhome=${home} -m ${maildir} --quiet && mu index --muhome=${home} --quiet`;
      return { command: '/bin/sh', args: ['-c', script] };
    },
  };
}

function notmuch(folder: string, maildir: string, items: number): Contestant {
  const config = join(folder, 'notmuch-config');
  const database = join(folder, 'notmuch');
  return {
    name: `notmuch new, ${items}`,
    items,
    prepare: () => {
      rmSync(database, { recursive: true, force: true });
      mkdirSync(database);
      writeFileSync(
        config,
        `[database]\npath=${database}\nmail_root=${maildir}\n[user]\nname=bench\nprimary_email=bench@bench.example\n[new]\ntags=\n`,
      );
      return { command: 'notmuch', args: ['new', '--quiet'], environment: { NOTMUCH_CONFIG: config } };
    },
  };
}

/** @returns contestants for the peers named, and the folder to remove afterwards */
export async function mailPeers(
  names: readonly ('mu' | 'notmuch')[],
  mbox: string,
  items: number,
): Promise<{ contestants: Contestant[]; folder: string }> {
  const folder = workFolder();
  const maildir = join(folder, 'maildir');
  const count = explode(mbox, maildir);
  if (count !== items) throw new Error(`${mbox} was taken apart into ${count} messages instead of ${items}`);
  const made = { mu, notmuch };
  return { contestants: names.map((name) => made[name](folder, maildir, items)), folder };
}
