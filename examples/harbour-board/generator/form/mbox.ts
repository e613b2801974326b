/** Mailbox files. What separates messages in them was never one standard: two of the dialects are in the case. */
import { bytesOf } from './charset.ts';
import { fromLineDate } from './clock.ts';

/** One message for a file. */
export interface Entry {
  /** Envelope sender; '' is written as MAILER-DAEMON. */
  readonly sender: string;
  /** When it was put into the mailbox, epoch seconds UTC. */
  readonly at: number;
  /** Code units 0–255, ends with LF. */
  readonly text: string;
}

function fromLine(entry: Entry): string {
  return `From ${entry.sender === '' ? 'MAILER-DAEMON' : entry.sender} ${fromLineDate(entry.at)}\n`;
}

/** mboxrd: body lines that begin with any number of `>` and `From ` get one `>` more; a blank line ends a message. */
export function mboxrd(entries: readonly Entry[]): Uint8Array {
  return bytesOf(entries.map((e) => `${fromLine(e)}${e.text.replace(/^(>*From )/gm, '>$1')}\n`).join(''));
}

/** mboxcl2: nothing is quoted, the field Content-Length says how many bytes the body has; a blank line follows. */
export function mboxcl2(entries: readonly Entry[]): Uint8Array {
  const parts = entries.map((e) => {
    const cut = e.text.indexOf('\n\n');
    if (cut < 0) throw new RangeError('a message without a body has no length of it');
    const body = e.text.slice(cut + 2);
    return `${fromLine(e)}${e.text.slice(0, cut)}\nContent-Length: ${body.length}\n\n${body}\n`;
  });
  return bytesOf(parts.join(''));
}
