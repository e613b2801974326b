/** Line ends of old Macintosh programs. */

/**
 * Bytes whose lines end in CR alone, with LF in their place: as long as before, so that places stay what they are. Bytes
 * that hold a line feed come back as they are.
 */
export function withLineFeeds(bytes: Buffer): Buffer {
  if (bytes.indexOf(10) !== -1 || bytes.indexOf(13) === -1) return bytes;
  return Buffer.from(bytes).map((byte) => (byte === 13 ? 10 : byte)) as Buffer;
}
