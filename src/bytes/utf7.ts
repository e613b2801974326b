/**
 * Decodes UTF-7 (RFC 2152), which no decoder of the platform knows and old Exchange servers wrote.
 *
 * @param ascii the bytes, one character each
 * @returns the text, and how many shifted runs were not well formed
 */
export function decodeUtf7(ascii: string): { text: string; damaged: number } {
  let damaged = 0;
  const text = ascii.replace(/\+([A-Za-z0-9+/]*)(-?)/g, (run, base64: string, minus: string) => {
    if (base64 === '') {
      if (minus === '') damaged++;
      return minus === '' ? run : '+';
    }
    const bytes = Buffer.from(base64, 'base64');
    // Up to seven padding bits may be left over (section 2.1, rule 2); a whole byte may not.
    if (bytes.length % 2 !== 0) damaged++;
    return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le');
  });
  return { text, damaged };
}
