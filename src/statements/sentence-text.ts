/** Finding the sentences of a story in its text: white space, markup and the form of quotation marks do not matter. */
import { isBlockTag, readTag } from './sentence-markup.ts';

export type StoryKind = 'text' | 'markdown' | 'html';

/** The words of a story as they are read, each character with the bytes that it stands for. */
export interface ReadableStory {
  /** One space between words. */
  readonly text: string;
  /** For each code unit of `text` the first byte that it comes from, and the byte after the last. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What kind of text a file is, by its name. */
export function storyKind(path: string): StoryKind {
  if (/\.x?html?$/i.test(path)) return 'html';
  return /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'text';
}

/** Characters that are written in several ways. */
const FOLDED: ReadonlyMap<string, string> = new Map([
  ...[...'‘’‚‛'].map((c): [string, string] => [c, "'"]),
  ...[...'“”„‟«»'].map((c): [string, string] => [c, '"']),
  ...[...'‐‑‒–—'].map((c): [string, string] => [c, '-']),
]);

const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '-', mdash: '-', hellip: '…' }),
);
const QUOTING_ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ lsquo: "'", rsquo: "'", sbquo: "'", ldquo: '"', rdquo: '"', bdquo: '"', laquo: '"', raquo: '"' }),
);
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/iy;

function entityAt(text: string, at: number): { readonly means: string; readonly length: number } | null {
  ENTITY.lastIndex = at;
  const found = ENTITY.exec(text);
  if (found === null) return null;
  const [whole, decimal, hex, name] = found;
  const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : null;
  const named = ENTITIES.get(name ?? '') ?? QUOTING_ENTITIES.get(name ?? '');
  const means = code !== null && code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : named;
  return means === undefined ? null : { means, length: whole.length };
}

/** What a place of Markdown stands for: emphasis, code marks, headings, quotation and targets of links are not read. */
function markdownAt(text: string, at: number): { readonly means: string; readonly length: number } | null {
  const c = text[at]!;
  if (c === '*' || c === '_' || c === '`' || c === '\\' || c === '[') return { means: '', length: 1 };
  if (c === ']') {
    const end = text[at + 1] === '(' ? text.indexOf(')', at) : -1;
    return { means: '', length: end === -1 || end - at > 2000 ? 1 : end - at + 1 };
  }
  const isFirst = at === 0 || text[at - 1] === '\n';
  if (!isFirst || (c !== '>' && c !== '#')) return null;
  let end = at;
  while (text[end] === c || text[end] === ' ') end++;
  return { means: ' ', length: end - at };
}

function htmlAt(text: string, at: number): { readonly means: string; readonly length: number } | null {
  if (text[at] === '&') return entityAt(text, at);
  if (text[at] !== '<') return null;
  const tag = readTag(text, at);
  return tag === null ? null : { means: isBlockTag(tag.name) ? ' ' : '', length: tag.length };
}

/** Bytes of a character in UTF-8. */
function utf8Length(character: string): number {
  const code = character.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}

/**
 * Reads a story.
 * @param bytes of the file; UTF-8, else each byte is a character of windows-1252
 */
export function readStory(bytes: Uint8Array, kind: StoryKind): ReadableStory {
  const isUtf8 = isValidUtf8(bytes);
  const text = new TextDecoder(isUtf8 ? 'utf-8' : 'windows-1252', { ignoreBOM: true }).decode(bytes);
  const [out, starts, ends]: [string[], number[], number[]] = [[], [], []];
  const put = (words: string, from: number, to: number): void => {
    for (const unit of words) {
      const isSpace = /\s|\ufeff/u.test(unit);
      if (isSpace && (out.length === 0 || out.at(-1) === ' ')) continue;
      for (const half of isSpace ? [' '] : (FOLDED.get(unit) ?? unit).split('')) {
        out.push(half);
        starts.push(from);
        ends.push(to);
      }
    }
  };
  let byte = 0;
  for (let at = 0; at < text.length; ) {
    const marked = kind === 'html' ? htmlAt(text, at) : kind === 'markdown' ? markdownAt(text, at) : null;
    const taken = marked === null ? String.fromCodePoint(text.codePointAt(at)!) : text.slice(at, at + marked.length);
    let length = 0;
    for (const character of taken) length += isUtf8 ? utf8Length(character) : 1;
    put(marked === null ? taken : marked.means, byte, byte + length);
    byte += length;
    at += taken.length;
  }
  return { text: out.join(''), starts, ends };
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A quotation as it is searched for. */
export function foldedQuote(quote: string, kind: StoryKind): string {
  return readStory(new TextEncoder().encode(quote), kind === 'html' ? 'text' : kind).text.trim();
}

/**
 * Where a quotation stands.
 * @returns [offset, length] in bytes; `none` or `several` where it does not stand there exactly once
 */
export function findQuote(
  story: ReadableStory,
  quote: string,
  kind: StoryKind,
): readonly [offset: number, length: number] | 'none' | 'several' {
  const wanted = foldedQuote(quote, kind);
  const at = wanted === '' ? -1 : story.text.indexOf(wanted);
  if (at === -1) return 'none';
  if (story.text.indexOf(wanted, at + 1) !== -1) return 'several';
  const from = story.starts[at]!;
  return [from, story.ends[at + wanted.length - 1]! - from];
}
