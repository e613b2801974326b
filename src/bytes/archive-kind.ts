/** Recognises archives by their bytes. Names prove nothing. */
import type { Input } from './input.ts';
import { BLOCK, isTarHeader } from './tar-header.ts';

/** Archives that are read in place. */
export type ArchiveKind = 'zip' | 'tar' | 'gzip';

/** First bytes of archives that are not read, so that a user can be told what to do. */
const OTHERS: readonly (readonly [name: string, magic: readonly number[]])[] = [
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
];

/** Longest directory of a zip file that is looked through for the signs of a document, in bytes. */
const DIRECTORY = 4 * 1024 * 1024;

/**
 * What kind of archive an input is. Office documents are zip files but count as files: their parts are no sources.
 *
 * @returns null when it is none that is read here
 */
export function archiveKind(input: Input): ArchiveKind | null {
  const head = input.read(0, BLOCK);
  if (startsWith(head, [0x1f, 0x8b, 8])) return 'gzip';
  if (startsWith(head, [0x50, 0x4b, 3, 4])) return isDocument(input) ? null : 'zip';
  if (startsWith(head, [0x50, 0x4b, 5, 6])) return 'zip'; // an empty one
  return isTarHeader(head) ? 'tar' : null;
}

/** The name of an archive format that is recognised but not read (`RAR`, `7z` …); null when it is none of them. */
export function unreadArchive(head: Uint8Array): string | null {
  return OTHERS.find(([, magic]) => startsWith(head, magic))?.[0] ?? null;
}

/**
 * Whether a zip file is an office document: OOXML has a member `[Content_Types].xml` (ECMA-376 part 2), OpenDocument and
 * EPUB begin with a member `mimetype`.
 */
function isDocument(input: Input): boolean {
  const first = input.read(30, 19).toString('latin1');
  if (first === '[Content_Types].xml' || first.startsWith('mimetypeapplication')) return true;
  return directoryNames(input).includes('[Content_Types].xml');
}

/** Names in the directory of a zip file, as far as it is sound. */
function directoryNames(input: Input): string[] {
  const tailAt = Math.max(0, input.size - 65_557);
  const tail = input.read(tailAt, 65_557);
  const end = tail.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end === -1 || end + 22 > tail.length) return [];
  const directory = input.read(tail.readUInt32LE(end + 16), Math.min(DIRECTORY, tail.readUInt32LE(end + 12)));
  const names: string[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    const length = directory.readUInt16LE(at + 28);
    names.push(directory.toString('latin1', at + 46, at + 46 + length));
    at += 46 + length + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}
