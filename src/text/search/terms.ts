/** The words of a query that make one document better than another. */
import type { TextColumn } from '../document.ts';
import type { Phrase, QueryNode } from '../query/ast.ts';
import { wordsOfPhrase } from './expression.ts';
import type { ScoreTerm } from './score.ts';

/** Words that are scored at most: each costs a walk through all its places. */
const MOST = 64;

function termsOf(phrase: Phrase, column: TextColumn | null): ScoreTerm[] {
  const { table, words, prefix } = wordsOfPhrase(phrase);
  return words.map((word, i) => ({ table, word, prefix: prefix && i === words.length - 1, column, idf: 0 }));
}

function collect(node: QueryNode, into: Map<string, ScoreTerm>): void {
  if (node.kind === 'and' || node.kind === 'or') for (const part of node.parts) collect(part, into);
  if (node.kind !== 'phrase' && node.kind !== 'near') return;
  const phrases = node.kind === 'phrase' ? [node.phrase] : node.phrases;
  for (const term of phrases.flatMap((phrase) => termsOf(phrase, node.column)))
    into.set([term.table, term.column ?? '', term.word, term.prefix].join(' '), term);
}

/** Each word that a hit can have, once; what stands under NOT says nothing about hits. */
export function scoreTerms(root: QueryNode): ScoreTerm[] {
  const found = new Map<string, ScoreTerm>();
  collect(root, found);
  return [...found.values()].slice(0, MOST);
}
