/** The text of a document (ECMA-376, WordprocessingML), by mammoth. */
import type { Input } from '../../bytes/input.ts';
import { unpackingFault } from './unpacked.ts';

/**
 * Paragraphs, tables, notes and lists as lines of text; what was deleted with changes tracked is not among them.
 * @param input the whole file
 * @param most bytes that it may unpack to
 * @returns text, or why there is none as one plain phrase
 */
export async function docxText(input: Input, most: number): Promise<{ readonly text: string } | { fault: string }> {
  const fault = await unpackingFault(input, most);
  if (fault !== null) return { fault };
  // Loaded late: few messages carry documents.
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.extractRawText({ buffer: input.read(0, input.size) });
    return { text: value };
  } catch {
    return { fault: 'it is damaged' };
  }
}
