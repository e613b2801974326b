/** The Content-Type field and its parameters (RFC 2045, 5.1; RFC 2231 for those that are split or encoded). */
import { charsetText } from './charset.ts';

export interface ContentType {
  /** Type and subtype in lower case; text/plain when the field is absent or unreadable (RFC 2045, 5.2). */
  readonly type: string;
  /** As written, empty when none. */
  readonly charset: string;
  /** Empty when none. */
  readonly boundary: string;
  /** File name, as written; empty when none. */
  readonly name: string;
}

const PLAIN: ContentType = { type: 'text/plain', charset: '', boundary: '', name: '' };

/** The plain form in which nearly all multiparts are written; others take the long way. */
const MULTIPART = /^\s*(multipart\/[\w-]+)\s*;\s*boundary\s*=\s*(?:"([^"\\]+)"|([^;\s"()]+))\s*;?\s*$/i;

/** Fields without a boundary repeat from message to message. */
const seen = new Map<string, ContentType>();

/**
 * Reads a Content-Type field.
 * @param raw its value as it stands in the header; empty when there is none
 */
export function contentTypeOf(raw: string): ContentType {
  if (raw === '') return PLAIN;
  const known = seen.get(raw);
  if (known !== undefined) return known;
  const quick = MULTIPART.exec(raw);
  if (quick !== null) return { ...PLAIN, type: quick[1]!.toLowerCase(), boundary: quick[2] ?? quick[3]! };
  const value = withoutComments(raw);
  const type = /^\s*([\w!#$&^.+-]+)\s*\/\s*([\w!#$&^.+-]+)/.exec(value);
  const parameters = parametersOf(value);
  const read: ContentType = {
    type: type === null ? 'text/plain' : `${type[1]}/${type[2]}`.toLowerCase(),
    charset: parameters.get('charset') ?? '',
    boundary: parameters.get('boundary') ?? '',
    name: parameters.get('name') ?? '',
  };
  if (read.boundary === '' && read.name === '' && seen.size < 1000 && raw.length < 200) seen.set(raw, read);
  return read;
}

/**
 * A content type with the file name of a Content-Disposition field, which counts before that of Content-Type (RFC 2183, 2.3).
 * @param disposition value of that field as it stands in the header; empty when there is none
 */
export function withFileName(content: ContentType, disposition: string): ContentType {
  if (!disposition.includes(';')) return content;
  const name = parametersOf(withoutComments(disposition)).get('filename') ?? '';
  return name === '' ? content : { ...content, name };
}

function withoutComments(raw: string): string {
  if (!raw.includes('(')) return raw;
  // Parentheses inside quotes are no comments.
  return raw.replace(/"(?:[^"\\]|\\.)*"|\([^()"]*\)/gs, (found) => (found.startsWith('"') ? found : ' '));
}

const PARAMETER = /;\s*([\w!#$&^.+%-]+)(\*\d{1,3})?(\*)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s"]*))/gs;

/** Parameters by name in lower case; pieces of RFC 2231 joined in the order of their numbers. */
function parametersOf(value: string): Map<string, string> {
  const pieces = new Map<string, { number: number; text: string; encoded: boolean }[]>();
  for (const [, name, number, star, quoted, plain] of value.matchAll(PARAMETER)) {
    const text = quoted === undefined ? (plain ?? '') : quoted.replace(/\\(.)/gs, '$1');
    const key = name!.toLowerCase();
    const list = pieces.get(key) ?? [];
    // Of a parameter that is given twice the first one counts.
    if (list.length > 0 && number === undefined) continue;
    list.push({ number: number === undefined ? 0 : Number(number.slice(1)), text, encoded: star !== undefined });
    pieces.set(key, list);
  }
  return new Map([...pieces].map(([name, list]) => [name, joined(list)]));
}

/** Pieces of one parameter in order; those with percent signs are undone, the others are as written. */
function joined(pieces: { number: number; text: string; encoded: boolean }[]): string {
  pieces.sort((a, b) => a.number - b.number);
  const [first] = pieces;
  // The charset stands before the first piece (RFC 2231, 4).
  const charset = first!.encoded ? /^([^']*)'[^']*'/.exec(first!.text) : null;
  const texts = pieces.map(({ text, encoded }, index) =>
    encoded ? undone(index === 0 && charset !== null ? text.slice(charset[0].length) : text) : text,
  );
  const whole = texts.join('');
  if (charset === null || charset[1] === '' || /^(?:utf-8|us-ascii)$/i.test(charset[1]!)) return whole;
  // As the bytes of UTF-8, one character a byte: like what stands in a header without any encoding.
  return Buffer.from(charsetText(Buffer.from(whole, 'latin1'), charset[1]!), 'utf8').toString('latin1');
}

/** Percent signs of RFC 2231 undone: one character a byte. */
function undone(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
