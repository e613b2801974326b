/** Texts of the pages of a PDF, by PDF.js as unpdf packs it: no canvas, no worker, nothing fetched. */

/** Why a PDF has no text: it has a password, or its pages cannot be read. */
export type PdfFault = 'password' | 'damaged';

/** Texts of pages in their order; a page without text is an empty text. */
export interface PdfTexts {
  readonly texts: readonly string[];
  /** Pages of the whole file: more than texts where a limit ended the reading. */
  readonly pages: number;
}

/** Where reading ends. */
export interface PdfLimits {
  readonly pages: number;
  /** Characters of all pages together. */
  readonly characters: number;
}

const UNLIMITED: PdfLimits = { pages: Number.POSITIVE_INFINITY, characters: Number.POSITIVE_INFINITY };

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/**
 * Reads the pages of a PDF. Its scripts are not run, its fonts not drawn, and links not followed.
 * @param bytes the whole file; they are copied, since PDF.js takes over what it is given
 * @param limits reading ends with the page that reaches one
 */
export async function pdfTexts(bytes: Uint8Array, limits: PdfLimits = UNLIMITED): Promise<PdfTexts | PdfFault> {
  // Loaded late: it takes longer to load than all readers of mail together.
  const { getDocumentProxy } = await import('unpdf');
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      verbosity: 0,
    });
    const texts: string[] = [];
    const pages = document.numPages;
    let characters = 0;
    for (let number = 1; number <= Math.min(pages, limits.pages) && characters < limits.characters; number++) {
      const content = await (await document.getPage(number)).getTextContent();
      const text = content.items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
      characters += text.length;
      texts.push(text);
    }
    await document.loadingTask.destroy();
    return { texts, pages };
  } catch (error) {
    return nameOf(error) === 'PasswordException' ? 'password' : 'damaged';
  }
}
