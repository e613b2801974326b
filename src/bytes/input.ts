/**
 * Random access to the bytes of one file, wherever they lie: on disk, in memory, inside an archive.
 *
 * Reads are synchronous: readers are tight loops over pieces of a mebibyte, and one `await` per piece or per record costs
 * more than the read itself.
 */
export interface Input {
  /** The name to show: the file's name, or the member's path inside its archive. Never used to open anything. */
  readonly name: string;
  /** Length in bytes, as it was when the input was opened. */
  readonly size: number;
  /** A fresh copy of up to `length` bytes from byte `offset`; shorter at the end, empty beyond it. */
  read(offset: number, length: number): Buffer;
  /** Fills `target` from index `at` with up to `length` bytes from byte `offset`; gives the number of bytes read. */
  readInto(target: Uint8Array, at: number, offset: number, length: number): number;
  /** Gives back the file handle or memory. Closing twice is harmless; reading after closing is a programming error. */
  close(): void;
}

/** The beginning of a file, from which a format is recognised. */
export interface Head {
  /** The file's name, with its path inside its container. */
  readonly name: string;
  /** The first bytes, at most 64 KiB. */
  readonly bytes: Uint8Array;
  /** Length of the whole file in bytes. */
  readonly size: number;
}

/** How many bytes a {@link Head} holds at most: 64 KiB. */
const HEAD_LENGTH = 65_536;

/**
 * An input over bytes that are in memory already. The bytes are not copied: the caller leaves them alone until it is closed.
 *
 * @param name the name to show
 * @param bytes the whole file
 */
export function memoryInput(name: string, bytes: Uint8Array): Input {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    name,
    size: held.length,
    read(offset, length) {
      const start = clampOffset(offset, held.length);
      return Buffer.from(held.subarray(start, start + Math.max(0, length)));
    },
    readInto(target, at, offset, length) {
      const start = clampOffset(offset, held.length);
      const end = Math.min(held.length, start + Math.max(0, Math.min(length, target.length - at)));
      target.set(held.subarray(start, end), at);
      return end - start;
    },
    close() {},
  };
}

/**
 * The head of a file, for recognition.
 *
 * @param input the file; its first 64 KiB are read
 */
export function headOf(input: Input): Head {
  return { name: input.name, bytes: input.read(0, HEAD_LENGTH), size: input.size };
}

/** Keeps an offset inside the file: citations in hostile cases point anywhere. */
function clampOffset(offset: number, size: number): number {
  return Math.min(Math.max(0, offset), size);
}
