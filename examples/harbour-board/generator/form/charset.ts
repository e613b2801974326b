/** Text to bytes in the charsets that the case's mail programs use, and the two transfer encodings. */
export type Charset = 'us-ascii' | 'utf-8' | 'iso-8859-1' | 'windows-1252' | 'iso-8859-2';

/** Code points of windows-1252 at 0x80–0x9f that occur in the case. */
const WINDOWS: Readonly<{ [char: string]: number }> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
};
/** The Polish letters of ISO 8859-2. */
const LATIN2: Readonly<{ [char: string]: number }> = {
  Ą: 0xa1,
  Ł: 0xa3,
  Ś: 0xa6,
  Ź: 0xac,
  Ż: 0xaf,
  ą: 0xb1,
  ł: 0xb3,
  ś: 0xb6,
  ź: 0xbc,
  ż: 0xbf,
  Ć: 0xc6,
  ć: 0xe6,
  ę: 0xea,
  ń: 0xf1,
  ó: 0xf3,
  ä: 0xe4,
  ö: 0xf6,
  Ö: 0xd6,
  Ä: 0xc4,
  é: 0xe9,
};

function codeIn(char: string, charset: Charset): number | undefined {
  const code = char.codePointAt(0)!;
  if (code < 0x80) return code;
  if (charset === 'us-ascii') return undefined;
  if (charset === 'iso-8859-2') return LATIN2[char];
  if (charset === 'windows-1252' && WINDOWS[char] !== undefined) return WINDOWS[char];
  return code >= 0xa0 && code <= 0xff ? code : undefined;
}

/** Whether a charset can carry a text. */
export function carries(text: string, charset: Charset): boolean {
  if (charset === 'utf-8') return true;
  for (const char of text) if (codeIn(char, charset) === undefined) return false;
  return true;
}

/**
 * Encodes a text.
 * @throws RangeError when the charset lacks a character: ask carries first
 */
export function encode(text: string, charset: Charset): Uint8Array {
  if (charset === 'utf-8') return new TextEncoder().encode(text);
  return Uint8Array.from([...text], (char) => {
    const code = codeIn(char, charset);
    if (code === undefined) throw new RangeError(`${charset} has no ${char}`);
    return code;
  });
}

/** Bytes as a text of code units 0–255, so that lines can be put together before they are bytes again. */
export function binary(bytes: Uint8Array): string {
  return Array.from(bytes, (b) => String.fromCharCode(b)).join('');
}

/** The reverse of binary. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

/** RFC 2045, 6.8: lines of 76 characters, LF between them. */
export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('base64')
    .replace(/.{76}(?=.)/g, '$&\n');
}

/** RFC 2045, 6.7: soft line breaks before column 76. Line ends of the text stay line ends. */
export function quotedPrintable(text: string, charset: Charset): string {
  return text
    .split('\n')
    .map((line) => {
      const units = Array.from(encode(line, charset), (b, i) => {
        const last = i === line.length - 1 && b === 0x20;
        return b >= 0x20 && b < 0x7f && b !== 0x3d && !last
          ? String.fromCharCode(b)
          : `=${b.toString(16).toUpperCase().padStart(2, '0')}`;
      });
      let out = '';
      let column = 0;
      for (const unit of units) {
        if (column + unit.length > 75) {
          out += '=\n';
          column = 0;
        }
        out += unit;
        column += unit.length;
      }
      return out;
    })
    .join('\n');
}

/**
 * RFC 2047 encoded words for a header value, or the value itself when it is ASCII.
 * @param method B or Q; words are cut between characters, so that each stands for itself (section 5, rule 3)
 */
export function headerText(text: string, charset: Charset, method: 'B' | 'Q'): string {
  if (carries(text, 'us-ascii')) return text;
  const use = carries(text, charset) && charset !== 'us-ascii' ? charset : 'utf-8';
  const words: string[] = [];
  let piece = '';
  for (const char of text) {
    if (encode(piece + char, use).length > 30) {
      words.push(piece);
      piece = '';
    }
    piece += char;
  }
  words.push(piece);
  return words
    .map((word) => `=?${use}?${method}?${method === 'B' ? base64(encode(word, use)) : qWord(word, use)}?=`)
    .join('\n ');
}

function qWord(word: string, charset: Charset): string {
  return Array.from(encode(word, charset), (b) => {
    const char = String.fromCharCode(b);
    if (b === 0x20) return '_';
    return /[A-Za-z0-9]/.test(char) && b < 0x80 ? char : `=${b.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}
