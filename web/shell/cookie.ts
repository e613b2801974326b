/** What the browser remembers for its user: theme, keys, and a name. Cookies, because storage belongs to one port and the server takes a free one each time. */

/** The value of a cookie that a script may read; null where there is none. */
export function cookieValue(name: string): string | null {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}

/** Keeps a value for a year, for this computer's own pages alone. */
export function setCookie(name: 'theme' | 'keys', value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Strict`;
}
