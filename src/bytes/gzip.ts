/**
 * gzip (RFC 1952). The headers and check sums are read here rather than by zlib, which throws away what it has already
 * unpacked when a check sum is wrong or when anything follows the last member.
 */
import { crc32, createInflateRaw } from 'node:zlib';
import { inflate, type StreamEnd } from './inflate.ts';
import type { Input } from './input.ts';

/** What was wrong with a gzip file. */
export interface GzipFault {
  readonly message: string;
  /** Byte offset in the gzip file. */
  readonly offset: number;
  /** Bytes from there to the end of the file that gave nothing. */
  readonly length: number;
}

interface Header {
  /** Byte after the header. */
  readonly end: number;
  /** The original file's name, null when none is stored. */
  readonly name: string | null;
}

const TRAILER = 8;
/** Longest header that is looked at; names and comments are short. */
const HEADER = 65_536;

/** The file name that the first member stores, without its folders; null when it stores none or is no gzip. */
export function gzipName(input: Input): string | null {
  const name = readHeader(input, 0)?.name ?? null;
  return name === null ? null : (name.split(/[\\/]/).at(-1) ?? null);
}

/**
 * Unpacks a gzip file, all of its members one after the other (`cat a.gz b.gz` is a gzip file: section 2.2).
 *
 * @param input the packed file
 * @param faults gets what was wrong; what is handed over stands nevertheless
 * @returns the unpacked bytes in pieces; never throws for content
 */
export async function* gunzip(input: Input, faults: GzipFault[]): AsyncGenerator<Buffer> {
  const fault = (message: string, offset: number): void => {
    faults.push({ message, offset, length: input.size - offset });
  };
  let offset = 0;
  while (offset < input.size) {
    const header = readHeader(input, offset);
    if (header === null) {
      const zeros = offset > 0 && isZero(input, offset);
      // Tapes and some programs fill up the last block with zeros.
      if (!zeros) fault(offset === 0 ? 'the gzip header is damaged' : 'something else follows the gzip data', offset);
      return;
    }
    const end: StreamEnd = { failure: null, used: 0 };
    let sum = 0;
    let length = 0;
    for await (const chunk of inflate(input, header.end, input.size, createInflateRaw({ chunkSize: 65_536 }), end)) {
      sum = crc32(chunk, sum);
      length += chunk.length;
      yield chunk;
    }
    const after = header.end + end.used;
    if (end.failure !== null) return fault(`the gzip data cannot be unpacked further: ${end.failure}`, after);
    const trailer = input.read(after, TRAILER);
    if (trailer.length < TRAILER) return fault('the gzip file ends before its check sum', after);
    if (trailer.readUInt32LE(0) !== sum >>> 0) fault('the check sum of the gzip data is wrong', after);
    else if (trailer.readUInt32LE(4) !== length % 2 ** 32) fault('the length of the gzip data is wrong', after);
    offset = after + TRAILER;
  }
}

/** Reads the header of a member (section 2.3); null when there is none, or none that ends. */
function readHeader(input: Input, offset: number): Header | null {
  const bytes = input.read(offset, HEADER);
  if (bytes.length < 10 || bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8) return null;
  const flags = bytes[3]!;
  let at = 10;
  if (flags & 4) {
    if (at + 2 > bytes.length) return null;
    at += 2 + bytes.readUInt16LE(at);
  }
  let name: string | null = null;
  if (flags & 8) {
    const end = bytes.indexOf(0, at);
    if (end === -1) return null;
    const raw = bytes.subarray(at, end);
    const utf8 = raw.toString('utf8');
    // The RFC says Latin-1; today's programs write the bytes of the file system, which are UTF-8.
    name = utf8.includes('\ufffd') ? raw.toString('latin1') : utf8;
    at = end + 1;
  }
  if (flags & 16) {
    const end = bytes.indexOf(0, at);
    if (end === -1) return null;
    at = end + 1;
  }
  if (flags & 2) at += 2;
  return at <= bytes.length ? { end: offset + at, name } : null;
}

function isZero(input: Input, offset: number): boolean {
  for (let at = offset; at < input.size; at += HEADER) {
    if (input.read(at, HEADER).some((byte) => byte !== 0)) return false;
  }
  return true;
}
