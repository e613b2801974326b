/** Names and addresses in quoted headers, where most have no address at all. */
import { ADDRESS_KINDS } from '../../../model/record.ts';
import { charsetText } from '../charset.ts';
import { tidy } from '../encoded-word.ts';
import { classify, nameWithin } from '../exchange.ts';
import { type Mailbox, parseMailboxes } from '../mailboxes.ts';

/** Who a quoted "From" names. */
export interface QuotedAuthor {
  readonly author: Mailbox | null;
  /** Who sent it on the author's behalf. */
  readonly sender: Mailbox | null;
}

/**
 * Text of a value as people read it.
 * @param latin1 the bytes of the value
 * @param charset of the text that holds it
 */
export function quotedText(latin1: string, charset: string): string {
  return tidy(charsetText(Buffer.from(latin1, 'latin1'), charset)).replace(/\s{2,}/g, ' ');
}

/** Reads the author of a quoted header; Outlook writes "A On Behalf Of B" when A sent for B. */
export function quotedAuthor(value: string): QuotedAuthor {
  const behalf = /^(.*?)\s+on behalf of\s+(.*)$/i.exec(value);
  if (behalf === null) return { author: one(value), sender: null };
  return { author: one(behalf[2]!), sender: one(behalf[1]!) };
}

/**
 * Reads the recipients of a quoted header. Outlook divides them with semicolons, so commas belong to names; others divide
 * with commas and give addresses. A list that may be one name with a comma or several names stays one name.
 */
export function quotedRecipients(value: string): Mailbox[] {
  if (value.trim() === '' || /^undisclosed[- ]recipients?\b/i.test(value.trim())) return [];
  return pieces(value).flatMap((piece) => one(piece) ?? []);
}

function pieces(value: string): string[] {
  if (value.includes(';')) return split(value, ';');
  const parts = split(value, ',');
  if (parts.length < 2) return parts;
  const addressed = parts.filter((part) => /[@/]/.test(part)).length;
  if (addressed === parts.length) return parts;
  // "Family, Given <address>, Other, Name <address>": an address ends a piece.
  if (addressed > 0) {
    const joined: string[] = [];
    let open = '';
    for (const part of parts) {
      open += (open === '' ? '' : ', ') + part;
      if (!/[@/]/.test(part)) continue;
      joined.push(open);
      open = '';
    }
    return open === '' ? joined : [...joined, open];
  }
  return parts.every((part) => /\S\s+\S/.test(part)) ? parts : [value.trim()];
}

/** Cuts at a sign outside of quotes. */
function split(value: string, sign: string): string[] {
  const parts: string[] = [];
  let quoted = false;
  let part = '';
  for (const char of value) {
    if (char === '"') quoted = !quoted;
    if (char === sign && !quoted) {
      parts.push(part);
      part = '';
    } else part += char;
  }
  parts.push(part);
  return parts.map((text) => text.trim()).filter((text) => text !== '');
}

/** Exchange and Outlook put what they know beside the name: "Name [mailto:address]", "Name [NOTES:…]". */
const BRACKET = /^(.*?)\s*\[\s*<?\s*(mailto|smtp|notes|ex):\s*([^\]]+?)\s*>?\s*\]?\s*$/i;

/** A name with the domain of a mail system that is no Internet domain: "Name@ORG". */
const ROUTED = /^([^<>"]*?)@[\w-]+(?: [\w-]+)?$/;

/** Longest mailbox that is looked at for the ways of old mail systems: a longer one is no name, and was made to cost time. */
const LONGEST = 1000;

/** One mailbox. */
function one(text: string): Mailbox | null {
  const value = text.trim();
  const old = value.length <= LONGEST;
  const bracket = old && value.endsWith(']') ? BRACKET.exec(value) : null;
  if (bracket !== null) return bracketed(bracket[1]!, bracket[2]!.toLowerCase(), bracket[3]!);
  if (!/[\p{L}\p{N}]/u.test(value) || /^@/.test(value)) return null;
  const plain = classify(unquoted(value), false);
  if (ADDRESS_KINDS[plain.kind] === 'x500') {
    return { ...plain, name: nameWithin(plain) };
  }
  const routed = old ? ROUTED.exec(value) : null;
  if (routed !== null && !/\.\w+$/.test(value)) {
    const inner = routed[1]!.trim();
    if (/\s/.test(inner) || inner.includes('@')) return one(inner);
  }
  if (value.includes('@') || value.includes('<')) {
    const parsed = parseMailboxes(value, 1);
    if (parsed.length === 1) return parsed[0]!;
    const addressed = parsed.filter((box) => box.raw.includes('@'));
    if (addressed.length === 1) return addressed[0]!;
  }
  const name = unquoted(value);
  return name === '' ? null : { ...classify(name, false), name: '' };
}

/** A name with an address in square brackets. */
function bracketed(before: string, type: string, inside: string): Mailbox | null {
  const named = one(before);
  const inner = type === 'mailto' || type === 'smtp' ? { ...classify(inside, true), name: '' } : one(inside);
  if (inner === null) return named;
  const name = named === null ? '' : named.name || named.raw;
  return { kind: inner.kind, raw: inner.raw, name: name === inner.raw ? '' : name };
}

function unquoted(text: string): string {
  return text
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^\*+|\*+$/g, '')
    .trim();
}
