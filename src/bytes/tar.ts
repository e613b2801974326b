/** Members of a tar file, one after the other, from a stream of any length. */
import type { RawFault, RawMember } from './raw-member.ts';
import type { StreamReader } from './stream-reader.ts';
import { BLOCK, readPax, readTarHeader, type TarHeader, tarText } from './tar-header.ts';

/** Longest extended header that is read: names and attributes take a few hundred bytes. */
const LONGEST_HEADER = 1024 * 1024;

const NO_HEADER = 'no header of a tar member stands where one must';

/**
 * The members of a tar file. Links, devices and the like are faults, folders are passed over in silence. At the first
 * block that is no header everything that follows is one fault: guessing where the next member begins could take
 * a member's content for members.
 *
 * @param reader at the beginning of the tar file; its offset must be 0
 */
export async function* tarMembers(reader: StreamReader): AsyncGenerator<RawMember | RawFault> {
  const globals = new Map<string, string>();
  for (;;) {
    const offset = reader.offset;
    const next = await nextHeader(reader, globals);
    if (next === null) return;
    if (next.header === null) {
      yield { code: 'archive-damaged', name: '', message: next.why, offset, length: await drain(reader, offset) };
      return;
    }
    const { header } = next;
    const padded = Math.ceil(header.size / BLOCK) * BLOCK;
    const bad = notAFile(header);
    if (bad !== null) {
      const code = header.type === '1' || header.type === '2' ? 'archive-link' : 'archive-special';
      await reader.skip(padded);
      yield { code, name: header.name, message: bad, offset, length: reader.offset - offset };
    } else if (header.type === '5' || (header.type === '0' && header.name.endsWith('/'))) {
      await reader.skip(padded);
    } else {
      const content = new Content(reader, header.size);
      yield { name: header.name, offset, content, fault: () => content.fault };
      await reader.skip(content.left + padded - header.size);
    }
  }
}

/** Why a header is not one of a file or folder, null when it is. */
function notAFile(header: TarHeader): string | null {
  if (/[057D]/.test(header.type)) return null;
  if (header.type === '2') return `a symbolic link to ${JSON.stringify(header.linkName)}; it is not followed`;
  if (header.type === '1') return `a hard link to ${JSON.stringify(header.linkName)}; the content stands there`;
  if (/[346]/.test(header.type)) return 'a device or pipe; it is not made';
  if (header.type === 'S') return 'a sparse file; it is not unpacked';
  return `an entry of the unknown type ${JSON.stringify(header.type)}`;
}

/** The content of one member, within the archive's stream. */
class Content {
  readonly #reader: StreamReader;
  /** Bytes not yet read. */
  left: number;
  fault: string | null = null;

  constructor(reader: StreamReader, size: number) {
    this.#reader = reader;
    this.left = size;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    while (this.left > 0) {
      const bytes = await this.#reader.some(this.left);
      if (bytes.length === 0) {
        this.fault = `the archive ends ${this.left} bytes before the end of this member`;
        this.left = 0;
        return;
      }
      this.left -= bytes.length;
      yield bytes;
    }
  }
}

type Next = { header: TarHeader } | { header: null; why: string };

/** The next header that stands for a member, with the extended headers before it applied; null at the end. */
async function nextHeader(reader: StreamReader, globals: Map<string, string>): Promise<Next | null> {
  let own = new Map<string, string>();
  let longName: string | null = null;
  let zeros = false;
  for (;;) {
    const block = await reader.take(BLOCK);
    if (block.length === 0) return null;
    if (block.every((byte) => byte === 0)) {
      // Zeros end an archive, but archives are found one behind the other on tapes and in files that were joined.
      zeros = true;
      continue;
    }
    const header = readTarHeader(block);
    if (header === null) return { header, why: zeros ? 'something follows the end of the tar archive' : NO_HEADER };
    if (!/[LKxgX]/.test(header.type)) return { header: extended(header, new Map([...globals, ...own]), longName) };
    if (header.size > LONGEST_HEADER) return { header: null, why: 'an extended header is too long' };
    const content = await reader.take(header.size);
    if (content.length < header.size) return { header: null, why: 'the archive ends inside an extended header' };
    await reader.skip(Math.ceil(header.size / BLOCK) * BLOCK - header.size);
    if (header.type === 'L') longName = tarText(content.subarray(0, end(content)));
    else if (header.type === 'g') for (const [key, value] of readPax(content)) globals.set(key, value);
    else if (header.type !== 'K') own = readPax(content);
  }
}

function extended(header: TarHeader, values: ReadonlyMap<string, string>, longName: string | null): TarHeader {
  const size = values.get('size') ?? '';
  const sparse = header.type === 'S' || [...values.keys()].some((key) => key.startsWith('GNU.sparse.'));
  return {
    name: values.get('GNU.sparse.name') ?? values.get('path') ?? longName ?? header.name,
    size: /^\d{1,15}$/.test(size) ? Number(size) : header.size,
    type: sparse ? 'S' : header.type,
    linkName: header.linkName,
  };
}

function end(bytes: Buffer): number {
  const zero = bytes.indexOf(0);
  return zero === -1 ? bytes.length : zero;
}

/** Reads to the end. @returns bytes from `offset` to there */
async function drain(reader: StreamReader, offset: number): Promise<number> {
  await reader.skip(Number.MAX_SAFE_INTEGER);
  return reader.offset - offset;
}
