/** The two mailboxes. */
import type { Holder, Mail } from '../cast/events.ts';
import { bytesOf } from '../form/charset.ts';
import { type Entry, mboxcl2, mboxrd } from '../form/mbox.ts';
import { copyId, message } from '../form/message.ts';

export const MAILBOX: Readonly<{ [holder in Holder]: string }> = {
  chief: 'sources/chief-of-staff.mbox',
  adviser: 'sources/minister-adviser.mbox',
};

/** One message in a mailbox, in the order of the file. */
export interface Kept {
  readonly mail: Mail;
  readonly id: string;
  /** Bytes from the start of the file to its From_ line. */
  readonly offset: number;
  /** From_ line, message and the blank line that follows. */
  readonly length: number;
}

/** When a copy was put into the mailbox: the sender's own copy at once, others after the gateway. */
function arrival(mail: Mail, holder: Holder): number {
  return mail.at + (holder === 'chief' ? 4 : 11);
}

function inOrder(mails: readonly Mail[], holder: Holder): Mail[] {
  const kept = mails.filter((m) => m.holders.includes(holder));
  return kept.sort((a, b) => arrival(a, holder) - arrival(b, holder) || (a.id < b.id ? -1 : 1));
}

function entryOf(mail: Mail, holder: Holder): Entry {
  const sender = mail.automatic === 'auto-replied' ? '' : mail.from.mail;
  return { sender, at: arrival(mail, holder), text: message(mail, holder) };
}

/** A mailbox as bytes, and what stands where in it. */
export function mailbox(
  mails: readonly Mail[],
  holder: Holder,
): { readonly bytes: Uint8Array; readonly kept: readonly Kept[] } {
  const write = holder === 'chief' ? mboxrd : mboxcl2;
  let offset = 0;
  const kept: Kept[] = [];
  const parts = inOrder(mails, holder).map((mail) => {
    const bytes = write([entryOf(mail, holder)]);
    kept.push({ mail, id: copyId(mail, holder), offset, length: bytes.length });
    offset += bytes.length;
    return bytes;
  });
  return { bytes: parts.length === 0 ? bytesOf('') : Buffer.concat(parts), kept };
}
