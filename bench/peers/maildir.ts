/** A Maildir with the messages of a mailbox or an archive, for programs that read nothing else. */
import { closeSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../../test/mail/archive.ts';

const SEPARATOR = Buffer.from('\n\nFrom ', 'latin1');

/** Writes messages into the `cur` of a new Maildir, one file each. */
class Maildir {
  readonly #folder: string;
  count = 0;

  constructor(folder: string) {
    for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(folder, part), { recursive: true });
    this.#folder = join(folder, 'cur');
  }

  add(message: Uint8Array): void {
    writeFileSync(join(this.#folder, `${String(this.count++).padStart(8, '0')}.bench:2,S`), message);
  }
}

/**
 * Takes an mbox apart; generated mail has no line in a body that begins with From.
 * @returns messages
 */
export function maildirOfMbox(mbox: string, folder: string): number {
  const maildir = new Maildir(folder);
  const keep = (message: Buffer): void => maildir.add(message.subarray(message.indexOf(0x0a) + 1));
  const file = openSync(mbox, 'r');
  const chunk = Buffer.allocUnsafe(1 << 23);
  let rest: Buffer = Buffer.alloc(0);
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
  return maildir.count;
}

/**
 * The files of a .tar.gz, each of which is a message.
 * @returns messages
 */
export async function maildirOfArchive(archive: string, folder: string): Promise<number> {
  const maildir = new Maildir(folder);
  for (const message of (await filesOf(archive)).values()) maildir.add(message);
  return maildir.count;
}
