/** Text in Markdown in which nothing of it becomes markup, HTML or a link. */
import type { Sentence } from '../briefing.ts';
import { visible, visibleLines } from '../plain.ts';

/** Characters that mean something in Markdown (CommonMark, and the tables, footnotes and bare links of GitHub's form). */
const SPECIAL = /[\\`*_{}[\]<>()#+!|~$&^]/g;

/** A text on one line. */
export function plain(text: string): string {
  return (
    visible(text)
      .replace(SPECIAL, (c) => `\\${c}`)
      .replace(/^(\s*)(\d+)([.)])/, '$1$2\\$3')
      .replace(/^(\s*)([-=])/, '$1\\$2')
      // Bare addresses would become links.
      .replace(/(https?|ftp|mailto):/gi, '$1\\:')
      .replace(/www\./gi, 'www\\.')
      .replace(/@(?=[\p{L}\p{N}])/gu, '\\@')
  );
}

/** A sentence with its footnotes. */
export function sentence(pieces: Sentence): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? plain(piece) : `**${plain(piece.words)}**[^${piece.note}]`))
    .join('');
}

/** A block of text as it stands, in a fence that is longer than any in it. */
export function block(text: string): string {
  const lines = visibleLines(text);
  const longest = Math.max(2, ...[...lines.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${lines}\n${fence}`;
}

/** A table; cells are Markdown already. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A list; items are Markdown already. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
