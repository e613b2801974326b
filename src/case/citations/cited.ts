/** What following a citation gives. */
import type { Exactness } from '../../model/citation.ts';

/** One citation, followed. */
export interface Cited {
  /** Why it is shown, such as "witness 1 of 2 of c:…"; empty for what was asked for itself. */
  readonly role: string;
  /** Whole id of the record, source or disclosure. */
  readonly id: string;
  /** Path of the source as in the case; of a protected one its number alone. */
  readonly source: string;
  /** Path of the citation, without names of members of protected sources. */
  readonly path: string;
  /** SHA-256 of the whole file, lower-case hex. */
  readonly file: string;
  /** Bytes from the start of the file or archive member, and how many; null where there are none to show. */
  readonly range: readonly [offset: number, length: number] | null;
  /** Row of a table from 1; null where there are none. */
  readonly row: number | null;
  readonly exactness: Exactness;
  /** SHA-256 of the bytes; null where there are none. */
  readonly sha256: string | null;
  /** Number stamped by who produced it; null where none is. */
  readonly bates: string | null;
  /** The bytes, in pieces of at most 1 MiB. To be read before the next citation is asked for. */
  pieces(): Iterable<Buffer>;
  /** As people read it. Where there are no bytes, the only form. */
  decoded(): Promise<string>;
  /** Some lines before and after, at most 2,000 bytes each. */
  context(): { readonly before: Buffer; readonly after: Buffer };
}
