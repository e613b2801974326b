/** Random documents and queries, and segments made of them. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { TextDocument } from '../../src/text/document.ts';
import { finishSegment } from '../../src/text/manifest.ts';
import type { Query } from '../../src/text/query/ast.ts';
import { isMistake } from '../../src/text/query/mistake.ts';
import { parseQuery } from '../../src/text/query/parse.ts';
import { openShardWriter, type ShardSummary } from '../../src/text/writer.ts';
import { oneWord, someWords } from './random-text.ts';

/** What a document is made of; its record is its place in the list. */
export interface Draft {
  readonly time: number;
  readonly subject: string;
  readonly body: readonly string[];
  readonly names: readonly string[];
}

/** Few times, so that many documents share one; NaN for none. */
const time = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -3, max: 9 }) }, fc.constant(Number.NaN));

export const someDrafts: fc.Arbitrary<readonly Draft[]> = fc.array(
  fc.record({
    time,
    subject: someWords,
    body: fc.array(someWords, { maxLength: 3 }),
    names: fc.array(someWords, { maxLength: 2 }),
  }),
  { maxLength: 24 },
);

const quoted = (text: string): string => `"${text.replace(/["\u201c-\u201e]/g, ' ')}"`;
const word = oneWord.map((text) => (/[()\s"]/.test(text) ? quoted(text) : text));
const phrase = fc.array(oneWord, { minLength: 1, maxLength: 3 }).map((words) => quoted(words.join(' ')));
const prefix = fc.oneof(word, phrase).map((text) => `${text.slice(0, 2)}${text.slice(2)}*`);
const near = fc
  .tuple(fc.array(fc.oneof(word, phrase, prefix), { minLength: 2, maxLength: 3 }), fc.integer({ min: 0, max: 4 }))
  .map(([phrases, distance]) => `NEAR(${phrases.join(' ')}, ${distance})`);
const field = fc.constantFrom('subject:', 'body:', 'file:');
const text = fc.oneof(word, phrase, prefix, near);
const condition = fc.constantFrom('from:ana', 'to:bo', 'has:attachment', 'before:2030-01-01');
const leaf = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.tuple(field, text).map((parts) => parts.join('')),
  condition,
);

/** A query as somebody could type it. */
export const someQuery: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(${a} ${b})`),
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(${a} OR ${b})`),
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(${a} AND NOT ${b})`),
    tie('node').map((a) => `NOT ${a}`),
    tie('node').map((a) => `-(${a})`),
  ),
})).node;

/** Reads a query that has no mistake. */
export function query(written: string): Query {
  const read = parseQuery(written, () => null);
  if (isMistake(read)) throw new Error(`${written}: ${read.message}`);
  return read;
}

/** A folder for segments, removed when the function is done. */
export async function inFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-text-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes one segment. @param shardSize documents of a shard at most. @returns its folder */
export function segmentOf(parent: string, name: string, drafts: readonly Draft[], shardSize: number): string {
  const folder = join(parent, name);
  mkdirSync(folder);
  const documents = drafts.map((draft, record): TextDocument => ({ ...draft, record }));
  const dated = documents
    .filter(({ time }) => !Number.isNaN(time))
    .sort((a, b) => a.time - b.time || a.record - b.record);
  const undated = documents.filter(({ time }) => Number.isNaN(time));
  const summaries: ShardSummary[] = [];
  for (const [part, doubtful] of [
    [dated, false],
    [undated, true],
  ] as const)
    for (let at = 0; at < part.length; at += shardSize) {
      const writer = openShardWriter(folder, summaries.length, doubtful);
      for (const document of part.slice(at, at + shardSize)) writer.add(document);
      summaries.push(writer.finish());
    }
  finishSegment(folder, summaries.toReversed());
  return folder;
}
