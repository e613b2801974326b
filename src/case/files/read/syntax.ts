/** What is wrong with the YAML itself, in words for people who do not know YAML. */
import { type Document, visit, type YAMLError } from 'yaml';
import { type Mistake, shown } from '../mistake.ts';
import type { Position } from './place.ts';

/** Most mistakes of syntax that are shown of a file: one slip makes the parser stumble on. */
const MOST_SHOWN = 5;

interface Words {
  readonly message: string;
  readonly advice: string;
}

const QUOTE = 'put the text in quotes';

/** Words per error code of the parser; the parser's own words where there are none. */
const WORDS: { readonly [code: string]: Words } = {
  TAB_AS_INDENT: { message: 'begins with a tab', advice: 'indent with spaces' },
  MISSING_CHAR: { message: 'is no key: value', advice: 'write a colon and a space after the key' },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'has a second colon, or is indented where it should not be',
    advice: `${QUOTE} if the colon belongs to it, or line it up with the keys beside it`,
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'is no key: value',
    advice: 'write a space after the colon, and each key on its own line',
  },
  BAD_ALIAS: { message: 'begins with & or *', advice: QUOTE },
  BAD_INDENT: {
    message: 'is indented wrongly, or an opened bracket is not closed',
    advice: 'line it up with what is above it, or close the bracket',
  },
  UNEXPECTED_TOKEN: {
    message: 'cannot stand here',
    advice: 'check the indentation and quotes of this line and the one above',
  },
  BAD_DQ_ESCAPE: { message: 'has a backslash that YAML does not know', advice: "use single quotes: '…'" },
  BAD_COLLECTION_TYPE: { message: 'has a tag that does not fit', advice: 'remove the tag (!…)' },
  TAG_RESOLVE_FAILED: { message: 'has a tag (!…)', advice: `remove it, or ${QUOTE}` },
};

/** Errors that leave the value as it was meant: the rest of the file can be checked. */
const HARMLESS = new Set(['BAD_SCALAR_START', 'TAG_RESOLVE_FAILED']);

function wordsOf(error: YAMLError, text: string): Words {
  if (error.code === 'BAD_SCALAR_START') {
    const word = /^[^\s,}\]]*/.exec(text.slice(error.pos[0], error.pos[0] + 80))![0];
    return {
      message: `cannot begin with ${shown(word.slice(0, 1))} without quotes: ${word}`,
      advice: `write ${JSON.stringify(word)}`,
    };
  }
  // The parser reports its own exhausted stack as an error of the text, at a place that differs by machine.
  if (/call stack/i.test(error.message)) return { message: 'is nested too deeply', advice: 'close the brackets' };
  return (
    WORDS[error.code] ?? { message: `is no YAML: ${error.message}`, advice: 'check quotes, brackets and indentation' }
  );
}

/** Where an error stands. An open quote runs to the end of the file, and is reported there: people need its beginning. */
function placeOf(error: YAMLError, document: Document): { readonly at: number; readonly words: Words | null } {
  let at = error.pos[0];
  if (error.code !== 'MISSING_CHAR' || !/quote/.test(error.message)) return { at, words: null };
  visit(document, {
    Scalar(_, { type, range }) {
      if (type !== 'QUOTE_DOUBLE' && type !== 'QUOTE_SINGLE') return undefined;
      if (range !== undefined && range !== null && range[1] >= error.pos[0]) at = range[0];
      return at === error.pos[0] ? undefined : visit.BREAK;
    },
  });
  return { at, words: { message: 'opens a quote that is not closed', advice: 'close it, or leave it out' } };
}

/**
 * The mistakes of syntax in a file.
 * @param documents as parsed; more than one is a mistake too
 * @returns the mistakes, at most a handful, one a line; and whether the values cannot be trusted
 */
export function syntaxMistakes(
  file: string,
  documents: readonly Document[],
  text: string,
  position: (offset: number) => Position,
): { readonly mistakes: readonly Mistake[]; readonly broken: boolean } {
  const mistakes: Mistake[] = [];
  const seen = new Set<number>();
  let broken = documents.length > 1;
  const [first] = documents;
  for (const error of first === undefined ? [] : [...first.errors, ...first.warnings]) {
    const place = placeOf(error, first!);
    const at = position(place.at);
    broken ||= !HARMLESS.has(error.code);
    if (seen.has(at.line) || mistakes.length >= MOST_SHOWN) continue;
    seen.add(at.line);
    mistakes.push({ file, ...at, key: '', ...(place.words ?? wordsOf(error, text)) });
  }
  const second = documents[1];
  if (second !== undefined) {
    const at = position(second.range?.[0] ?? 0);
    mistakes.push({
      file,
      ...at,
      key: '',
      message: 'begins a second document',
      advice: 'remove the line "---" that stands between them',
    });
  }
  return { mistakes, broken };
}
