/** Times as they are printed: ISO 8601 with the offset. */

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/**
 * An instant for machines, such as 2030-04-03T16:12:00+02:00.
 * @param epoch seconds UTC
 * @param offset minutes east of UTC in which it is shown; null when unknown: then in UTC, as Z
 */
export function isoTime(epoch: number, offset: number | null): string {
  const local = new Date((epoch + (offset ?? 0) * 60) * 1000).toISOString().replace(/\.\d+Z$/, '');
  return offset === null ? `${local}Z` : `${local}${offsetText(offset)}`;
}
