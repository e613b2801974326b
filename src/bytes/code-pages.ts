/**
 * Code pages of DOS, which the platform's decoders do not know: CP437 is what a ZIP file means when it does not say UTF-8
 * (APPNOTE.TXT, appendix D), CP850 is what Western European DOS programs and their exports wrote.
 */

/** The upper halves, bytes 0x80 to 0xFF, as published by Microsoft (unicode.org, VENDORS/MICSFT/PC). */
const UPPER: { readonly [page: string]: string } = {
  ibm437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ibm850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
};

/** The names of the code pages that {@link decodePage} knows. */
export const PAGES: readonly string[] = Object.keys(UPPER);

/**
 * Decodes bytes of a DOS code page. Every byte has a character; nothing can fail.
 *
 * @param page one of {@link PAGES}
 */
export function decodePage(bytes: Uint8Array, page: string): string {
  const upper = UPPER[page] ?? '';
  const ascii = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return ascii.replace(/[\u0080-\u00ff]/g, (character) => upper[character.charCodeAt(0) - 128] ?? '\ufffd');
}
