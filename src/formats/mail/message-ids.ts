/** Message-IDs in headers (RFC 5322, 3.6.4, and its obsolete form with words between the ids). */

/**
 * The id of a Message-ID field.
 * @param raw the value as it stands in the header
 * @returns without angle brackets and white space; empty when there is none
 */
export function messageIdOf(raw: string): string {
  const open = raw.indexOf('<');
  const close = raw.indexOf('>', open + 1);
  const id = open === -1 ? raw : raw.slice(open + 1, close === -1 ? raw.length : close);
  return /\s/.test(id) ? id.replace(/\s+/g, '') : id;
}

/**
 * Hands over the ids of an In-Reply-To or References field: what stands in angle brackets, or a lone word with "@". Old
 * programs wrote phrases such as "Your message of Tuesday" around them.
 * @param take gets each id without brackets and white space
 */
export function eachMessageId(text: string, from: number, to: number, take: (id: string) => void): void {
  let at = from;
  for (;;) {
    const open = text.indexOf('<', at);
    if (open === -1 || open >= to) break;
    const close = text.indexOf('>', open);
    if (close === -1 || close >= to) break;
    const id = text.slice(open + 1, close);
    if (id !== '') take(/\s/.test(id) ? id.replace(/\s+/g, '') : id);
    at = close + 1;
  }
  if (at !== from) return;
  const lone = text.slice(from, to).trim();
  if (/^[^\s<>]+@[^\s<>]+$/.test(lone)) take(lone);
}
