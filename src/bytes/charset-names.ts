/**
 * Names of charsets as mail and exports write them, joined to the names that the platform's decoders take.
 */
import { PAGES } from './code-pages.ts';

/** How a named charset is to be read. */
export type Charset =
  | { readonly kind: 'decoder'; readonly label: string }
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'utf-7' }
  /** US-ASCII: bytes above 127 contradict the name. */
  | { readonly kind: 'ascii' }
  /** The name says that the writer did not know. */
  | { readonly kind: 'unknown' }
  /** A charset that exists, or a word that does not, for which there is no decoder. */
  | { readonly kind: 'unsupported' };

/** Names beyond those of the WHATWG Encoding Standard, after {@link tidy}. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['ansi-x3.4-1968', 'us-ascii'],
  ['ansi-x3.4-1986', 'us-ascii'],
  ['iso646-us', 'us-ascii'],
  ['646', 'us-ascii'],
  ['7bit', 'us-ascii'],
  ['utf-8-sig', 'utf-8'],
  ['utf8mb4', 'utf-8'],
  ['iso-10646-ucs-2', 'utf-16le'],
  ['ansi', 'windows-1252'],
  ['latin-1', 'windows-1252'],
  ['latin-9', 'iso-8859-15'],
  ['iso-8859-1-windows-3.1-latin-1', 'windows-1252'],
  ['macroman', 'macintosh'],
  ['mac-roman', 'macintosh'],
  ['x-macroman', 'macintosh'],
  ['x-sjis', 'shift_jis'],
  ['cp932', 'shift_jis'],
  ['ms932', 'shift_jis'],
  ['cp936', 'gbk'],
  ['ms936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['ms949', 'euc-kr'],
  ['uhc', 'euc-kr'],
  ['cp950', 'big5'],
  ['tis620', 'windows-874'],
  ['cp874', 'windows-874'],
  ['cp437', 'ibm437'],
  ['oem', 'ibm437'],
  ['cp850', 'ibm850'],
  ['cp858', 'ibm850'],
  // ISO-8859-8-E and -I differ in who orders the text for display, not in what the bytes mean (RFC 1556).
  ['iso-8859-8-e', 'iso-8859-8'],
]);

/** Words that mail programs write where they do not know. */
const UNKNOWN = new Set([
  '',
  'unknown',
  'x-unknown',
  'unknown-8bit',
  'default',
  'default-charset',
  '8bit',
  'binary',
  'none',
  'x-user-defined',
]);

const ASCII = new Set(['us-ascii', 'ascii', 'us', 'csascii', 'iso-ir-6', 'iso-646.irv:1991', 'ibm367', 'cp367']);

const UTF7 = /^(?:x-)?(?:unicode-1-1-|unicode-2-0-|cs-?unicode-?11)?utf-?7$/;

/**
 * Finds out how to read a charset by the name that somebody wrote.
 *
 * @param written as in a header or a configuration: any case, quotes, underscores for hyphens
 */
export function charsetOf(written: string): Charset {
  const bare = written
    .trim()
    .replace(/^["']+|["']+$/g, '')
    .toLowerCase();
  const tidy = bare.replace(/[\s_]+/g, '-');
  if (UNKNOWN.has(tidy)) return { kind: 'unknown' };
  if (UTF7.test(tidy)) return { kind: 'utf-7' };
  const aliased = ALIASES.get(tidy) ?? tidy;
  if (ASCII.has(aliased)) return { kind: 'ascii' };
  const page = aliased.replace(/^(?:cs)?(?:x-)?(?:cp|dos|pc)-?(?=\d)/, 'ibm').replace(/^ibm-/, 'ibm');
  if (PAGES.includes(page)) return { kind: 'page', page };
  for (const candidate of candidates(bare, aliased)) {
    const label = labelOf(candidate);
    if (label !== null) return { kind: 'decoder', label };
  }
  return { kind: 'unsupported' };
}

/** Spellings to try, nearest to the written one first: win-1251, windows1251, cp-1251, x-cp1251, 8859_2, iso8859-2. */
function candidates(bare: string, aliased: string): string[] {
  const number = /^(?:x-)?(?:windows|win|cp|ms|ms-ansi)-?(\d{3,5})$/.exec(aliased)?.[1];
  const iso = /^(?:iso)?-?8859-(\d{1,2})(?:-[ie])?$/.exec(aliased)?.[1];
  return [
    bare,
    aliased,
    aliased.replace(/-/g, '_'),
    ...(number === undefined ? [] : [`windows-${number}`, `ibm${number}`]),
    ...(iso === undefined ? [] : [`iso-8859-${iso}`]),
  ];
}

const labels = new Map<string, string | null>();

/** The decoder's own name for a label, or null when the platform has none; names come from hostile mail, so few are kept. */
function labelOf(name: string): string | null {
  let label = labels.get(name);
  if (label === undefined) {
    try {
      label = new TextDecoder(name).encoding;
    } catch {
      label = null; // RangeError: no such label, or one that the standard bans (HZ, ISO-2022-KR)
    }
    if (labels.size < 500) labels.set(name, label);
  }
  return label;
}
