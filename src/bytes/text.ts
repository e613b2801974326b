/** Bytes as text, by a charset that is named. What does not fit its name is shown and said, never thrown. */
import { isAscii, isUtf8 } from 'node:buffer';
import { charsetOf } from './charset-names.ts';
import { decodePage } from './code-pages.ts';
import { decodeUtf7 } from './utf7.ts';

/** Text, and what was wrong with its bytes. */
export interface Decoded {
  readonly text: string;
  /** One plain sentence; null when the bytes are what their charset says. */
  readonly problem: string | null;
}

/**
 * Decodes bytes by the charset that was written beside them. Never throws.
 *
 * Where the name tells nothing (absent, unknown, a charset without a decoder) or is contradicted by the bytes (US-ASCII
 * with 8-bit bytes), the text is read as UTF-8 if it is valid UTF-8 and as Windows-1252 otherwise, and the problem says
 * so. Bytes that a known charset does not allow become U+FFFD, and the problem says how many. A byte-order mark is no text.
 *
 * @param bytes the whole text; cutting inside a character damages that character
 * @param charset as written; null where none was written
 */
export function decode(bytes: Uint8Array, charset: string | null): Decoded {
  const known = charsetOf(charset ?? '');
  if (isAscii(bytes) && (known.kind === 'ascii' || known.kind === 'unknown'))
    return { text: latin1(bytes), problem: null };
  switch (known.kind) {
    case 'decoder':
      return decodeLabel(bytes, known.label);
    case 'page':
      return { text: decodePage(bytes, known.page), problem: null };
    case 'utf-7': {
      const { text, damaged } = decodeUtf7(latin1(bytes));
      return { text, problem: damaged === 0 ? null : `${damaged} shifted runs of the UTF-7 text are damaged` };
    }
    case 'ascii':
      return guess(bytes, 'called US-ASCII but has 8-bit bytes');
    case 'unknown':
      return guess(bytes, 'the charset is not given');
    case 'unsupported':
      return guess(bytes, `the charset ${JSON.stringify(charset?.slice(0, 60))} cannot be read`);
  }
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

function decodeLabel(bytes: Uint8Array, label: string): Decoded {
  if (label === 'utf-8' && isUtf8(bytes)) {
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    return {
      text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8', start),
      problem: null,
    };
  }
  let decoder = decoders.get(label);
  if (decoder === undefined) {
    decoder = new TextDecoder(label);
    decoders.set(label, decoder);
  }
  const text = decoder.decode(bytes);
  const lost = text.split('\ufffd').length - 1;
  // A text may hold U+FFFD of its own, in UTF-8 and UTF-16 only: then it was lost before it came here, and is still worth saying.
  return { text, problem: lost === 0 ? null : `${lost} characters are no valid ${label}` };
}

function guess(bytes: Uint8Array, why: string): Decoded {
  const label = isUtf8(bytes) ? 'utf-8' : 'windows-1252';
  return { text: decodeLabel(bytes, label).text, problem: `${why}; read as ${label}` };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
