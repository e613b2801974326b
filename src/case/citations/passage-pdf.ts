/** Texts of the pages of a PDF, by PDF.js as unpdf packs it: no canvas, no worker, nothing fetched. */
import type { PassageProblem } from './passage-problem.ts';

/** Texts of pages in their order. */
export interface PdfPages {
  readonly texts: readonly string[];
}

export type PdfFault = Pick<PassageProblem, 'code' | 'message'>;

const name = (error: unknown): string => (error instanceof Error ? error.name : '');

/**
 * Reads all pages of a PDF. Its scripts are not run, its fonts not drawn, and links not followed.
 * @param bytes the whole file; they are copied, since PDF.js takes over what it is given
 * @returns a fault where it has a password or is damaged; a page without text gives an empty text
 */
export async function pdfPages(bytes: Buffer): Promise<PdfPages | PdfFault> {
  const { getDocumentProxy } = await import('unpdf');
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      verbosity: 0,
    });
    const texts: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const content = await (await document.getPage(number)).getTextContent();
      texts.push(content.items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
    }
    await document.loadingTask.destroy();
    return { texts };
  } catch (error) {
    if (name(error) === 'PasswordException') return { code: 'pdf-password', message: 'the PDF has a password' };
    return { code: 'pdf-damaged', message: 'the PDF is damaged: its pages cannot be read' };
  }
}
