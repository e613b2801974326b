/** Where a header block ends. */
import { searchesOf } from './kernel.ts';

/**
 * Where the header block that begins at a place ends.
 * @param limit place where looking must stop
 * @returns place after its empty line, or the limit when there is none
 */
export function headersEnd(bytes: Buffer, start: number, limit: number): number {
  if (start >= limit) return limit;
  if (bytes[start] === 10) return start + 1;
  if (bytes[start] === 13 && bytes[start + 1] === 10) return Math.min(limit, start + 2);
  const searches = searchesOf(bytes);
  if (searches !== null) {
    const end = searches.emptyLine(bytes.byteOffset + start, bytes.byteOffset + limit);
    return end === -1 ? limit : end - bytes.byteOffset;
  }
  for (let at = start; at < limit; ) {
    const newline = bytes.indexOf(10, at);
    if (newline === -1 || newline >= limit) break;
    at = newline + 1;
    const end = bytes[at] === 10 ? at + 1 : bytes[at] === 13 && bytes[at + 1] === 10 ? at + 2 : 0;
    if (end > limit) break;
    if (end > 0) return end;
  }
  return limit;
}
