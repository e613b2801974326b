/** How much an office file unpacks to, found before a library unpacks it. */
import type { Input } from '../../bytes/input.ts';
import { zipMembers } from '../../bytes/zip.ts';

/**
 * Looks through a zip file. A library that unpacks one member after the other into memory does not look first, and what
 * the directory says of their lengths is written by whoever made the file: so they are counted while they are unpacked.
 * @param most bytes that all members together may unpack to
 * @returns why it is not read, as one plain phrase; null when it may be
 */
export async function unpackingFault(input: Input, most: number): Promise<string | null> {
  let bytes = 0;
  for await (const member of zipMembers(input)) {
    if (!('content' in member)) return 'it is damaged';
    for await (const piece of member.content) {
      bytes += piece.length;
      if (bytes > most) return 'it unpacks to more than is read';
    }
    if (member.fault() !== null) return 'it is damaged';
  }
  return null;
}
