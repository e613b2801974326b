/** Makes mails of a few words each: what a sender's mail program adds follows from the sender. */
import { type Charset, carries } from '../form/charset.ts';
import { hash32 } from '../form/random.ts';
import type { Box, Holder, Mail } from './events.ts';
import { organisation } from './organisations.ts';
import { PEOPLE, PRIVATE, who } from './people.ts';

/** The mailbox of a post. */
export function box(id: string): Box {
  const p = who(id);
  return { name: p.name, mail: p.mail };
}

/** Domains whose people write through the private mail provider. */
const PROVIDER = 'brevlada.example';

function programOf(from: Box): Pick<Mail, 'charset' | 'transfer' | 'agent'> {
  const person = PEOPLE.find((p) => p.mail === from.mail);
  const domain = from.mail.slice(from.mail.indexOf('@') + 1);
  if (person !== undefined) {
    const { charset, transfer, agent } = organisation(person.organisation);
    return { charset, transfer, agent };
  }
  return domain === PROVIDER
    ? { charset: 'utf-8', transfer: 'quoted-printable', agent: 'Brevlada for phones 5.1' }
    : { charset: 'us-ascii', transfer: '7bit', agent: 'webmail' };
}

/** A Message-ID in one of the styles that programs have, always the same for the same mail. */
function messageId(from: Box, at: number, subject: string): string {
  const domain = from.mail.slice(from.mail.indexOf('@') + 1);
  const h = hash32(`${from.mail}/${at}/${subject}`);
  const hex = h.toString(16).padStart(8, '0');
  switch (h % 3) {
    case 0:
      return `${hex}.${at.toString(36)}@mail.${domain}`;
    case 1:
      return `${at.toString(16).toUpperCase()}${hex.toUpperCase()}@${domain}`;
    default:
      return `${hex.slice(0, 4)}-${hex.slice(4)}-${(at % 1_000_000).toString().padStart(6, '0')}@${domain}`;
  }
}

const KEPT: readonly { readonly holder: Holder; readonly mail: string }[] = [
  { holder: 'chief', mail: who('harbour-chief-of-staff').mail },
  { holder: 'adviser', mail: who('minister-adviser').mail },
];

export type Draft = Pick<Mail, 'at' | 'from' | 'to' | 'subject' | 'body'> & Partial<Mail>;

/**
 * Completes a mail: Message-ID, charset that can carry it, and the mailboxes that keep it (sender's and recipients').
 * @param draft what differs from the usual; `holders` only for mail that reaches a mailbox through a list
 */
export function post(draft: Draft): Mail {
  const program = programOf(draft.from);
  const everyone = [draft.from, ...draft.to, ...(draft.cc ?? []), ...(draft.bcc ?? [])].map((b) => b.mail);
  const holders = KEPT.filter((k) => everyone.includes(k.mail)).map((k) => k.holder);
  const text = `${draft.subject}\n${draft.body}${draft.quotes === true ? (draft.answers?.body ?? '') : ''}${draft.forwards?.body ?? ''}`;
  const names = [
    draft.answers?.from.name ?? '',
    ...(draft.forwards?.to ?? []).map((b) => b.name),
    draft.forwards?.from.name ?? '',
  ].join('');
  let charset: Charset = draft.charset ?? program.charset;
  let transfer = draft.transfer ?? program.transfer;
  if (!carries(text + names, charset)) {
    charset = 'utf-8';
    if (transfer === '7bit') transfer = 'quoted-printable';
  }
  return {
    holders,
    id: messageId(draft.from, draft.at, draft.subject),
    agent: program.agent,
    ...draft,
    charset,
    transfer,
  };
}

/**
 * An answer to a mail: to its sender, with `Re:` and the quotation below.
 * @param more what differs, such as copies or another address of the answering person
 */
export function answer(mail: Mail, from: Box, at: number, body: string, more: Partial<Mail> = {}): Mail {
  const subject = /^(Re|Sv): /.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`;
  return post({ at, from, to: [mail.from], subject, body, answers: mail, quotes: true, ...more });
}

/** The chief of staff's private account. */
export const CHIEF_PRIVATE: Box = { name: 'Staffan K', mail: PRIVATE.chief };
/** The account that is probably the contractor's director's. */
export const DIRECTOR_PRIVATE: Box = { name: 'Dirk B', mail: PRIVATE.director };
