/** UTF-7 (RFC 2152), which no decoder of the platform knows. */

/**
 * Decodes UTF-7.
 * @param text Latin-1 text of the bytes
 */
export function utf7Text(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, base64: string) => {
    if (base64 === '') return '+';
    const bytes = Buffer.from(base64, 'base64');
    const even = bytes.subarray(0, bytes.length & ~1);
    return Buffer.from(even).swap16().toString('utf16le');
  });
}
