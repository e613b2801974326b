/** What stands in a PDF that a page was printed to. */
import { pdfTexts } from '../../../src/formats/attachments/pdf.ts';

export interface Paper {
  readonly pages: number;
  /** Words of all pages with single spaces between them. */
  readonly text: string;
}

/** @throws Error where it cannot be read */
export async function paperOf(pdf: Uint8Array): Promise<Paper> {
  const read = await pdfTexts(pdf);
  if (typeof read === 'string') throw new Error(`the PDF is ${read}`);
  return { pages: read.pages, text: read.texts.join(' ').replaceAll(/\s+/g, ' ') };
}
