/** Spoils messages as programs, gateways and broken disks do. */
import type { Random } from '../../../../bench/generate/random.ts';

const CHARSETS = ['utf-8', 'iso-8859-1', 'windows-1252', 'koi8-r', 'us-ascii', 'x-unknown', 'iso-8859-15', ''];
const ENCODINGS = ['base64', 'quoted-printable', '7bit', '8bit', 'binary', '8-bit', 'Base64 '];

type Mutation = (text: string, random: Random) => string;

const cut = (text: string, at: number, length: number, instead: string): string =>
  text.slice(0, at) + instead + text.slice(at + length);

/** A line of the header block, by its place. */
function headerLine(text: string, random: Random): { at: number; end: number } {
  const end = Math.max(text.indexOf('\n\n'), 1);
  const at = text.lastIndexOf('\n', random.below(end)) + 1;
  const next = text.indexOf('\n', at);
  return { at, end: next === -1 ? text.length : next };
}

const MUTATIONS: { readonly [name: string]: Mutation } = {
  flip: (text, random) => {
    const at = random.below(text.length);
    return cut(text, at, 1, String.fromCharCode(text.charCodeAt(at) ^ (1 << random.below(8))));
  },
  'lose a line': (text, random) => {
    const { at, end } = headerLine(text, random);
    return cut(text, at, end + 1 - at, '');
  },
  'end early': (text, random) => text.slice(0, random.below(text.length)),
  'break a boundary': (text, random) => {
    const found = [...text.matchAll(/^--[^\n]+$/gm)];
    if (found.length === 0) return text;
    const { index } = random.pick(found);
    return cut(text, index + 2 + random.below(3), 1, 'X');
  },
  'fold a field': (text, random) => {
    const { at, end } = headerLine(text, random);
    const space = text.indexOf(' ', at + Math.floor((end - at) / 2));
    return space === -1 || space > end ? text : cut(text, space, 1, random.chance(50) ? '\n\t' : '\n  ');
  },
  'repeat a field': (text, random) => {
    const { at, end } = headerLine(text, random);
    return cut(text, at, 0, text.slice(at, end + 1));
  },
  'name another charset': (text, random) => text.replace(/charset="?[\w-]+"?/i, `charset=${random.pick(CHARSETS)}`),
  'name another encoding': (text, random) =>
    text.replace(/^(Content-Transfer-Encoding: )\S+$/m, (_, field: string) => field + random.pick(ENCODINGS)),
  'put in raw bytes': (text, random) => {
    const { at, end } = headerLine(text, random);
    return cut(
      text,
      at + random.below(end - at + 1),
      0,
      String.fromCharCode(160 + random.below(96), 160 + random.below(96)),
    );
  },
  'end lines with CRLF': (text) => text.replace(/\n/g, '\r\n'),
  'put in a mark': (text, random) => {
    const { at, end } = headerLine(text, random);
    return cut(
      text,
      at + random.below(end - at + 1),
      0,
      random.pick(['"', '<', '>', '(', ')', ',', ';', '=?', '\\', ':', '@']),
    );
  },
  'swap upper and lower case': (text, random) => {
    const { at, end } = headerLine(text, random);
    const colon = text.indexOf(':', at);
    return colon === -1 || colon > end ? text : cut(text, at, colon - at, text.slice(at, colon).toUpperCase());
  },
};

/** Names of what can be done to a message. */
export const MUTATION_NAMES: readonly string[] = Object.keys(MUTATIONS);

/**
 * Spoils a message one to three times.
 * @param text Latin-1, one character a byte
 * @returns what was done, and the result
 */
export function mutated(text: string, random: Random): { readonly done: readonly string[]; readonly text: string } {
  const done: string[] = [];
  let out = text;
  for (let left = 1 + random.below(3); left > 0 && out.length > 1; left--) {
    const name = random.pick(MUTATION_NAMES);
    done.push(name);
    out = MUTATIONS[name]!(out, random);
  }
  return { done, text: out };
}
