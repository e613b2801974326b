/** Lines of words that fit the terminal. */
import { type Line, plainText, span, spansOf } from '../frame/line.ts';
import { widthOf, wrapped } from '../frame/width.ts';

/** Narrower than this lines are left to the terminal. */
const NARROWEST = 20;

/**
 * Breaks lines that are too long, with their own indent and two spaces more for what follows. A broken line has the tone
 * of its longest piece.
 * @param width columns of the terminal; null: nothing is broken
 */
export function wrapLines(lines: readonly Line[], width: number | null): readonly Line[] {
  if (width === null || width < NARROWEST) return lines;
  return lines.flatMap((line): Line[] => {
    const text = plainText(line);
    if (widthOf(text) <= width) return [line];
    const indent = /^ */.exec(text)![0];
    const [longest] = [...spansOf(line)].sort((a, b) => b.text.length - a.text.length);
    const parts = wrapped(text.trim(), width - indent.length - 2);
    return parts.map((part, i): Line => [span(longest!.tone, `${indent}${i === 0 ? '' : '  '}${part}`)]);
  });
}
