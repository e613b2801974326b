/** What the project says of itself, and what must not hide in its text. */
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { ROOT, type SourceFile } from '../source-file.ts';
import type { Rule } from './rule.ts';

/** This file has to spell what it forbids. */
const SELF = 'test/house/rules/words.ts';

function linesOfText(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files
    .filter(({ path }) => path !== SELF)
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => {
        const match = pattern.exec(line);
        return match === null ? [] : [`${path}:${index + 1}: ${match[0]}`];
      }),
    );
}

const itself: Rule = {
  name: 'the project speaks of itself alone',
  why: 'a reader has only this repository: where and how somebody worked on it is noise that cannot be looked up',
  faults: (files) =>
    linesOfText(
      files,
      /(?<![\w.])\/work\/|\/tmp\/[a-z]|\bissues? (#?\d+|show)\b|(?<!Jeff )\bsessions?\b|\b(the|my|our) brief\b|\bsub-?agents?\b|\b(this|the) machine the project\b|\bengines\.md\b|\bdesign\.md\b|\bsurface\.md\b|\bmethods\.md\b|\bcodebases\.md\b|\bfield\.md\b/i,
    ),
  broken: { 'docs/a.md': 'See issue 2 for more.' },
  sound: {
    'docs/a.md':
      'The briefing is what you hand over; `brief` writes it. At issue is the date. Jeff Sessions was a senator.',
  },
};

const unfinished: Rule = {
  name: 'nothing is marked as unfinished',
  why: 'a mark in a comment is read by nobody; what is missing is said in the documents or done',
  faults: (files) => linesOfText(files, /\b(TODO|FIXME|XXX|HACK|WIP)\b/),
  broken: { 'src/model/a.ts': '// TODO: zones' },
};

/** First and last code of what is never seen: controls, soft hyphen, zero widths, marks of direction, byte order mark. */
const HIDDEN: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x2069],
  [0xfeff, 0xfeff],
];

function isHidden(code: number): boolean {
  return HIDDEN.some(([first, last]) => code >= first && code <= last);
}

const hidden: Rule = {
  name: 'no invisible or direction-changing character stands in a file',
  why: 'a reader would see other code or data than the computer (CVE-2021-42574); write them as escapes',
  faults: (files) =>
    files.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => {
        const code = Array.from({ length: line.length }, (_, at) => line.charCodeAt(at)).find(isHidden);
        return code === undefined ? [] : [`${path}:${index + 1}: U+${code.toString(16).padStart(4, '0')}`];
      }),
    ),
  broken: { 'src/model/a.ts': "const a = 'x\u202ey';" },
  sound: { 'src/model/a.ts': "const a = 'x\\u202ey';" },
};

/** The address that a heading gets on the web: lower case, hyphens, no punctuation. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/`|[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

const links: Rule = {
  name: 'every link between documents leads somewhere',
  why: 'files are renamed, links are not',
  faults: (files) => {
    const documents = new Map(files.map((file) => [file.path, file.text]));
    const exists = (path: string): boolean =>
      documents.has(path) ||
      /^(LICENSE|schemas(\/.*)?|bench\/results(\/.*)?)$/.test(path) ||
      (path.endsWith('.png') && existsSync(join(ROOT, path))) ||
      anyBelow(documents, path);
    return files
      .filter(({ path }) => path.endsWith('.md'))
      .flatMap(({ path, text }) =>
        [...text.replace(/```[\s\S]*?```/g, '').matchAll(/\]\((?!\w+:)([^)\s]*)\)/g)].flatMap(([, link]) => {
          const [file = '', anchor] = link!.split('#');
          const target = file === '' ? path : posix.join(posix.dirname(path), file).replace(/\/$/, '');
          if (!exists(target)) return [`${path}: ${link}`];
          const headings = [...(documents.get(target) ?? '').matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
            anchorOf(heading!),
          );
          return anchor === undefined || headings.includes(anchor) ? [] : [`${path}: ${link} (no such heading)`];
        }),
      );
  },
  broken: { 'docs/a.md': 'See [b](b.md).' },
  sound: { 'docs/a.md': 'See [b](b.md#two-words).', 'docs/b.md': '## Two `words`' },
};

function anyBelow(documents: ReadonlyMap<string, string>, folder: string): boolean {
  return [...documents.keys()].some((path) => path.startsWith(`${folder}/`));
}

export const WORDS: readonly Rule[] = [itself, unfinished, hidden, links];
