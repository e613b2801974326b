/** Lines of Lotus Notes that hold an author and a date in numbers, without labels. */

const STAMP = String.raw`(\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?(?:\s+[A-Z]{3,4})?)`;
/** Older Notes puts the name of the firm before "From:". */
const AUTHOR_ON_DATE = new RegExp(String.raw`^(?:.*\bFrom:\s*)?(\S.*?)\s+(?:on\s+)?${STAMP}$`, 'i');
/** Longest line of this kind; the pattern would take the square of a longer one's length. */
const LONGEST = 500;
const DATE_ALONE = new RegExp(`^${STAMP}$`, 'i');

/**
 * Takes apart a line with an author and a date.
 * @returns null when it is no such line
 */
export function authorAndDate(line: string): { readonly author: string; readonly date: string } | null {
  const match = line.length > LONGEST ? null : AUTHOR_ON_DATE.exec(line);
  return match === null ? null : { author: match[1]!, date: match[2]! };
}

/** Whether a line is a date and time in numbers and nothing else. */
export function isStamp(line: string): boolean {
  return DATE_ALONE.test(line);
}
