/** Phrases of a query in the engine's language. Nothing of what somebody typed gets there but letters and digits in quotes. */
import type { TextColumn } from '../document.ts';
import type { Phrase, QueryNode } from '../query/ast.ts';
import { atomsOf } from '../unicode/atoms.ts';
import { pairsOf } from '../unicode/streams.ts';

/** Tables of a shard. */
export type TextTable = 'words' | 'grams';

/** Words of a table that stand one after the other. */
export interface PhraseWords {
  readonly table: TextTable;
  readonly words: readonly string[];
  /** Whether the last one is the beginning of a word. */
  readonly prefix: boolean;
}

/** A question to one table. */
export interface TableMatch {
  readonly kind: 'match';
  readonly table: TextTable;
  /** In the language of FTS5 (sqlite.org/fts5.html, section 3). */
  readonly expression: string;
  /** Operators in each other. */
  readonly depth: number;
}

/**
 * The words that a phrase is looked for as. A run of spaceless letters becomes pairs; where it is the last thing, it may go
 * on in the text, so its last letter is left out, and a single letter is the beginning of a pair.
 */
export function wordsOfPhrase({ text, prefix }: Phrase): PhraseWords {
  const atoms = [...atomsOf(text)];
  const last = atoms.at(-1);
  const words = atoms.flatMap((atom) =>
    atom.kind === 'word' ? [atom.folded] : pairsOf(atom.letters, atom !== last || atom.letters.length === 1),
  );
  if (!atoms.some(({ kind }) => kind === 'run')) return { table: 'words', words, prefix };
  return { table: 'grams', words, prefix: last?.kind === 'run' ? last.letters.length === 1 : prefix };
}

function inColumn(column: TextColumn | null, expression: string): string {
  return column === null ? expression : `${column} : ${expression}`;
}

function quoted({ words, prefix }: PhraseWords): string {
  return `"${words.join(' ')}"${prefix ? ' *' : ''}`;
}

/** A phrase or a NEAR as a question. Where one phrase of a NEAR has spaceless letters, all are asked of that table. */
export function matchOf(node: Extract<QueryNode, { readonly kind: 'phrase' | 'near' }>): TableMatch {
  if (node.kind === 'phrase') {
    const phrase = wordsOfPhrase(node.phrase);
    return { kind: 'match', table: phrase.table, expression: inColumn(node.column, quoted(phrase)), depth: 0 };
  }
  const phrases = node.phrases.map(wordsOfPhrase);
  const table = phrases.some((phrase) => phrase.table === 'grams') ? 'grams' : 'words';
  const near = `NEAR(${phrases.map(quoted).join(' ')}, ${node.distance})`;
  return { kind: 'match', table, expression: inColumn(node.column, near), depth: 0 };
}
