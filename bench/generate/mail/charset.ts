/** Text as bytes of the charsets that mail is written in, and those bytes in the transfer encodings of RFC 2045. */

export const CHARSETS = ['us-ascii', 'utf-8', 'iso-8859-1', 'windows-1252', 'windows-1251', 'iso-8859-7'] as const;
export type Charset = (typeof CHARSETS)[number];

/** Code of a character in a charset of one byte; the lists of generate/mail/text.ts hold no character without one. */
function byteOf(code: number, charset: Charset): number {
  if (code < 0x80) return code;
  if (charset === 'windows-1251') return code - 0x0410 + 0xc0;
  if (charset === 'iso-8859-7') return code - 0x02d0;
  if (code === 0x2013) return charset === 'windows-1252' ? 0x96 : 0x2d;
  return code;
}

export function encode(text: string, charset: Charset): Buffer {
  if (charset === 'utf-8') return Buffer.from(text, 'utf8');
  return Buffer.from(Array.from(text, (c) => byteOf(c.codePointAt(0)!, charset)));
}

/** RFC 2045 section 6.7, lines of at most 76 characters that end with \n. */
export function quotedPrintable(bytes: Buffer): Buffer {
  let out = '';
  let line = 0;
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i]!;
    if (b === 0x0a) {
      out += '\n';
      line = 0;
      continue;
    }
    const isTrailing = b === 0x20 && (i + 1 === bytes.length || bytes[i + 1] === 0x0a);
    const isPlain = b >= 0x20 && b < 0x7f && b !== 0x3d && !isTrailing;
    const text = isPlain ? String.fromCharCode(b) : `=${b.toString(16).toUpperCase().padStart(2, '0')}`;
    if (line + text.length > 75) {
      out += '=\n';
      line = 0;
    }
    out += text;
    line += text.length;
  }
  return Buffer.from(out, 'latin1');
}

/** RFC 2045 section 6.8, lines of 76 characters that end with \n. */
export function base64Lines(bytes: Buffer): string {
  const text = bytes.toString('base64');
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += 76) lines.push(text.slice(at, at + 76));
  lines.push('');
  return lines.join('\n');
}

/** An encoded word of RFC 2047 where the text needs one; a text of at most 40 characters stays within its 75. */
export function encodedWord(text: string, form: 'B' | 'Q'): string {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length === text.length) return text;
  if (form === 'B') return `=?utf-8?B?${bytes.toString('base64')}?=`;
  const words = Array.from(bytes, (b) => {
    if (b === 0x20) return '_';
    const isPlain = (b >= 0x30 && b <= 0x39) || (b >= 0x41 && b <= 0x5a) || (b >= 0x61 && b <= 0x7a);
    return isPlain ? String.fromCharCode(b) : `=${b.toString(16).toUpperCase()}`;
  });
  return `=?UTF-8?Q?${words.join('')}?=`;
}
