/** What header fields say about a message besides who and when: list, automatic, reply, sent copy, draft. */
import { FLAG } from '../../model/record.ts';
import { headerText } from './encoded-word.ts';
import { FIELD, type Fields } from './fields.ts';

/** Folders of sent mail and of drafts, in the languages of common mail programs. */
const SENT =
  /^(?:_?sent|sent[ _-]?(?:items?|mail|messages?|elements)?|_sent_mail|gesendet\w*|gesendete (?:objekte|elemente|nachrichten)|éléments envoyés|envoyés|enviados?|elementos enviados|skickat|skickade objekt|отправленные)$/iu;
const DRAFTS = /^_?(?:drafts?|entwürfe|brouillons?|borradores|utkast|черновики)$/iu;

/**
 * The flags that follow from the fields of a header block.
 * - list: List-Id, List-Post (RFC 2919, RFC 2369), Precedence: list
 * - automatic: Auto-Submitted other than "no" (RFC 3834, 5), Precedence bulk, junk or auto_reply, X-Autoreply and its
 *   spellings, an empty Return-Path, a delivery or disposition report (RFC 6522)
 * - reply: In-Reply-To or References
 * - sentCopy, draft: the folder that an export wrote into X-Folder or X-Gmail-Labels; X-Unsent marks drafts of Outlook
 * @returns bits of FLAG
 */
export function traitsOf(fields: Fields): number {
  const start = fields.start;
  let flags = 0;
  if (start[FIELD['list-id']] !== -1 || start[FIELD['list-post']] !== -1) flags |= FLAG.list;
  if (start[FIELD['in-reply-to']] !== -1 || start[FIELD.references] !== -1) flags |= FLAG.reply;
  if (start[FIELD.precedence] !== -1) flags |= precedence(fields.value(FIELD.precedence).trim().toLowerCase());
  if (start[FIELD['auto-submitted']] !== -1) {
    if (!/^\s*no\b/i.test(fields.value(FIELD['auto-submitted']))) flags |= FLAG.automatic;
  }
  if (
    start[FIELD['x-autoreply']] !== -1 ||
    start[FIELD['x-autorespond']] !== -1 ||
    start[FIELD['x-auto-reply']] !== -1 ||
    (start[FIELD['return-path']] !== -1 && isNullPath(fields))
  ) {
    flags |= FLAG.automatic;
  }
  if (start[FIELD['x-folder']] !== -1) flags |= folder(headerText(fields.value(FIELD['x-folder'])));
  if (start[FIELD['x-gmail-labels']] !== -1) {
    for (const label of headerText(fields.value(FIELD['x-gmail-labels'])).split(',')) flags |= folder(label);
  }
  if (start[FIELD['x-unsent']] !== -1 && fields.value(FIELD['x-unsent']).trim() === '1') flags |= FLAG.draft;
  return flags;
}

function precedence(value: string): number {
  if (value === 'list') return FLAG.list;
  return /^(?:bulk|junk|auto[_-]?reply)$/.test(value) ? FLAG.automatic : 0;
}

function isNullPath(fields: Fields): boolean {
  const { text } = fields;
  let at = fields.start[FIELD['return-path']]!;
  const end = fields.end[FIELD['return-path']]!;
  while (at < end && text.charCodeAt(at) <= 32) at++;
  return text.charCodeAt(at) === 60 && text.charCodeAt(at + 1) === 62;
}

/**
 * What the folder of a message says about it.
 * @param path such as \\Lay_Kenneth\\Lay, Kenneth\\Sent Items or .Sent; its last part counts
 * @returns bits of FLAG
 */
export function folder(path: string): number {
  const last =
    path
      .split(/[\\/]/)
      .filter((part) => part.trim() !== '')
      .at(-1) ?? '';
  const name = last
    .slice(0, 200)
    .trim()
    .replace(/^['".]+|['"]+$/g, '')
    .replace(/^INBOX\./i, '');
  return (SENT.test(name) ? FLAG.sentCopy : 0) | (DRAFTS.test(name) ? FLAG.draft : 0);
}
