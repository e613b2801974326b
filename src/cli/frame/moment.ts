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

/**
 * An instant for people, to the minute, such as `2030-04-03 16:12 +02:00`; still ISO 8601's parts in its order.
 * @param epoch seconds UTC
 * @param offset minutes east of UTC; null: shown in UTC, as Z
 */
export function shownTime(epoch: number, offset: number | null): string {
  const iso = isoTime(epoch, offset);
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} ${iso.slice(19)}`;
}
