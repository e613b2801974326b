/** The Content-Type field and its parameters (RFC 2045, 5.1; RFC 2231 for those that are split or encoded). */

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
  const parameters = new Map<string, string>();
  for (const [name, list] of pieces) {
    list.sort((a, b) => a.number - b.number);
    parameters.set(
      name,
      list.map((piece, index) => (piece.encoded ? undone(piece.text, index === 0) : piece.text)).join(''),
    );
  }
  return parameters;
}

/** Percent signs of RFC 2231 undone; the charset and language before the first piece cut off. */
function undone(text: string, first: boolean): string {
  const body = first ? text.replace(/^[^']*'[^']*'/, '') : text;
  return body.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
