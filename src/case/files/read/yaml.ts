/**
 * YAML text to plain values, each with the place where it stands. YAML 1.2, core schema: `NO` is a word and 2030-01-01 is
 * text. A plain number keeps its spelling: where the number would print differently (0701, +46, 1.50, 1e3) it stays text,
 * so that no phone number loses its plus or its zero.
 */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
} from 'yaml';
import { keyText, type Mistake, shown } from '../mistake.ts';
import type { Path, Position } from './place.ts';
import { syntaxMistakes } from './syntax.ts';

/** Most characters that a case file may have. */
const LONGEST = 32 * 1024 * 1024;
/** Most values after aliases are expanded: a dozen lines can otherwise expand to billions. */
const MOST_VALUES = 500_000;
/** Deepest nesting: the files need six levels. */
const DEEPEST = 64;

/** A file as it was read. */
export interface Tree {
  readonly file: string;
  /** Plain value: maps without a prototype, lists, text, numbers, booleans; undefined for an empty file. */
  readonly value: unknown;
  /** Where the value at a path stands, or the nearest one above it that was written. */
  at(path: Path): Position;
  /** Where the key at a path stands; the value where it has no key. */
  keyAt(path: Path): Position;
  /** Whether a key was written at a path, with or without a value. */
  has(path: Path): boolean;
  readonly mistakes: readonly Mistake[];
  /** The YAML itself is broken, so that the value is not to be trusted. */
  readonly broken: boolean;
}

interface Place {
  readonly key: number | null;
  readonly value: number;
}

const joined = (path: Path): string => JSON.stringify(path);

/** The state of one walk over a document. */
class Walk {
  readonly places = new Map<string, Place>();
  readonly mistakes: Mistake[] = [];
  private values = 0;
  private readonly open = new Set<Node>();
  private readonly file: string;
  private readonly document: Document;
  private readonly lines: LineCounter;

  constructor(file: string, document: Document, lines: LineCounter) {
    this.file = file;
    this.document = document;
    this.lines = lines;
  }

