/** Header blocks of tar files: POSIX.1-2017 pax, section "ustar Interchange Format", with the extensions of GNU tar. */

/** Length of a block in bytes. Headers take one, contents are filled up to whole ones. */
export const BLOCK = 512;

/** One header block. */
export interface TarHeader {
  readonly name: string;
  /** Length of the content that follows, in bytes. */
  readonly size: number;
  /** The type flag: '0' a file, '1' a hard link, '2' a symbolic link, '5' a folder, 'L' 'K' 'x' 'g' about the next header. */
  readonly type: string;
  readonly linkName: string;
}

/**
 * Reads a header block.
 *
 * @param block {@link BLOCK} bytes
 * @returns null when its check sum is wrong, or its numbers are no numbers
 */
export function readTarHeader(block: Buffer): TarHeader | null {
  if (!isTarHeader(block)) return null;
  const size = number(block, 124, 12);
  if (size === null) return null;
  const type = block[156] === 0 ? '0' : String.fromCharCode(block[156]!);
  const isPosix = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isPosix ? text(block, 345, 155) : '';
  const own = text(block, 0, 100);
  return { name: prefix === '' ? own : `${prefix}/${own}`, size, type, linkName: text(block, 157, 100) };
}

/** Whether a block is a tar header: its check sum is right. Even the oldest tars have one. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < BLOCK) return false;
  const stored = number(Buffer.from(block.buffer, block.byteOffset, block.byteLength), 148, 8);
  let sum = 8 * 32;
  let signed = sum;
  for (let i = 0; i < BLOCK; i++) {
    if (i >= 148 && i < 156) continue;
    sum += block[i]!;
    signed += block[i]! - (block[i]! > 127 ? 256 : 0);
  }
  // Old Sun tars added up signed bytes. A block of zeros adds up to 256 and stores nothing.
  return stored !== null && stored > 0 && (stored === sum || stored === signed);
}

/** A number in octal, or in base 256 where the first bit is set (GNU, for more than 8 GiB); null when it is neither. */
function number(block: Buffer, at: number, length: number): number | null {
  if (block[at]! & 0x80) {
    // Six bytes hold any length that a file can have here; a negative or larger one is no length.
    for (let i = 0; i < length - 6; i++) if (block[at + i] !== (i === 0 ? 0x80 : 0)) return null;
    return block.readUIntBE(at + length - 6, 6);
  }
  const digits = block
    .toString('latin1', at, at + length)
    .replace(/[\0 ]+$/, '')
    .trimStart();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : null;
}

function text(block: Buffer, at: number, length: number): string {
  const end = block.indexOf(0, at);
  return tarText(block.subarray(at, end === -1 || end > at + length ? at + length : end));
}

/** A name in a tar file: UTF-8 mostly, else one byte a character, so that different names stay different. */
export function tarText(bytes: Buffer): string {
  const utf8 = bytes.toString('utf8');
  return utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8;
}

/**
 * Reads the records of a pax header: `length key=value\n`, one after the other; what is not of that form ends it.
 *
 * @param bytes content of a header of type 'x' or 'g'
 */
export function readPax(bytes: Buffer): Map<string, string> {
  const values = new Map<string, string>();
  let at = 0;
  while (at < bytes.length) {
    const space = bytes.indexOf(32, at);
    const digits = space === -1 ? '' : bytes.toString('latin1', at, space);
    if (!/^[1-9]\d{0,8}$/.test(digits)) break;
    const end = at + Number(digits);
    const equals = bytes.indexOf(61, space);
    if (end > bytes.length || equals === -1 || equals >= end) break;
    values.set(bytes.toString('utf8', space + 1, equals), tarText(bytes.subarray(equals + 1, end - 1)));
    at = end;
  }
  return values;
}
