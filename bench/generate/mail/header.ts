/** The header of a made-up message: trace, signature, addresses, subject, thread. */
import type { Random } from '../random.ts';
import { encodedWord } from './charset.ts';
import type { Writer } from './people.ts';
import type { Letter } from './threads.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const AGENTS = [
  'Thunderbird 115.6',
  'Microsoft Outlook 16.0',
  'Apple Mail (2.3654)',
  'Roundcube Webmail/1.4',
  'Mutt/2.2.9',
];
const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** RFC 5322 date-time. @param at epoch seconds @param offset minutes from UTC */
export function mailDate(at: number, offset: number): string {
  const d = new Date((at + offset * 60) * 1000);
  const minutes = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
  const time = `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}:${two(d.getUTCSeconds())}`;
  return `${DAYS[d.getUTCDay()]}, ${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()} ${time} ${zone}`;
}

/** The line that begins a message of an mbox, asctime in UTC. */
export function fromLine(letter: Letter): string {
  const d = new Date(letter.at * 1000);
  const time = `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}:${two(d.getUTCSeconds())}`;
  const day = `${d.getUTCDate()}`.padStart(2, ' ');
  return `From ${letter.from.address} ${DAYS[d.getUTCDay()]} ${MONTHS[d.getUTCMonth()]} ${day} ${time} ${d.getUTCFullYear()}\n`;
}

const listed = (name: string, writers: readonly Writer[]): string =>
  writers.length === 0 ? '' : `${name}: ${writers.map((writer) => writer.mailbox).join(',\n\t')}\n`;

function trace(letter: Letter, random: Random): string {
  const hops = 1 + random.below(4);
  const receiver = letter.to[0] ?? letter.from;
  let out = `Return-Path: <${letter.from.address}>\n`;
  for (let hop = hops; hop > 0; hop--) {
    const by = hop === hops ? receiver.domain : `relay${hop}.${letter.from.domain}`;
    out += `Received: from relay${hop - 1}.${letter.from.domain} (relay${hop - 1}.${letter.from.domain} [192.0.2.${random.below(250)}])\n`;
    out += `\tby ${by} (Postfix) with ESMTPS id ${random.bits().toString(36).toUpperCase()}\n`;
    out += `\tfor <${receiver.address}>; ${mailDate(letter.at + hop, receiver.offset)}\n`;
  }
  return out;
}

function signature(letter: Letter, random: Random): string {
  const noise = (): string => Array.from({ length: 11 }, () => random.bits().toString(36).padStart(6, 'A')).join('');
  return (
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${letter.from.domain}; s=mail;\n` +
    `\th=from:to:subject:date:message-id; bh=${noise().slice(0, 43)}=;\n` +
    `\tb=${noise()}\n\t ${noise()}\n\t ${noise()}\n\t ${noise()}==\n`
  );
}

/** Everything up to the fields that say what the body is. */
export function header(letter: Letter, random: Random): string {
  const { from, references, subject } = letter;
  const prefix = /^(?:Re: |Fwd: )*/.exec(subject)![0];
  return [
    trace(letter, random),
    random.chance(35) ? signature(letter, random) : '',
    `Date: ${mailDate(letter.at, from.offset)}\n`,
    `From: ${from.mailbox}\n`,
    listed('To', letter.to),
    listed('Cc', letter.cc),
    `Subject: ${prefix}${encodedWord(subject.slice(prefix.length), random.chance(50) ? 'B' : 'Q')}\n`,
    `Message-ID: <${letter.id}>\n`,
    references.length === 0 ? '' : `In-Reply-To: <${references.at(-1)}>\nReferences: <${references.join('>\n\t<')}>\n`,
    letter.isList ? `List-Id: <news.${from.domain}>\nPrecedence: list\n` : '',
    letter.isAutomatic ? 'Auto-Submitted: auto-generated\n' : '',
    `User-Agent: ${random.pick(AGENTS)}\n`,
    'MIME-Version: 1.0\n',
  ].join('');
}
