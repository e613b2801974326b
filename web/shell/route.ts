/** Addresses and patterns of pages; pure. */

/** What a pattern took from a path, decoded: `/records/:id` and `/records/r%3A81` give `{ id: 'r:81' }`. */
export type Params = Readonly<Record<string, string>>;

/**
 * Matches a path with a pattern of fixed and named segments.
 * @param pattern such as `/people/:key`
 * @param path of an address, percent-encoded as it stands in the address bar
 * @returns the named segments decoded, or null where the path is another one or cannot be decoded
 */
export function matchPath(pattern: string, path: string): Params | null {
  const wanted = pattern.split('/');
  const given = path.length > 1 && path.endsWith('/') ? path.slice(0, -1).split('/') : path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, segment] of wanted.entries()) {
    const value = given[at]!;
    if (segment.startsWith(':')) {
      const decoded = decodedSegment(value);
      if (decoded === null || decoded === '') return null;
      params[segment.slice(1)] = decoded;
    } else if (segment !== value) return null;
  }
  return params;
}

/** A percent-encoded segment as text; null for a broken one, which decodeURIComponent would throw about. */
function decodedSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/**
 * An address of the workbench.
 * @param path already encoded, such as `/contacts`
 * @param query names and values; null, undefined and empty values are left out, a list gives the name several times
 * @returns such as `/contacts?between=%40office&state=undisclosed`, names in the order given
 */
export function address(
  path: string,
  query: Readonly<Record<string, string | number | readonly string[] | null | undefined>> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    if (typeof value === 'object') for (const one of value) search.append(name, one);
    else search.append(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The address of the data of a page or part: `/findings/f:81?x=1` gives `/findings/f:81.json?x=1`. */
export function dataAddress(path: string, query: URLSearchParams | string = ''): string {
  const text = String(query);
  return `${path}.json${text === '' ? '' : `?${text}`}`;
}
