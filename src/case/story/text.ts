/** The text of a story, and where its coded sentences stand in it. */
import { sha256OfInput } from '../../bytes/hash.ts';
import {
  findQuote,
  foldedQuote,
  type ReadableStory,
  readStory,
  type StoryKind,
  storyKind,
} from '../../statements/sentence-text.ts';
import { shownSource } from '../citations/shown-source.ts';
import { openSource } from '../citations/source-files.ts';
import { CaseError } from '../error.ts';
import { formatMistake, keyText, type Mistake, shown } from '../files/mistake.ts';
import { readYaml, type Tree } from '../files/read/yaml.ts';
import type { StoryFile, StorySentence } from '../files/schema/story.ts';
import type { OpenCase } from '../open.ts';
import { readCase } from '../read-case.ts';

type Ranges = readonly (readonly [offset: number, length: number])[];

/** A sentence as the story has it. */
export interface PlacedSentence {
  readonly sentence: StorySentence;
  /** White space as one space. */
  readonly quote: string;
  /** [offset, length] in bytes. */
  readonly ranges: Ranges;
}

export interface StoryText {
  /** Its path as it may be shown. */
  readonly name: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly sentences: readonly PlacedSentence[];
  readonly wordsInAll: number;
  readonly wordsCoded: number;
}

/** Largest story, bytes. */
const LARGEST = 8 * 1024 * 1024;

interface File {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

function readFile(folder: string, path: string): File | 'missing' | 'large' {
  const input = openSource(folder, path, path);
  if (input === null) return 'missing';
  try {
    if (input.size > LARGEST) return 'large';
    return { bytes: input.read(0, input.size), sha256: sha256OfInput(input) };
  } finally {
    input.close();
  }
}

/** A story that is a protected source is named by its number alone. */
function shownName({ files }: Pick<OpenCase, 'files'>, path: string): string {
  const { sources } = files.case;
  const entry = sources.find((source) => source.protected && source.path === path);
  return shownSource({ path, protected: entry !== undefined, entry: path }, sources);
}

/** What is wrong with a sentence's place, and what to write. */
interface Fault {
  readonly key: 'quote' | 'quote-at';
  readonly message: string;
  readonly advice: string;
}

const textOf = (bytes: Uint8Array, [offset, length]: readonly [number, number], kind: StoryKind): string =>
  readStory(bytes.subarray(offset, offset + length), kind).text.trim();

function placed(
  story: ReadableStory,
  bytes: Uint8Array,
  kind: StoryKind,
  sentence: StorySentence,
  name: string,
): { readonly ranges: Ranges; readonly quote: string } | Fault {
  const { quote, ranges } = sentence;
  const found = quote === undefined ? 'none' : findQuote(story, quote, kind);
  const there = typeof found === 'string' ? null : found;
  if (ranges.length === 0) {
    if (there !== null) return { ranges: [there], quote: textOf(bytes, there, kind) };
    return found === 'several'
      ? { key: 'quote', message: `stands in ${name} more than once`, advice: 'write more of the sentence, or quote-at' }
      : { key: 'quote', message: `does not stand in ${name}`, advice: 'write the words as the story has them now' };
  }
  const instead =
    there === null
      ? 'correct the range: [offset, length] in bytes'
      : `write [${there[0]}, ${there[1]}]: it stands there`;
  if (ranges.some(([offset, length]) => offset + length > bytes.length))
    return { key: 'quote-at', message: `reaches beyond ${name}, which has ${bytes.length} bytes`, advice: instead };
  const text = ranges.map((range) => textOf(bytes, range, kind)).join(' … ');
  const wanted = quote === undefined ? null : foldedQuote(quote, kind);
  const isThere = wanted === null || text.replaceAll(' … ', ' ') === wanted || text === wanted;
  return isThere
    ? { ranges, quote: text }
    : { key: 'quote-at', message: `is not where the quote stands: there stands ${shown(text)}`, advice: instead };
}

function mistakeAt(tree: Tree, path: readonly (string | number)[], message: string, advice: string): Mistake {
  return { file: 'story.yaml', ...tree.at(path), key: keyText(path), message, advice };
}

const words = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;

/** Words that stand in a coded sentence: a passage that is coded twice counts once. */
function wordsIn(bytes: Uint8Array, kind: StoryKind, sentences: readonly PlacedSentence[]): number {
  const ranges = sentences.flatMap((s) => s.ranges.map(([offset, length]) => ({ from: offset, to: offset + length })));
  ranges.sort((a, b) => a.from - b.from || a.to - b.to);
  let [sum, reached] = [0, 0];
  for (const { from, to } of ranges) {
    const start = Math.max(from, reached);
    if (to > start) sum += words(textOf(bytes, [start, to - start], kind));
    reached = Math.max(reached, to);
  }
  return sum;
}

/**
 * Reads the story and finds every coded sentence in it.
 * @throws CaseError with every mistake, each with its line of story.yaml: the file is not there or another one than was
 *   coded, or a sentence does not stand in it as it is quoted
 */
export function storyText(
  open: Pick<OpenCase, 'folder' | 'files'>,
  story: StoryFile & { readonly path: string },
): StoryText {
  const tree = readYaml('story.yaml', readCase(open.folder).texts.get('story.yaml') ?? '');
  const fail = (mistakes: readonly Mistake[]): never => {
    throw new CaseError(mistakes.map(formatMistake).join('\n'));
  };
  const file = readFile(open.folder, story.path);
  const name = shownName(open, story.path);
  if (file === 'missing')
    return fail([mistakeAt(tree, ['story'], `is no file: ${shown(name)}`, 'write its path from the case folder')]);
  if (file === 'large')
    return fail([mistakeAt(tree, ['story'], 'is larger than 8 MiB', 'write the path of the text of the story alone')]);
  const kind = storyKind(story.path);
  const readable = readStory(file.bytes, kind);
  const mistakes: Mistake[] = [];
  if (story.sha256 !== undefined && story.sha256 !== file.sha256)
    mistakes.push(
      mistakeAt(
        tree,
        ['sha256'],
        `is not that of ${name} as it is now`,
        `the story was changed: look at its sentences again, then write ${file.sha256}`,
      ),
    );
  const sentences = story.sentences.flatMap((sentence, i): PlacedSentence[] => {
    const place = placed(readable, file.bytes, kind, sentence, name);
    if ('ranges' in place) return [{ sentence, ...place }];
    const path = ['sentences', i, place.key];
    mistakes.push(mistakeAt(tree, path, place.message, place.advice));
    return [];
  });
  if (mistakes.length > 0) fail(mistakes);
  return {
    name,
    sha256: file.sha256,
    sentences,
    wordsInAll: words(readable.text),
    wordsCoded: wordsIn(file.bytes, kind, sentences),
  };
}
