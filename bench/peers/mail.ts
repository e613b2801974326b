/** Indexers of mail that are installed on the machine, on the messages of a Maildir. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed } from '../measure/machine.ts';
import type { Contestant } from '../measure/series.ts';

export const PEERS = ['mu', 'notmuch'] as const;
type Peer = (typeof PEERS)[number];

/** Peers that are installed, and what to say of the others and of their versions. */
export function peersHere(): { readonly names: readonly Peer[]; readonly notes: readonly string[] } {
  const found = PEERS.map((name) => [name, installed(name)] as const);
  return {
    names: found.filter(([, version]) => version !== null).map(([name]) => name),
    notes: found.map(
      ([name, version]) => `${name}: ${version ?? 'not installed, left out (apt-get install maildir-utils notmuch)'}`,
    ),
  };
}

/** @throws Error when an index does not hold all messages */
function checkCount(name: string, output: string, pattern: RegExp, items: number): void {
  const count = Number(pattern.exec(output)?.[1] ?? Number.NaN);
  if (count !== items) throw new Error(`${name} has ${count} messages in its index instead of ${items}`);
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
    finish: () => {
      const { stdout } = spawnSync('mu', ['info', `--muhome=${home}`], { encoding: 'utf8' });
      checkCount('mu', stdout, /messages in store\s*\|\s*(\d+)/, items);
    },
  };
}

function notmuch(folder: string, maildir: string, items: number): Contestant {
  const config = join(folder, 'notmuch-config');
  const database = join(folder, 'notmuch');
  const environment = { NOTMUCH_CONFIG: config };
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
      return { command: 'notmuch', args: ['new', '--quiet'], environment };
    },
    finish: () => {
      const { stdout } = spawnSync('notmuch', ['count', '--output=files', '*'], {
        encoding: 'utf8',
        env: { ...process.env, ...environment },
      });
      checkCount('notmuch', stdout, /^(\d+)/, items);
    },
  };
}

/**
 * @param folder where their indexes go
 * @param items messages of the Maildir: all of them must be in the index afterwards
 */
export function mailPeers(names: readonly Peer[], folder: string, maildir: string, items: number): Contestant[] {
  const made = { mu, notmuch };
  return names.map((name) => made[name](folder, maildir, items));
}