  position(offset: number): Position {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  private fault(offset: number, path: Path, message: string, advice: string): void {
    this.mistakes.push({ file: this.file, ...this.position(offset), key: keyText(path), message, advice });
  }

  /** The plain value of a node; null for an empty one. */
  value(node: Node | null, path: Path, at: number, key: number | null): unknown {
    const start = node?.range?.[0] ?? at;
    this.places.set(joined(path), { key, value: start });
    if (++this.values > MOST_VALUES) {
      if (this.values === MOST_VALUES + 1)
        this.fault(
          start,
          [],
          `has more than ${MOST_VALUES} values`,
          'write less in one file, and fewer aliases (*name)',
        );
      return null;
    }
    if (node === null) return null;
    if (path.length > DEEPEST) {
      this.fault(
        start,
        path.slice(0, 3),
        'is nested too deeply',
        'no value of a case file stands so deep: see the docs for its form',
      );
      return null;
    }
    if (isAlias(node)) return this.alias(node, path, start, key);
    if (isScalar(node)) return scalarValue(node.value, node.source, node.type);
    return this.collection(node, path);
  }

  private alias(node: Alias, path: Path, start: number, key: number | null): unknown {
    const target = node.resolve(this.document);
    if (target === undefined) {
      this.fault(
        start,
        path,
        `refers to nothing: *${node.source}`,
        `a * begins a reference to &${node.source}: put the text in quotes, or add the anchor`,
      );
      return null;
    }
    if (this.open.has(target)) {
      this.fault(start, path, `contains itself: *${node.source}`, 'write the values out');
      return null;
    }
    const value = this.value(target, path, start, key);
    this.places.set(joined(path), { key, value: start });
    return value;
  }

  private collection(node: Node, path: Path): unknown {
    this.open.add(node);
    let value: unknown = null;
    if (isSeq(node)) {
      value = node.items.map((item, i) => this.value(item as Node | null, [...path, i], node.range?.[0] ?? 0, null));
    } else if (isMap(node)) {
      const map = Object.create(null) as { [key: string]: unknown };
      const first = new Map<string, number>();
      for (const pair of node.items) this.pair(pair as Pair<Node, Node | null>, path, map, first);
      value = map;
    }
    this.open.delete(node);
    return value;
  }

  private pair(
    pair: Pair<Node, Node | null>,
    path: Path,
    map: { [key: string]: unknown },
    first: Map<string, number>,
  ): void {
    const node = pair.key;
    const start = node?.range?.[0] ?? 0;
    if (!isScalar(node)) {
      this.fault(
        start,
        path,
        'has a key that is no plain word',
        'write plain words as keys; put text that starts with { or [ in quotes',
      );
      return;
    }
    const key = node.source ?? String(node.value);
    if (key === '__proto__' || key === '<<') {
      this.fault(
        start,
        path,
        `cannot have the key ${shown(key)}`,
        key === '<<' ? 'write the values out' : 'choose another name',
      );
      return;
    }
    const earlier = first.get(key);
    if (earlier !== undefined) {
      this.fault(
        start,
        [...path, key],
        `is written twice, first in line ${this.position(earlier).line}`,
        'keep one of them',
      );
      return;
    }
    first.set(key, start);
    const value = this.value(pair.value, [...path, key], start, start);
    // A key without a value ("groups:" above comments) says nothing.
    if (value !== null) map[key] = value;
  }
}

function scalarValue(value: unknown, source: string | undefined, type: string | undefined): unknown {
  if (type !== 'PLAIN' || source === undefined) return value;
  return typeof value === 'number' && String(value) !== source ? source : value;
}

function wholeFileMistake(file: string, message: string, advice: string): Tree {
  const start = { line: 1, column: 1 };
  const mistakes = [{ file, ...start, key: '', message, advice }];
  return { file, value: undefined, at: () => start, keyAt: () => start, has: () => false, mistakes, broken: true };
}

/**
 * Reads one file. Never throws for what stands in it.
 * @param file its name, for mistakes
 * @param text its content
 */
export function readYaml(file: string, text: string): Tree {
  if (text.length > LONGEST) {
    return wholeFileMistake(
      file,
      `is longer than ${LONGEST} characters`,
      'a case file is written by hand: give bulk material as a source',
    );
  }
  const lines = new LineCounter();
  let documents: Document[];
  try {
    documents = parseAllDocuments(text, {
      version: '1.2',
      schema: 'core',
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'silent',
    }) as Document[];
  } catch {
    return wholeFileMistake(file, 'cannot be read as YAML', 'it is nested too deeply: see the docs for its form');
  }
  const document = documents[0];
  if (document === undefined) return emptyTree(file);
  const walk = new Walk(file, document, lines);
  const value = walk.value(document.contents as Node | null, [], 0, null) ?? undefined;
  const syntax = syntaxMistakes(file, documents, text, (offset) => walk.position(offset));
  return {
    file,
    value,
    at: (path) => walk.position(placeAbove(walk.places, path).value),
    keyAt: (path) => {
      const place = placeAbove(walk.places, path);
      return walk.position(place.key ?? place.value);
    },
    has: (path) => walk.places.has(joined(path)),
    mistakes: [...syntax.mistakes, ...walk.mistakes],
    broken: syntax.broken,
  };
}

/** A file without a value. */
export function emptyTree(file: string): Tree {
  const start = { line: 1, column: 1 };
  return { file, value: undefined, at: () => start, keyAt: () => start, has: () => false, mistakes: [], broken: false };
}

function placeAbove(places: ReadonlyMap<string, Place>, path: Path): Place {
  for (let length = path.length; length >= 0; length--) {
    const place = places.get(joined(path.slice(0, length)));
    if (place !== undefined) return place;
  }
  return { key: null, value: 0 };
}
