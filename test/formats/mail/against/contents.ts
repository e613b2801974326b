/** Contents of attachments as two parsers give them, in a form in which they compare equal. */
import { createHash } from 'node:crypto';

/** An attachment as the thorough parser gives it. */
export interface Content {
  /** White space single. */
  readonly name: string;
  /** Media type in lower case. */
  readonly type: string;
  readonly bytes: Buffer;
}

/** An attachment as this project gives it. */
export interface OwnContent extends Content {
  /** Its lines are its content: it is not base64. */
  readonly hasLines: boolean;
  /** A delimiter follows, not the end of the bytes. */
  readonly isDelimited: boolean;
  /** No empty line stands before it: a broken line ended its header fields, and is the first of its content. */
  readonly isBroken: boolean;
}

/** SHA-256 of a content. */
function digest(content: string): string {
  return createHash('sha256').update(content, 'latin1').digest('hex').slice(0, 16);
}

/** The other parser takes bytes by the line and writes LF behind each, whatever stood there. */
const withLf = (content: string): string => content.replace(/\r+\n/g, '\n');

/**
 * What the thorough parser says of a content. It counts the line end before a delimiter as content, which RFC 2046, 5.1.1
 * forbids: that one line end is dropped, no more.
 */
function theirs({ bytes }: Content, { type, hasLines }: OwnContent): string {
  const text = bytes.toString('latin1');
  return hasLines || isCalendar(type) ? text.replace(/\n$/, '') : text;
}

/** What this project says of a content; the end of the bytes is no delimiter, so that the last line end is content. */
function ours({ bytes, type, hasLines, isDelimited }: OwnContent): string {
  const text = bytes.toString('latin1');
  if (isCalendar(type)) return withLf(text).replace(/\n+$/, '');
  if (!hasLines) return text;
  return isDelimited ? withLf(text) : withLf(text).replace(/\n$/, '');
}

/** The other parser writes calendars anew, as text with one line end behind it. */
function isCalendar(type: string): boolean {
  return type === 'text/calendar' || type === 'application/ics';
}

/** An attachment that both list, with contents that differ. */
export interface ContentDifference {
  readonly part: OwnContent;
  /** Name, length and SHA-256. */
  readonly thorough: string;
  readonly fast: string;
}

/**
 * Compares the contents of the attachments that both list.
 * @param nameOf what of a name is compared
 */
export function contentDifferences(
  thorough: readonly Content[],
  fast: readonly OwnContent[],
  nameOf: (name: string) => string,
): ContentDifference[] {
  const left = [...fast];
  const found: ContentDifference[] = [];
  for (const content of thorough) {
    const at = left.findIndex(({ name }) => nameOf(name) === nameOf(content.name));
    // Which attachments there are is compared by their names.
    if (at === -1) continue;
    const [part] = left.splice(at, 1);
    const [a, b] = [theirs(content, part!), ours(part!)];
    const said = (text: string): string => `${content.name}: ${text.length} ${digest(text)}`;
    if (said(a) !== said(b)) found.push({ part: part!, thorough: said(a), fast: said(b) });
  }
  return found;
}
