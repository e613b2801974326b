/** A mail as the bytes that one mailbox keeps of it (RFC 5322, RFC 2045–2047). Lines end with LF, as in an mbox file. */

import type { Attachment, Box, Holder, Mail } from '../cast/events.ts';
import { ORGANISATIONS } from '../cast/organisations.ts';
import { base64, binary, type Charset, carries, encode, headerText, quotedPrintable } from './charset.ts';
import { mailDate, quoteDate, skarvik } from './clock.ts';
import { hash32 } from './random.ts';

const GATE: Readonly<{
  [holder in Holder]: { readonly host: string; readonly own: string; readonly seconds: number };
}> = {
  chief: { host: 'mx1.skarvik-harbour.example', own: 'staffan.kajsund@skarvik-harbour.example', seconds: 4 },
  adviser: { host: 'gateway.coasts-ministry.example', own: 'anton.radlund@coasts-ministry.example', seconds: 11 },
};

export const FOOTER =
  'This message has passed the gateway of the Ministry of Coasts and Shipping.\nIncoming mail is an official document.';

function display(name: string, mail: Mail): string {
  if (name === '') return '';
  if (!carries(name, 'us-ascii')) return `${headerText(name, mail.charset, mail.transfer === 'base64' ? 'B' : 'Q')} `;
  return /^[A-Za-z0-9 ]+$/.test(name) ? `${name} ` : `"${name}" `;
}

/** An address list, one address a line once it is longer than a line. */
function addresses(field: string, boxes: readonly Box[], mail: Mail): string {
  const parts = boxes.map((b) => (b.name === '' ? b.mail : `${display(b.name, mail)}<${b.mail}>`));
  const line = `${field}: ${parts.join(', ')}`;
  return line.length <= 76 ? line : `${field}: ${parts.join(',\n ')}`;
}

function received(mail: Mail, holder: Holder): string {
  const gate = GATE[holder];
  const domain = mail.from.mail.slice(mail.from.mail.indexOf('@') + 1);
  const relay = ORGANISATIONS.find((o) => o.domain === domain)?.relay ?? '203.0.113.200';
  const queue = hash32(`${mail.id}/${holder}`).toString(16).toUpperCase().padStart(8, '0');
  return [
    `Received: from mail.${domain} (mail.${domain} [${relay}])`,
    `\tby ${gate.host} with ESMTPS id ${queue}`,
    `\tfor <${gate.own}>; ${mailDate(mail.at + gate.seconds)}`,
  ].join('\n');
}

/** The text with what is quoted or handed on below it. */
export function wholeText(mail: Mail, holder: Holder): string {
  const parts = [mail.body];
  const q = mail.answers;
  if (mail.quotes === true && q !== undefined) {
    const sender = q.from.name === '' ? q.from.mail : `${q.from.name} <${q.from.mail}>`;
    const lines = q.body.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
    parts.push('', `On ${quoteDate(q.at)}, ${sender} wrote:`, ...lines);
  }
  const f = mail.forwards;
  if (f !== undefined) {
    parts.push(
      '',
      '---------- Forwarded message ----------',
      `From: ${f.from.name} <${f.from.mail}>`,
      `Date: ${mailDate(f.at)}`,
    );
    parts.push(`Subject: ${f.subject}`, `To: ${f.to.map((b) => `${b.name} <${b.mail}>`).join(', ')}`, '', f.body);
  }
  if (mail.regated === true && holder === 'adviser') parts.push('', FOOTER);
  return parts.join('\n');
}

function encoded(text: string, charset: Charset, transfer: Mail['transfer']): string {
  if (transfer === 'base64') return base64(encode(`${text}\n`, charset));
  if (transfer === 'quoted-printable') return quotedPrintable(text, charset);
  return binary(encode(text, charset));
}

function htmlOf(text: string): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const paragraphs = safe.split('\n\n').map((p) => `<p>${p.replaceAll('\n', '<br>\n')}</p>`);
  return `<html><body>\n${paragraphs.join('\n')}\n</body></html>`;
}

