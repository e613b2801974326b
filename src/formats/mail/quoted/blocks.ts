/** Finds the messages that a text quotes or forwards. */
import { attributedBlock } from './attribution.ts';
import type { QuotedBlock } from './block.ts';
import { headedBlock } from './header-lines.ts';
import { Lines } from './lines.ts';
import { notesBlock } from './notes.ts';
import { columnsBlock } from './notes-columns.ts';
import { labelOf } from './words.ts';

/** Blocks of one text that are looked at. */
const MOST = 200;

/** A quoted message with its bytes. */
export interface Quotation {
  /** First byte: of the line above its header, or of its header. */
  readonly start: number;
  /** First byte of what it says. */
  readonly body: number;
  /** Place after its last byte: where the next one begins, or the text that quotes it goes on. */
  readonly end: number;
  readonly block: QuotedBlock;
}

/**
 * Finds the quoted messages of a text, in order. They do not overlap: what a quoted message quotes itself stands after it.
 * @param text Latin-1 view of the bytes of a text, without transfer encoding
 * @param charset of the text
 */
export function quotationsOf(text: string, charset: string): Quotation[] {
  const lines = new Lines(text);
  const blocks: QuotedBlock[] = [];
  let floor = 0;
  for (let at = 0; at < lines.count && blocks.length < MOST; at++) {
    const block = blockAt(lines, at, floor, charset);
    if (block === null) continue;
    blocks.push(block);
    floor = block.body;
    at = block.body - 1;
  }
  return blocks.map((block, index) => ({
    start: lines.start[block.first]!,
    body: block.body < lines.count ? lines.start[block.body]! : text.length,
    end: endOf(lines, block, blocks[index + 1], text.length),
    block,
  }));
}

function blockAt(lines: Lines, at: number, floor: number, charset: string): QuotedBlock | null {
  const end = lines.end[at]!;
  if (end <= lines.content[at]!) return null;
  const line = lines.line(at);
  const found = labelOf(line);
  if (found?.label === 'from') {
    const block = headedBlock(lines, at, floor);
    if (block !== null) return block;
  }
  if (found?.label === 'to') {
    const block = notesBlock(lines, at, floor);
    if (block !== null) return block;
  }
  if (line.includes('To:') && (lines.indented[at] || found === null)) {
    const block = columnsBlock(lines, at, floor);
    if (block !== null) return block;
  }
  return line.endsWith(':') ? attributedBlock(lines, at, floor, charset) : null;
}

/** Where a block ends: before the next one, or where lines follow that are quoted less deeply. */
function endOf(lines: Lines, block: QuotedBlock, next: QuotedBlock | undefined, length: number): number {
  const limit = next === undefined ? lines.count : next.first;
  let depth = block.depth;
  if (block.attributed) {
    let first = block.body;
    while (first < limit && lines.isBlank(first)) first++;
    // Lines below an attribution that bear no marks: the whole rest is the quotation.
    if (first < limit && lines.depth[first]! > depth) depth++;
  }
  let last = block.body;
  for (let at = block.body; at < limit; at++) {
    if (lines.isBlank(at) && lines.depth[at]! < depth) continue;
    if (lines.depth[at]! < depth) return last < lines.count ? lines.start[last]! : length;
    last = at + 1;
  }
  return limit < lines.count ? lines.start[limit]! : length;
}
