/**
 * Members of a zip file (PKWARE APPNOTE.TXT). The directory at its end is read by yauzl, with ZIP64 and all; the contents
 * are unpacked here, so that damaged ones give what they can.
 */
import { isUtf8 } from 'node:buffer';
import { constants, crc32, createInflateRaw, createZstdDecompress, inflateRawSync } from 'node:zlib';
import yauzl from 'yauzl';
import { inflate, type StreamEnd } from './inflate.ts';
import type { Input } from './input.ts';
import type { RawFault, RawMember } from './raw-member.ts';

/** Members up to this many bytes, packed and unpacked, are unpacked in one call. */
const SMALL = 4 * 1024 * 1024;

/** Compression methods (APPNOTE 4.4.5) that appear in practice and cannot be read. */
const METHODS: { readonly [method: number]: string } = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  95: 'XZ',
  98: 'PPMd',
};

/**
 * The members of a zip file, in the order of its directory. Folders are passed over in silence; encrypted members,
 * symbolic links and unknown methods are faults. When the directory is damaged the rest of the file is one fault.
 *
 * @param input the zip file
 */
export async function* zipMembers(input: Input): AsyncGenerator<RawMember | RawFault> {
  const damaged = (error: unknown, offset: number): RawFault => ({
    code: 'archive-damaged',
    name: '',
    message: `the directory of the zip file is damaged: ${error instanceof Error ? error.message : 'unreadable'}`,
    offset,
    length: input.size - offset,
  });
  let seen = 0;
  try {
    // Names are decoded apart: with decodeStrings yauzl stops at the first name that it finds dangerous.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false };
    const zip = await yauzl.fromRandomAccessReaderPromise(new InputReader(input), input.size, options);
    for await (const entry of zip.eachEntry()) {
      seen = Math.max(seen, entry.relativeOffsetOfLocalHeader);
      const name = nameOf(entry);
      if (!name.endsWith('/') || entry.uncompressedSize > 0) yield memberOf(input, entry, name);
    }
  } catch (error) {
    yield damaged(error, seen);
  }
}

/** Lets yauzl read an {@link Input}. */
class InputReader extends yauzl.RandomAccessReader {
  readonly #input: Input;

  constructor(input: Input) {
    super();
    this.#input = input;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (e: Error | null) => void,
  ): void {
    const got = this.#input.readInto(buffer, offset, position, length);
    done(got < length ? new Error(`it ends before byte ${position + length}`) : null);
  }
}

/**
 * Names are UTF-8 where the entry says so, or where its bytes are (Info-ZIP on Unix does not say so), else CP437; some
 * programs put UTF-8 beside the name (0x7075). Backslashes become slashes.
 */
function nameOf(entry: yauzl.Entry): string {
  const flags = entry.generalPurposeBitFlag | (isUtf8(entry.fileNameRaw) ? 0x800 : 0);
  return yauzl.getFileNameLowLevel(flags, entry.fileNameRaw, entry.extraFields, false);
}

function memberOf(input: Input, entry: yauzl.Entry, name: string): RawMember | RawFault {
  const offset = entry.relativeOffsetOfLocalHeader;
  const fault = (code: RawFault['code'], message: string): RawFault => ({
    code,
    name,
    message,
    offset,
    length: entry.compressedSize,
  });
  const start = dataStart(input, offset);
  if (entry.generalPurposeBitFlag & 1) return fault('archive-encrypted', 'it is encrypted');
  // The upper half holds the Unix mode where the upper byte of "version made by" says Unix (3); 0xA000 is a link.
  if (entry.versionMadeBy >> 8 === 3 && ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000) {
    return fault('archive-link', 'a symbolic link; it is not followed');
  }
  if (![0, 8, 93].includes(entry.compressionMethod)) {
    return fault(
      'archive-method',
      `it is packed with ${METHODS[entry.compressionMethod] ?? 'an unknown method'}, which cannot be read`,
    );
  }
  if (start === null) return fault('archive-damaged', 'its header does not stand where the directory says');
  const content = new Content(input, start, entry);
  return { name, offset, content, fault: () => content.fault };
}

/** Where a member's bytes begin: after its own header (APPNOTE 4.3.7), whose lengths differ from those in the directory. */
function dataStart(input: Input, offset: number): number | null {
  const header = input.read(offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) return null;
  return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** The content of one member. */
class Content {
  readonly #input: Input;
  readonly #start: number;
  readonly #entry: yauzl.Entry;
  fault: string | null = null;

  constructor(input: Input, start: number, entry: yauzl.Entry) {
    this.#input = input;
    this.#start = start;
    this.#entry = entry;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    let sum = 0;
    let length = 0;
    const end: StreamEnd = { failure: null, used: 0 };
    for await (const chunk of this.#small() ?? this.#pieces(end)) {
      sum = crc32(chunk, sum);
      length += chunk.length;
      yield chunk;
    }
    const { crc32: stated, uncompressedSize } = this.#entry;
    if (end.failure !== null) this.fault = `it cannot be unpacked beyond its byte ${length}: ${end.failure}`;
    else if (length !== uncompressedSize) this.fault = `it has ${length} bytes where ${uncompressedSize} are stated`;
    else if (sum >>> 0 !== stated) this.fault = 'its check sum is wrong';
  }

  /** Everything at once, which is many times faster for a few kilobytes; null when it is too much or damaged. */
  #small(): Buffer[] | null {
    const { compressedSize, uncompressedSize, compressionMethod } = this.#entry;
    if (compressionMethod !== 8 || compressedSize > SMALL || uncompressedSize > SMALL) return null;
    try {
      const packed = this.#input.read(this.#start, compressedSize);
      return [inflateRawSync(packed, { maxOutputLength: Math.max(1, uncompressedSize) })];
    } catch {
      return null; // damaged, or longer than stated: step by step shows how far it goes
    }
  }

  #pieces(end: StreamEnd): AsyncIterable<Buffer> {
    const to = this.#start + this.#entry.compressedSize;
    if (this.#entry.compressionMethod === 0) return this.#stored(to, end);
    const engine =
      this.#entry.compressionMethod === 8
        ? createInflateRaw()
        : createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: 27 } });
    return inflate(this.#input, this.#start, to, engine, end);
  }

  async *#stored(to: number, end: StreamEnd): AsyncGenerator<Buffer> {
    for (let at = this.#start; at < to; ) {
      const piece = this.#input.read(at, Math.min(1024 * 1024, to - at));
      if (piece.length === 0) {
        end.failure = 'the file ends';
        return;
      }
      at += piece.length;
      yield piece;
    }
  }
}
