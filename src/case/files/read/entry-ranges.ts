/** Where the entries of a list stand in a case file, byte for byte. */
import { isMap, isSeq, type Node, parseDocument } from 'yaml';

/** Bytes from the start of the file. */
export interface EntryRange {
  readonly offset: number;
  readonly length: number;
}

/**
 * Where the entries of a list in a case file stand, without the comments behind them.
 * @param text of the file, which was read before and is right
 * @param list key of the list
 */
export function entryRanges(text: string, list: string): EntryRange[] {
  const found = parseDocument(text, { version: '1.2', schema: 'core', logLevel: 'silent' }).get(list, true);
  if (!isSeq(found)) return [];
  // Byte offsets grow with the text: each entry goes on from the one before, so that a long file is passed once.
  let [chars, bytes] = [0, 0];
  const bytesTo = (at: number): number => {
    bytes += Buffer.byteLength(text.slice(chars, at));
    chars = at;
    return bytes;
  };
  return found.items.map((item) => {
    const [from] = rangeOf(item as Node);
    const to = from + text.slice(from, endOf(item as Node)).trimEnd().length;
    const offset = bytesTo(from);
    return { offset, length: bytesTo(to) - offset };
  });
}

const rangeOf = (node: Node): readonly [start: number, end: number, ...rest: number[]] => node.range ?? [0, 0];

/** Where a node ends without the comment behind it: a block of lines ends with the last thing in it. */
function endOf(node: Node): number {
  if (isMap(node) && node.flow !== true) {
    const last = node.items.at(-1);
    return last === undefined ? rangeOf(node)[1] : endOf((last.value ?? last.key) as Node);
  }
  if (isSeq(node) && node.flow !== true && node.items.length > 0) return endOf(node.items.at(-1) as Node);
  return rangeOf(node)[1];
}
