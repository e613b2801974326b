/** Passages that case files cite by hand: where they stand, what stands there, and whether it is still so. */
import { sha256 } from '../../bytes/hash.ts';
import type { Exactness } from '../../model/citation.ts';
import type { CaseFiles } from '../files/index.ts';
import type { WhereEntry } from '../files/words/where.ts';
import { type PassageFile, PassageFiles } from './passage-files.ts';
import { namedPlace, placeText } from './passage-place.ts';
import type { PassageProblem } from './passage-problem.ts';
import { holdsQuote, quotePlace, readableText } from './passage-text.ts';

/** Bytes of a passage. */
export interface PassageRange {
  /** Bytes from the start of the file or archive member. */
  readonly offset: number;
  readonly length: number;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
  /** As people read it: HTML without its tags. */
  readonly text: string;
}

export type { PassageProblem };

/** A passage, followed. */
export interface Passage {
  /** Path as in the case; of a protected source its number alone. */
  readonly source: string;
  /** Member of an archive; '' for the file itself. */
  readonly member: string;
  /** SHA-256 of the file or member; null when it could not be opened. */
  readonly file: string | null;
  readonly ranges: readonly PassageRange[];
  readonly section: string | null;
  readonly page: number | null;
  readonly cell: string | null;
  readonly row: number | null;
  /** null: only the file is named. */
  readonly exactness: Exactness | null;
  /** What stands there, ranges joined by " … "; of a PDF the text of its page; the written quote where nothing else shows it. */
  readonly text: string;
  /** One line such as `story.md, bytes 310–405` or `report.pdf, page 12`. */
  readonly place: string;
  readonly problems: readonly PassageProblem[];
}

/** What passages are looked up in. */
export interface PassageCase {
  /** Absolute path of the case folder. */
  readonly folder: string;
  readonly files: CaseFiles;
}

/** Longest passage that is shown, bytes: more is nothing that people read. */
const LONGEST = 1024 * 1024;

/** Follows one citation. Never throws for content: what is wrong stands in `problems`. */
export async function passageOf(open: PassageCase, where: WhereEntry): Promise<Passage> {
  const [passage] = await passagesOf(open, [where]);
  return passage!;
}

/** Follows several, reading each file once; in the order given. */
export async function passagesOf(open: PassageCase, wheres: readonly WhereEntry[]): Promise<Passage[]> {
  const files = new PassageFiles(open.folder);
  try {
    const passages: Passage[] = [];
    for (const where of wheres) passages.push(await follow(open.files, files, where));
    return passages;
  } finally {
    files.close();
  }
}

/** A file that passages are cited from: path, member or null, SHA-256 or null where it cannot be opened. */
export type CitedFile = readonly [source: string, member: string | null, sha256: string | null];

/** The files that the passages of reports.yaml are cited from, each once: what a build of the case follows from besides. */
export async function citedFiles({ folder, files }: PassageCase): Promise<CitedFile[]> {
  const { reports, counts } = files.reports;
  const found = new Map<string, CitedFile>();
  const opened = new PassageFiles(folder);
  try {
    for (const where of [...reports, ...counts].flatMap((entry) => entry.where ?? [])) {
      const key = JSON.stringify([where.source, where.member ?? null]);
      if (found.has(key)) continue;
      const file = await opened.open(where);
      found.set(key, [where.source, where.member ?? null, 'problem' in file ? null : file.sha256]);
    }
  } finally {
    opened.close();
  }
  return [...found.values()];
}

