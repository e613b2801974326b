/** What bytes of a passage read like, and whether they hold the words that are quoted from them. */
import { decode } from '../../bytes/text.ts';
import { htmlText } from '../../formats/mail/html-text.ts';

/** How a cited file is read. Markdown is text. */
export type PassageKind = 'text' | 'html' | 'pdf';

/** What a file is, by its beginning and, for HTML, by its name. */
export function kindOfFile(name: string, head: Buffer): PassageKind {
  // ISO 32000-1, 7.5.2: %PDF- begins the file; readers accept it within the first 1,024 bytes.
  if (head.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  const start = head.subarray(0, 1024).toString('latin1');
  return /\.x?html?$/i.test(name) || /^(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html)\b/i.test(start) ? 'html' : 'text';
}

/** Bytes as people read them: HTML without its tags. */
export function readableText(bytes: Buffer, kind: PassageKind): string {
  const { text } = decode(bytes, null);
  return kind === 'html' ? htmlText(text).trim() : text;
}

/** Words without case, line breaks, hyphens at their ends, kinds of quotation marks and dashes, and marks of Markdown. */
function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201a\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201e\u2033«»]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\u00ad/g, '')
    .replace(/[*_`#>\\]/g, '')
    .replace(/-\s*\n\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/**
 * Whether a text holds quoted words in their order. What a quotation leaves out ("…", "...", "[...]") may be anything.
 */
export function holdsQuote(text: string, quote: string): boolean {
  const plain = plainWords(text);
  let at = 0;
  for (const piece of quote.split(/\[?(?:…|\.{3})\]?/)) {
    const words = plainWords(piece);
    if (words === '') continue;
    const found = plain.indexOf(words, at);
    if (found === -1) return false;
    at = found + words.length;
  }
  return true;
}

/** Where words stand in a file byte for byte; null when nowhere, or at several places. */
export function quotePlace(bytes: Buffer, quote: string): { readonly offset: number; readonly length: number } | null {
  const words = Buffer.from(quote, 'utf8');
  const offset = bytes.indexOf(words);
  if (words.length === 0 || offset === -1 || bytes.indexOf(words, offset + 1) !== -1) return null;
  return { offset, length: words.length };
}
