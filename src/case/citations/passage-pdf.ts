/** Texts of the pages of a PDF from which passages are cited. */
import { pdfTexts } from '../../formats/attachments/pdf.ts';
import type { PassageProblem } from './passage-problem.ts';

/** Texts of pages in their order. */
export interface PdfPages {
  readonly texts: readonly string[];
}

export type PdfFault = Pick<PassageProblem, 'code' | 'message'>;

/**
 * Reads all pages of a PDF.
 * @param bytes the whole file
 * @returns a fault where it has a password or is damaged; a page without text gives an empty text
 */
export async function pdfPages(bytes: Buffer): Promise<PdfPages | PdfFault> {
  const read = await pdfTexts(bytes);
  if (read === 'password') return { code: 'pdf-password', message: 'the PDF has a password' };
  if (read === 'damaged') return { code: 'pdf-damaged', message: 'the PDF is damaged: its pages cannot be read' };
  return read;
}
