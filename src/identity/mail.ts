/** E-mail addresses in one spelling. */

/** Providers that are known to ignore dots in the local part and what follows a plus (their own help pages say so). */
const DOTLESS: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);
/** Providers that are known to deliver user+anything@ to user@. Elsewhere a plus can be part of a name. */
const PLUS_TAGGED: ReadonlySet<string> = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'icloud.com',
  'me.com',
  'fastmail.com',
  'fastmail.fm',
  'proton.me',
  'protonmail.com',
  'pm.me',
]);
/** Domains of one provider that reach the same mailbox. */
const SAME: Readonly<{ [domain: string]: string }> = { 'googlemail.com': 'gmail.com' };

/**
 * Normalises an addr-spec: domain and local part in lower case (RFC 5321, 2.4 lets local parts differ by case; no system
 * in use delivers them to different people), quoted local parts unquoted where that is the same address, dots and plus
 * tags only where the provider is known to ignore them, international domains in their ASCII form.
 * @param raw addr-spec as written
 */
export function normalizeMail(raw: string): string {
  const text = raw.trim().replace(/^<|>$/g, '');
  const at = text.lastIndexOf('@');
  if (at < 0) return text.toLowerCase();
  let local = text.slice(0, at).toLowerCase();
  const quoted = /^"([^"\\\s]+)"$/.exec(local);
  if (quoted !== null) local = quoted[1]!;
  const written = text
    .slice(at + 1)
    .toLowerCase()
    .replace(/\.$/, '');
  const ascii = /[^\x20-\x7e]/.test(written) ? asciiDomain(written) : written;
  if (PLUS_TAGGED.has(ascii)) local = local.replace(/\+.*$/, '');
  if (DOTLESS.has(ascii)) local = local.replaceAll('.', '');
  return `${local}@${SAME[ascii] ?? ascii}`;
}

function asciiDomain(domain: string): string {
  try {
    return new URL(`http://${domain}`).hostname; // WHATWG URL does UTS #46
  } catch {
    return domain;
  }
}
