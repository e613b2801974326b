/** A mailbox in which every message attacks whoever reads it: the only mail of a made-up investigation that is worth opening. */
import { bodies } from './markup.ts';
import { HUGE_WORD, HUGE_WORDS, type Targets, texts } from './payloads.ts';

/** Letters that look like those of `anna@harbour.example` and are others. */
export const HONEST: string = 'anna@harbour.example';
export const LOOKALIKES: readonly string[] = [
  '\u0430nna@harbour.example',
  'anna@harb\u043eur.example',
  'anna@harbour.examp1e',
  'anna@harbour\u3002example',
];

/** Payloads whose messages the office answers. */
const ANSWERED = 4;

interface Message {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** Further header lines. */
  readonly more?: readonly string[];
  readonly body: string;
}

/** RFC 2047: everything that is not plain letters goes in encoded words of 45 bytes. */
function encoded(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  const words: string[] = [];
  for (let at = 0; at < bytes.length; at += 45)
    words.push(`=?utf-8?B?${bytes.subarray(at, at + 45).toString('base64')}?=`);
  return words.join('\r\n ');
}

const parameter = (text: string): string => `UTF-8''${encodeURIComponent(text.toWellFormed())}`;

function html(text: string, charset = 'utf-8'): Pick<Message, 'more' | 'body'> {
  return {
    more: ['MIME-Version: 1.0', `Content-Type: text/html; charset=${charset}`, 'Content-Transfer-Encoding: base64'],
    body: Buffer.from(`<html><body><p>Dear reader</p>${text}<p>Regards</p></body></html>`)
      .toString('base64')
      .replace(/.{76}/g, '$&\r\n'),
  };
}

function attached(fileName: string): Pick<Message, 'more' | 'body'> {
  return {
    more: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=cut'],
    body: [
      '--cut',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'The plan is attached.',
      '--cut',
      `Content-Type: image/svg+xml; name*=${parameter(fileName)}`,
      `Content-Disposition: attachment; filename*=${parameter(fileName)}`,
      '',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      '--cut--',
    ].join('\r\n'),
  };
}

const plain = (text: string): Pick<Message, 'more' | 'body'> => ({
  more: ['Content-Type: text/plain; charset=utf-8'],
  body: text,
});

function messages(targets: Targets): Message[] {
  const to = 'Office <office@harbour.example>';
  const sender = (n: number): string => `s${n}@contractor.example`;
  return [
    ...texts(targets).flatMap(({ name, text }, n) => [
      { from: `${encoded(text)} <${sender(n)}>`, to, subject: `name ${name}`, ...plain('Who am I?') },
      { from: sender(n), to: `${encoded(text)} <office@harbour.example>`, subject: encoded(text), ...plain(text) },
      { from: sender(n), to, subject: `file ${name}`, ...attached(text) },
    ]),
    // Answers make the first of them contacts that count, and so findings and statements about them.
    ...texts(targets)
      .slice(0, ANSWERED)
      .map(({ text }, n) => ({
        from: 'Office Manager <office@harbour.example>',
        to: `${encoded(text)} <${sender(n)}>`,
        subject: encoded(`Re: ${text}`),
        ...plain(`> ${text}`),
      })),
    ...LOOKALIKES.map((address, n) => ({
      from: `Anna Quay <${address}>`,
      to: HONEST,
      subject: `lookalike ${n}`,
      ...plain('It is me.'),
    })),
    { from: `Anna Quay <${HONEST}>`, to, subject: 'honest', ...plain('It is really me.') },
    {
      from: '"\u0410nn\u0430 Qu\u0430y" <aq@contractor.example>',
      to,
      subject: 'mixed scripts',
      ...plain('It is me too.'),
    },
    { from: sender(1), to, subject: HUGE_WORD, ...plain('A subject of one word.') },
    { from: sender(2), to, subject: HUGE_WORDS, ...plain('A subject of many words.') },
    { from: sender(3), to, subject: 'long line', ...plain('x'.repeat(1 << 20)) },
    ...bodies(targets).map(({ name, text }, n) => ({
      from: sender(n),
      to,
      subject: `body ${name}`,
      ...html(text, name === 'utf-7' ? 'utf-7' : 'utf-8'),
    })),
  ];
}

/** Seconds between two messages. */
const APART = 3600;
const FIRST = Date.UTC(2030, 4, 6, 8) / 1000;

/** The mailbox, as an mbox file of UTF-8. */
export function hostileMailbox(targets: Targets): Buffer {
  const written = messages(targets).map(({ from, to, subject, more = [], body }, n) => {
    const date = new Date((FIRST + n * APART) * 1000).toUTCString().replace('GMT', '+0000');
    return [
      'From - Mon May  6 08:00:00 2030',
      `From: ${from}`,
      `To: ${to}`,
      `Subject: ${subject}`,
      `Date: ${date}`,
      `Message-ID: <hostile-${n}@contractor.example>`,
      ...more,
      '',
      body.replace(/^From /gm, '>From '),
      '',
      '',
    ].join('\r\n');
  });
  return Buffer.from(written.join(''), 'utf8');
}