function textPart(mail: Mail, text: string, type: string): string {
  const charset = carries(text, 'us-ascii') && mail.transfer === '7bit' ? 'us-ascii' : mail.charset;
  const head = `Content-Type: text/${type}; charset=${charset}\nContent-Transfer-Encoding: ${mail.transfer}`;
  return `${head}\n\n${encoded(text, charset, mail.transfer)}`;
}

function attachmentPart(a: Attachment): string {
  const head = `Content-Type: ${a.type}; name="${a.name}"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="${a.name}"`;
  return `${head}\n\n${base64(encode(a.text, 'utf-8'))}`;
}

/** Content fields and body. */
function content(mail: Mail, holder: Holder): string {
  const text = wholeText(mail, holder);
  let body = textPart(mail, text, 'plain');
  const mark = `=_${hash32(mail.id).toString(36)}`;
  if (mail.html === true) {
    const parts = [body, textPart(mail, htmlOf(text), 'html')].map((p) => `--${mark}a\n${p}\n`);
    body = `Content-Type: multipart/alternative; boundary="${mark}a"\n\n${parts.join('')}--${mark}a--`;
  }
  if (mail.attachments !== undefined) {
    const parts = [body, ...mail.attachments.map(attachmentPart)].map((p) => `--${mark}m\n${p}\n`);
    body = `Content-Type: multipart/mixed; boundary="${mark}m"\n\n${parts.join('')}--${mark}m--`;
  }
  return body;
}

function references(mail: Mail): string[] {
  if (mail.answers === undefined) return [];
  const chain: string[] = [];
  for (let m: Mail | undefined = mail.answers; m !== undefined && chain.length < 4; m = m.answers)
    chain.unshift(`<${m.id}>`);
  return [`In-Reply-To: <${mail.answers.id}>`, `References: ${chain.join('\n ')}`];
}

/** The Message-ID of the copy that a mailbox keeps. */
export function copyId(mail: Mail, holder: Holder): string {
  return mail.regated === true && holder === 'adviser'
    ? `${hash32(mail.id).toString(16).toUpperCase()}.GW@gateway.coasts-ministry.example`
    : mail.id;
}

function fieldsOf(mail: Mail, holder: Holder): string[] {
  const sent = mail.from.mail === GATE[holder].own;
  const out: string[] = [];
  if (!sent) {
    const path =
      mail.automatic === 'auto-replied' ? '' : mail.list === undefined ? mail.from.mail : `bounce-${mail.list.id}`;
    out.push(`Return-Path: <${path}>`, `Delivered-To: ${GATE[holder].own}`, received(mail, holder));
  }
  out.push(`Date: ${mail.wrongDate ?? mailDate(mail.at, mail.offset ?? skarvik(mail.at))}`);
  out.push(addresses('From', [mail.from], mail), addresses('To', mail.to, mail));
  if (mail.cc !== undefined) out.push(addresses('Cc', mail.cc, mail));
  if (mail.bcc !== undefined && sent) out.push(addresses('Bcc', mail.bcc, mail));
  out.push(
    `Subject: ${headerText(mail.subject, mail.charset, mail.transfer === 'base64' ? 'B' : 'Q')}`,
    `Message-ID: <${copyId(mail, holder)}>`,
  );
  out.push(...references(mail));
  if (mail.list !== undefined) {
    out.push(
      `List-Id: ${mail.list.name} <${mail.list.id}>`,
      `List-Unsubscribe: <mailto:leave@${mail.list.id}>`,
      'Precedence: list',
    );
  }
  if (mail.automatic !== undefined) out.push(`Auto-Submitted: ${mail.automatic}`);
  out.push(`X-Mailer: ${mail.agent}`, 'MIME-Version: 1.0');
  return out;
}

/**
 * One copy of a mail without the line that an mbox file puts before it.
 * @returns code units 0–255, ending with LF
 */
export function message(mail: Mail, holder: Holder): string {
  const head = fieldsOf(mail, holder);
  if (mail.damaged === true)
    return `${head.slice(0, 3).join('\n')}\nDate: Tue,\0\0\0\0\0\0\0\0From\0\0\xfe\xfe\xfe\xfe lost block of the archive \xff\xff\0\0\n`;
  return `${head.join('\n')}\n${content(mail, holder)}\n`;
}
