/** A name as a canvas can show it. Pure. */
import { beginning, visible } from '../../text/visible.ts';

const LONGEST = 28;

/**
 * One short line with nothing hidden in it, and with a mark where it is written to be taken for another. What cannot be
 * seen is named in square brackets; the name's own direction stays inside it (first-strong isolate and its end).
 */
export function labelOf(name: string, marked: boolean): string {
  const start = beginning(name.replace(/\s+/gu, ' ').trim(), LONGEST);
  const seen = visible(start.text).map((stretch) => (typeof stretch === 'string' ? stretch : `[${stretch.hidden}]`));
  const cut = start.of === null ? '' : '…';
  return `\u2068${seen.join('')}${cut}\u2069${marked ? ' ≉' : ''}`;
}
