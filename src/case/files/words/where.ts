/** Where a passage stands: the citations that people write by hand. */
import * as z from 'zod';
import { expecting, type Fault, map, notA, text, whole } from './leaf.ts';
import type { Names } from './names.ts';
import { nearest } from './nearest.ts';

export interface WhereEntry {
  /** A path: of a source of the case, or of another file beside it. */
  readonly source: string;
  /** Name of the member when the file is an archive. */
  readonly member?: string;
  /** Bytes [offset, length] of the quoted passages; several when a day or name stands elsewhere, as in a footnote. */
  readonly ranges: ByteRanges;
  readonly page?: number;
  readonly section?: string;
  /** Cell of a table, such as B7 or Sheet1!B7. */
  readonly cell?: string;
  readonly row?: number;
  /** The words themselves, for readers; the ranges say where they stand. Without ranges they are looked for. */
  readonly quote?: string;
  /** SHA-256 of the file (of the member, where one is named) as it was when the passage was read. */
  readonly sha256?: string;
}

/** Longest path that is searched for a slip of the pen: shorter ones are near to everything. */
const SHORTEST_PATH = 6;

function sourceFault(written: string, names: Names): Fault | null {
  if (names.sources.has(written) || names.protectedSources.has(written)) return null;
  if (written.length < SHORTEST_PATH) return null;
  // Only files that differ by a letter or two: a passage may also stand in a file that is no source of records.
  const near = nearest(written, names.sources);
  if (near === null || !differsLittle(near, written)) return null;
  return notA('a source', written, `write ${near}, or add the file to the sources`);
}

/**
 * Whether two paths differ by a slip: a letter or two left out or doubled, or two exchanged. One letter in place of
 * another is none: carrier-a.csv and carrier-b.csv are two files.
 */
function differsLittle(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (/\d/.test(left + right)) return false;
  if (left.length === 2 && right.length === 2) return left[0] === right[1] && left[1] === right[0];
  return Math.min(left.length, right.length) === 0 && Math.max(left.length, right.length) <= 2;
}

const RANGE = {
  is: 'a place in bytes',
  advice: 'write [offset, length] in bytes, such as [1204, 118], or a list of these',
};

/** Bytes [offset, length] of a file, one or several times. */
export type ByteRanges = readonly (readonly [offset: number, length: number])[];

/** One range of bytes, or a list of them. */
export function byteRanges(): z.ZodType<ByteRanges> {
  const one = z.tuple([whole(0, 'the offset'), whole(1, 'the length')], { error: expecting(RANGE) });
  return z
    .union([one, z.array(one).min(1, { error: expecting(RANGE) })], { error: expecting(RANGE) })
    .transform((written) =>
      typeof written[0] === 'number' ? [written as [number, number]] : (written as [number, number][]),
    );
}

const HASH = { is: 'a SHA-256', advice: 'write its 64 hexadecimal digits' };

function hashText(): z.ZodType<string> {
  return text(
    HASH,
    (written) => (/^[0-9a-f]{64}$/.test(written) ? null : notA(HASH.is, written, HASH.advice)),
    '^[0-9a-f]{64}$',
  );
}

/** A map that says where a passage stands. */
export function where(names: Names): z.ZodType<WhereEntry> {
  return map(
    'a place',
    {
      source: text({ is: 'a path', advice: 'write the path of the file' }, (written) =>
        sourceFault(written, names),
      ).describe('Path of the file in which it stands.'),
      member: z.exactOptional(
        text({ is: 'a name', advice: 'write the name of the member' }).describe('Member of an archive.'),
      ),
      'quote-at': z.exactOptional(byteRanges().describe('[offset, length] in bytes, or several of them.')),
      page: z.exactOptional(whole(1, 'the page')),
      section: z.exactOptional(text({ is: 'a section', advice: 'write the number or title of the section' })),
      cell: z.exactOptional(text({ is: 'a cell', advice: 'write the cell, such as B7' })),
      row: z.exactOptional(whole(1, 'the row')),
      quote: z.exactOptional(text({ is: 'text', advice: 'write the words as they stand there' })),
      sha256: z.exactOptional(hashText().describe('SHA-256 of the file or member as it was when it was read.')),
    },
    {
      bytes: 'write quote-at: [offset, length]',
      range: 'write quote-at: [offset, length]',
      path: 'write source',
      file: 'write source',
    },
  ).transform(({ 'quote-at': ranges, ...rest }) => ({ ...rest, ranges: ranges ?? [] }));
}
