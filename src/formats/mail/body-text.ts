/** The text of a message in a form in which copies of one mail compare equal. */
import { readingOf, shownBy, textOf } from './reading.ts';

/** Lines that list servers put below every message that passes through them. */
const FOOTER = /^(?:_{20,}|-{20,}|={20,})$/;
const LIST_WORDS = /mailing list|unsubscribe|listinfo|yahoo! groups|list-subscribe/i;

/**
 * The text of a message for comparing: HTML reduced, quote marks, what follows "-- " (RFC 3676, 4.3) and footers of
 * mailing lists dropped, all white space single. Never throws.
 * @param bytes of the record
 * @param part the Place.part of the record; of a quoted message only what it says itself, not its header
 */
export function bodyText(bytes: Uint8Array, part = 0): string {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shown = shownBy(held, part);
  return compared('message' in shown ? textOf(readingOf(shown.message)) : shown.body);
}

function compared(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^[>|\s]*>\s?/, '').trimEnd());
  const kept = withoutFooter(withoutSignature(lines));
  // Lines that a mail gateway or an mbox quoted count as what they were.
  return kept.join(' ').replace(/\s+/g, ' ').trim();
}

function withoutSignature(lines: readonly string[]): readonly string[] {
  const at = lines.lastIndexOf('--');
  return at > 0 ? lines.slice(0, at) : lines;
}

function withoutFooter(lines: readonly string[]): readonly string[] {
  const rule = lines.findLastIndex((line) => FOOTER.test(line.trim()));
  if (rule <= 0 || lines.length - rule > 15) return lines;
  return LIST_WORDS.test(lines.slice(rule).join('\n')) ? lines.slice(0, rule) : lines;
}