async function follow(files: CaseFiles, opened: PassageFiles, where: WhereEntry): Promise<Passage> {
  const base = namedPlace(files, where);
  const file = await opened.open(where);
  if ('problem' in file) {
    const empty = { ...base, file: null, ranges: [], exactness: null, text: where.quote ?? '' };
    return {
      ...empty,
      place: placeText(base, []),
      problems: [{ ...file.problem, message: `${placeText(base, [])}: ${file.problem.message}` }],
    };
  }
  const problems: PassageProblem[] = [];
  if (where.sha256 !== undefined && where.sha256 !== file.sha256) {
    problems.push({ code: 'source-changed', message: `${placeText(base, [])} is not as it was when it was read` });
  }
  const shown = await shownText(file, where, placeText(base, []));
  return {
    ...base,
    file: file.sha256,
    ranges: shown.ranges,
    exactness: exactnessOf(where, shown.ranges),
    text: shown.text,
    place: placeText(base, shown.ranges),
    problems: [...problems, ...shown.problems],
  };
}

function exactnessOf(where: WhereEntry, ranges: readonly PassageRange[]): Exactness | null {
  if (ranges.length > 0) return 'bytes';
  if (where.cell !== undefined || where.row !== undefined) return 'cell';
  return where.page === undefined ? null : 'page';
}

interface Shown {
  readonly ranges: readonly PassageRange[];
  readonly text: string;
  readonly problems: readonly PassageProblem[];
}

async function shownText(file: PassageFile, where: WhereEntry, place: string): Promise<Shown> {
  const { quote } = where;
  const problems: PassageProblem[] = [];
  const ranges: PassageRange[] = [];
  for (const [offset, length] of where.ranges) {
    if (offset + length <= file.size) ranges.push(rangeOf(file, offset, length));
    else problems.push({ code: 'outside-file', message: outside(place, offset, length, file.size) });
  }
  if (file.kind === 'pdf') return pdfText(file, where, place, ranges, problems);
  if (where.ranges.length === 0 && quote !== undefined) {
    const found = quotePlace(file.bytes(), quote);
    if (found !== null) ranges.push(rangeOf(file, found.offset, found.length));
    else if (!holdsQuote(readableText(file.bytes(), file.kind), quote)) problems.push(differs(place));
    return { ranges, text: ranges[0]?.text ?? quote, problems };
  }
  const text = ranges.map((range) => range.text).join(' … ');
  if (quote !== undefined && ranges.length > 0 && !holdsQuote(text, quote)) problems.push(differs(place));
  return { ranges, text: text === '' ? (quote ?? '') : text, problems };
}

const differs = (place: string): PassageProblem => ({
  code: 'quote-differs',
  message: `${place} does not hold the words that are quoted from it`,
});

const outside = (place: string, offset: number, length: number, size: number): string =>
  `${place} has ${size} bytes: none from ${offset} to ${offset + length - 1}`;

function rangeOf(file: PassageFile, offset: number, length: number): PassageRange {
  const bytes = file.bytes().subarray(offset, offset + length);
  return { offset, length, sha256: sha256(bytes), text: readableText(bytes.subarray(0, LONGEST), file.kind) };
}

/** The text of a page of a PDF: its bytes are compressed, so what is read stands on the page. */
async function pdfText(
  file: PassageFile,
  { page, quote }: WhereEntry,
  place: string,
  ranges: readonly PassageRange[],
  problems: PassageProblem[],
): Promise<Shown> {
  const pages = await file.pages();
  if ('code' in pages)
    return { ranges, text: quote ?? '', problems: [...problems, { ...pages, message: `${place}: ${pages.message}` }] };
  const text = page === undefined ? pages.texts.join('\n') : pages.texts[page - 1];
  if (text === undefined) {
    const message = `${place}: the file has ${pages.texts.length} pages`;
    return { ranges, text: quote ?? '', problems: [...problems, { code: 'page-not-there', message }] };
  }
  if (text.trim() === '') {
    const message = `${place} has no text: it is a picture, or empty`;
    return { ranges, text: quote ?? '', problems: [...problems, { code: 'page-without-text', message }] };
  }
  if (quote !== undefined && !holdsQuote(text, quote)) problems.push(differs(place));
  return { ranges, text: page === undefined ? (quote ?? text.slice(0, LONGEST)) : text, problems };
}
