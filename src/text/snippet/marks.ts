/** Where a query's words stand in a text. */
import type { TextColumn } from '../document.ts';
import type { QueryNode } from '../query/ast.ts';
import { type PhraseWords, wordsOfPhrase } from '../search/expression.ts';
import type { Views, ViewWord } from './views.ts';

/** A stretch that is marked, UTF-16 units. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  /** Which part of the query stands there. */
  readonly leaf: number;
}

/** A phrase, or phrases that stand near each other. */
export interface Leaf {
  readonly column: TextColumn | null;
  readonly table: PhraseWords['table'];
  readonly phrases: readonly PhraseWords[];
  /** Words between them at most. */
  readonly distance: number;
}

/** The parts of a query that can stand in a hit; what is under NOT cannot. */
export function leavesOf(node: QueryNode): Leaf[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.parts.flatMap(leavesOf);
    case 'phrase': {
      const phrase = wordsOfPhrase(node.phrase);
      return [{ column: node.column, table: phrase.table, phrases: [phrase], distance: 0 }];
    }
    case 'near': {
      const phrases = node.phrases.map(wordsOfPhrase);
      const table = phrases.some((phrase) => phrase.table === 'grams') ? 'grams' : 'words';
      return [{ column: node.column, table, phrases, distance: node.distance }];
    }
    default:
      return [];
  }
}

/** Where a phrase stands in a view: places of first words. */
function instances({ words, prefix }: PhraseWords, view: readonly ViewWord[]): number[] {
  const last = words.length - 1;
  const found: number[] = [];
  for (let at = 0; at + last < view.length; at++) {
    let i = 0;
    while (i < last && view[at + i]!.word === words[i]) i++;
    const word = view[at + last]!.word;
    if (i === last && (prefix ? word.startsWith(words[last]!) : word === words[last])) found.push(at);
  }
  return found;
}

/** One place of one phrase. */
interface Instance {
  readonly phrase: number;
  readonly at: number;
}

/**
 * Keeps instances that stand together as FTS5's NEAR wants it: of each phrase one, with at most `distance` words between its
 * end and the beginning of the one that begins last.
 */
function together(all: readonly (readonly number[])[], { phrases, distance }: Leaf): Instance[] {
  if (all.length === 1) return all[0]!.map((at) => ({ phrase: 0, at }));
  const kept = new Map<string, Instance>();
  const starts = new Int32Array(all.length);
  const ends = new Int32Array(all.length);
  for (const latest of [...new Set(all.flat())].sort((a, b) => a - b)) {
    // Both ends of each phrase's stretch only ever move on.
    for (const [i, places] of all.entries()) {
      const least = latest - distance - phrases[i]!.words.length;
      while (starts[i]! < places.length && places[starts[i]!]! < least) starts[i]!++;
      while (ends[i]! < places.length && places[ends[i]!]! <= latest) ends[i]!++;
    }
    if (all.some((_, i) => starts[i]! >= ends[i]!)) continue;
    for (const [phrase, places] of all.entries())
      for (const at of places.slice(starts[phrase], ends[phrase])) kept.set(`${phrase} ${at}`, { phrase, at });
  }
  return [...kept.values()];
}

function markOf({ words, prefix, table }: PhraseWords, at: number, view: readonly ViewWord[], leaf: number): Mark {
  const last = view[at + words.length - 1]!;
  // The beginning of a pair is one letter; the beginning of a word is shown as the word.
  const single = prefix && table === 'grams' && [...words.at(-1)!].length === 1;
  return { from: view[at]!.from, to: single ? last.firstTo : last.to, leaf };
}

/**
 * All places of a query's parts in a text, by where they begin.
 * @param column which text it is
 */
export function marksIn(views: Views, column: TextColumn, leaves: readonly Leaf[]): Mark[] {
  const marks = leaves.flatMap((leaf, number) => {
    if (leaf.column !== null && leaf.column !== column) return [];
    const view = views[leaf.table];
    const all = leaf.phrases.map((phrase) => instances(phrase, view));
    return together(all, leaf).map(({ phrase, at }) => markOf(leaf.phrases[phrase]!, at, view, number));
  });
  return marks.sort((a, b) => a.from - b.from || a.to - b.to || a.leaf - b.leaf);
}
