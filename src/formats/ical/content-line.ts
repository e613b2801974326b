/** Content lines of iCalendar (RFC 5545, section 3.1): folded over several lines of the file, a name, parameters, a value. */
import type { Input } from '../../bytes/input.ts';
import { lines } from '../../bytes/lines.ts';

/** A content line as it lies in the file. */
export interface RawLine {
  /** Byte offset of its first byte. */
  readonly offset: number;
  /** Length in bytes with folds and the ending. */
  readonly length: number;
  /** The content, unfolded; at most {@link LONGEST} bytes of it. */
  readonly bytes: Buffer;
}

/** A content line taken apart. */
export interface Property {
  /** In upper case. */
  readonly name: string;
  /** Values of parameters by name in upper case; quotes and carets undone. */
  readonly params: ReadonlyMap<string, readonly string[]>;
  /** As written, after the colon; backslashes not undone. */
  readonly value: string;
  readonly offset: number;
  readonly length: number;
}

/** Bytes kept of a line: attached files and descriptions of any length are of no use here. */
const LONGEST = 64 * 1024;

/**
 * The content lines of a file. Unfolding works on bytes: lines are folded every 75 bytes, in the middle of characters too.
 * They cover every byte, in order.
 *
 * @param input the file; LF, CR LF and lone CR end lines
 * @param from first byte (after a byte-order mark)
 */
export function* contentLines(input: Input, from: number): Generator<RawLine> {
  let offset = from;
  let length = 0;
  let kept: Buffer[] = [];
  let room = LONGEST;
  const finish = (): RawLine => ({ offset, length, bytes: kept.length === 1 ? kept[0]! : Buffer.concat(kept) });
  for (const line of lines(input, { from, maxLength: LONGEST, loneCr: true })) {
    const folded = line.first && (line.bytes[0] === 0x20 || line.bytes[0] === 0x09);
    if (line.first && !folded && length > 0) {
      yield finish();
      offset = line.offset;
      length = 0;
      kept = [];
      room = LONGEST;
    }
    length += line.bytes.length + line.ending;
    const content = line.bytes.subarray(folded ? 1 : 0, (folded ? 1 : 0) + room);
    room -= content.length;
    if (content.length > 0) kept.push(Buffer.from(content));
  }
  if (length > 0) yield finish();
}

/**
 * Takes a content line apart. Parameters are read as leniently as programs write them.
 *
 * @param text the unfolded line
 * @param place where it lies in the file
 * @returns null when it is no content line
 */
export function parseLine(text: string, place: { readonly offset: number; readonly length: number }): Property | null {
  const name = /^[A-Za-z0-9._-]+/.exec(text)?.[0];
  if (name === undefined) return null;
  const params = new Map<string, string[]>();
  const pattern = /;\s*([A-Za-z0-9-]+)\s*(?:=((?:"[^"]*"|[^":;]*)*))?/y;
  let at = name.length;
  for (;;) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) break;
    at = pattern.lastIndex;
    const key = match[1]!.toUpperCase();
    params.set(key, [...(params.get(key) ?? []), ...valuesOf(match[2] ?? '')]);
  }
  if (text[at] !== ':') return null;
  return { name: name.toUpperCase(), params, value: text.slice(at + 1), offset: place.offset, length: place.length };
}

/** Values of a parameter, separated by commas outside quotes. */
function valuesOf(text: string): string[] {
  const parts = text.match(/(?:"[^"]*"|[^",])+/g) ?? [];
  return parts.map((part) => uncaret(part.trim().replace(/"/g, '')));
}

/** RFC 6868: `^n` is a line end, `^^` a caret, `^'` a double quote. */
function uncaret(text: string): string {
  return text.replace(/\^(n|N|\^|')/g, (_, code: string) => (code === '^' ? '^' : code === "'" ? '"' : '\n'));
}

/** A text value with its backslashes undone (section 3.3.11). */
export function textValue(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, code: string) => (code === 'n' || code === 'N' ? '\n' : code)).trim();
}

/** The first value of a parameter; empty when there is none. */
export function param(property: Property, name: string): string {
  return property.params.get(name)?.[0] ?? '';
}
