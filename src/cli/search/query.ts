/** A query as it was typed, and what is wrong with it. */
import type { RefusedQuery } from '../../case/search/refused.ts';
import { UsageError } from '../command.ts';
import { visible } from '../frame/visible.ts';
import { widthOf } from '../frame/width.ts';

/** Characters of a long query that are shown on each side of a mistake. */
const AROUND = 60;

/**
 * The words of the command line as one query. Alone a word is the query as it stands; of several, one that the shell kept
 * together has lost its quotes, and gets them back.
 */
export function queryOf(words: readonly string[]): string {
  if (words.length === 1) return words[0]!;
  return words.map(quoted).join(' ');
}

function quoted(word: string): string {
  if (!/\s/.test(word) || /["()]/.test(word)) return word;
  const [, field, value] = /^(-?[a-z]+:)?(.*)$/s.exec(word)!;
  return `${field ?? ''}"${value}"`;
}

/** The error to end with: the query below the message, and carets below what is wrong. */
export function queryMistake({ text, mistake }: RefusedQuery): UsageError {
  const { at, length, message, advice } = mistake;
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + Math.min(length, AROUND) + AROUND);
  const before = `${from > 0 ? '…' : ''}${visible(text.slice(from, at))}`;
  const wrong = visible(text.slice(at, Math.min(at + length, to)));
  const behind = `${visible(text.slice(Math.min(at + length, to), to))}${to < text.length ? '…' : ''}`;
  const carets = '^'.repeat(Math.max(1, widthOf(wrong)));
  return new UsageError(`${message}\n  ${before}${wrong}${behind}\n  ${' '.repeat(widthOf(before))}${carets}`, advice);
}
