/**
 * Which rows of a very long list are on the screen. Browsers stop at some 17 to 33 million pixels of height, five million
 * rows need more: past `TALLEST` the bar stands for shares of the list, while short moves (a wheel, a finger, an arrow key)
 * still go pixel by pixel, and where the two come apart the bar is put right once the reader has stopped.
 */

/** Pixels; half of what Firefox can do, so that zoomed pages stay below it too. */
export const TALLEST = 8_000_000;

export interface ListSize {
  /** Rows in the whole list. */
  readonly rows: number;
  /** Pixels of one row; all rows are the same. */
  readonly rowHeight: number;
  /** Pixels of the part that is seen. */
  readonly viewport: number;
}

export interface ListPlace {
  /** The first row seen, with the fraction of it that is scrolled away. */
  readonly first: number;
  /** Where the bar stands, in pixels from the top. */
  readonly scroll: number;
}

/** Pixels that the scrolled element gets. */
export function scrolledHeight(size: ListSize): number {
  return Math.min(size.rows * size.rowHeight, Math.max(TALLEST, size.viewport));
}

/** The largest `first` there is: the last row stands at the bottom. */
export function lastFirst(size: ListSize): number {
  return Math.max(0, size.rows - size.viewport / size.rowHeight);
}

/** Where the bar belongs when `first` is the first row seen. */
export function scrollFor(first: number, size: ListSize): number {
  const farthest = Math.max(0, scrolledHeight(size) - size.viewport);
  const last = lastFirst(size);
  return last === 0 ? 0 : (Math.min(Math.max(first, 0), last) / last) * farthest;
}

/**
 * What is seen after the bar has moved.
 * @param before the place that was seen
 * @param scroll where the bar is now
 */
export function scrolledTo(before: ListPlace, scroll: number, size: ListSize): ListPlace {
  const farthest = Math.max(0, scrolledHeight(size) - size.viewport);
  const last = lastFirst(size);
  const share = farthest === 0 ? 0 : (Math.min(Math.max(scroll, 0), farthest) / farthest) * last;
  const moved = scroll - before.scroll;
  const whole = size.rows * size.rowHeight <= scrolledHeight(size);
  // At either end only the bar is to be trusted, or the first and the last rows could not be reached.
  const atEnd = scroll <= 0 || scroll >= farthest;
  if (whole || atEnd || Math.abs(moved) > 2 * size.viewport) return { first: share, scroll };
  return { first: Math.min(Math.max(before.first + moved / size.rowHeight, 0), last), scroll };
}

/** Moves as little as is needed for a row to be seen whole; the same object when it is already. */
export function revealed(place: ListPlace, row: number, size: ListSize): ListPlace {
  const seen = size.viewport / size.rowHeight;
  const first =
    row < place.first ? row : row + 1 > place.first + seen ? Math.min(row + 1 - seen, lastFirst(size)) : place.first;
  return first === place.first ? place : { first, scroll: scrollFor(first, size) };
}

/**
 * The row that a step of the keys comes to. Where the reader has scrolled the active row away, keys go on from what is
 * seen, not from where they were left.
 * @param by rows, down when positive
 */
export function stepped(active: number, by: number, place: ListPlace, size: ListSize): number {
  const [top, bottom] = [Math.ceil(place.first), Math.floor(place.first + size.viewport / size.rowHeight) - 1];
  const seen = active >= top - 1 && active <= bottom + 1;
  const next = seen ? active + by : by > 0 ? top : bottom;
  return Math.min(Math.max(next, 0), Math.max(0, size.rows - 1));
}

/**
 * The windows of rows to ask for: the ones seen first, then one before and one behind.
 * @param each rows in one window
 * @returns numbers of windows; window n holds the rows from n × each on
 */
export function windowsSeen(place: ListPlace, size: ListSize, each: number): number[] {
  if (size.rows === 0) return [];
  const first = Math.floor(place.first / each);
  const end = Math.min(size.rows - 1, Math.ceil(place.first + size.viewport / size.rowHeight));
  const last = Math.floor(end / each);
  const seen = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const beside = [last + 1, first - 1].filter((window) => window >= 0 && window * each < size.rows);
  return [...seen, ...beside];
}
