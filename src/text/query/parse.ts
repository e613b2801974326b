/**
 * The grammar of a query, read by recursive descent:
 *
 *     query  = all {"OR" all}
 *     all    = one {["AND"] one}
 *     one    = ("NOT" | "-") one | "(" query ")" | field ":" value | near | phrase
 *     value  = phrase | "(" query of phrases ")"
 *     near   = "NEAR" "(" phrase phrase {phrase} ["," number] ")"
 *     phrase = (word | '"' words '"') ["*"]
 *
 * AND binds more tightly than OR; the operators are in capitals, so that "and" and "not" can be searched for.
 */
import type { TextColumn } from '../document.ts';
import { CONDITION_FIELDS, type ConditionField, type FieldCondition, type Query, type QueryNode } from './ast.ts';
import { type QueryMistake, QueryStopped } from './mistake.ts';
import { readNear } from './near.ts';
import { readPhrase, type WordCount } from './phrase.ts';
import { QueryReader } from './reader.ts';

/** Characters of a query at most: a page of names joined by OR, and no file that was pasted by mistake. */
const MOST_CHARACTERS = 20_000;
/** Parentheses in each other, and NOTs. */
const MOST_DEPTH = 50;

/** The nearest of some words, for advice; null when none is near. */
export type Nearest = (word: string, known: Iterable<string>) => string | null;

/** Fields of the index itself: the name in a query, and the column. */
const TEXT_FIELDS: Readonly<Record<string, TextColumn>> = { subject: 'subject', body: 'body', file: 'names' };
const FIELDS: readonly string[] = [...CONDITION_FIELDS, ...Object.keys(TEXT_FIELDS)];

/** What a word that is read belongs to. */
type Scope =
  | { readonly kind: 'text'; readonly column: TextColumn | null }
  | { readonly kind: 'condition'; readonly field: ConditionField };

const ANYWHERE: Scope = { kind: 'text', column: null };

class Parser {
  readonly #reader: QueryReader;
  readonly #nearest: Nearest;
  readonly conditions: FieldCondition[] = [];
  readonly #words: WordCount = { count: 0 };
  #depth = 0;

  constructor(text: string, nearest: Nearest) {
    this.#reader = new QueryReader(text);
    this.#nearest = nearest;
  }

  whole(): QueryNode {
    const reader = this.#reader;
    const root = this.#any(ANYWHERE);
    if (reader.more()) reader.fail('no ( is open before this )', 'leave it out, or open one before');
    return root;
  }

  #any(scope: Scope): QueryNode {
    const parts = [this.#all(scope)];
    while (this.#reader.more() && this.#reader.accept('OR')) parts.push(this.#all(scope));
    return parts.length === 1 ? parts[0]! : { kind: 'or', parts };
  }

  #all(scope: Scope): QueryNode {
    const reader = this.#reader;
    const parts = [this.#one(scope)];
    while (reader.more() && reader.char() !== ')' && reader.word() !== 'OR') {
      reader.accept('AND');
      parts.push(this.#one(scope));
    }
    return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
  }

  #one(scope: Scope): QueryNode {
    const reader = this.#reader;
    if (!reader.more()) return this.#nothing();
    const word = reader.word();
    if (word === 'AND' || word === 'OR')
      return reader.fail(
        `something is missing before ${word}`,
        `${word} joins two things; to search for the word, write it in small letters`,
        { at: reader.at, length: word.length },
      );
    if (reader.accept('NOT') || this.#minus()) return this.#deeper(() => ({ kind: 'not', part: this.#one(scope) }));
    if (reader.char() === '(') return this.#group(scope);
    if (reader.char() === ')')
      return reader.fail('something is missing before this )', 'leave it out, or write what is meant');
    const name = reader.field();
    if (name !== '') return this.#field(name, scope);
    if (word === 'NEAR' && reader.char(4) === '(') return this.#near(scope);
    return this.#leaf(scope);
  }

  /** Goes past a minus that stands right before a thing. */
  #minus(): boolean {
    const next = this.#reader.char(1);
    const is = this.#reader.char() === '-' && next !== '' && !/[\s)-]/.test(next);
    if (is) this.#reader.at++;
    return is;
  }

  #nothing(): never {
    const reader = this.#reader;
    const example = 'write words, such as budget meeting, or "budget meeting" for a phrase';
    return this.#words.count + this.conditions.length + this.#depth === 0
      ? reader.fail('there is nothing to search for', example)
      : reader.fail('the query ends too early', 'write what comes next, or leave out what stands before');
  }

  #group(scope: Scope): QueryNode {
    const reader = this.#reader;
    const at = reader.at++;
    const inner = this.#deeper(() => this.#any(scope));
    if (reader.char() !== ')') reader.fail('this ( is not closed', 'close it with )', { at, length: 1 });
    reader.at++;
    return inner;
  }

  #deeper<T>(read: () => T): T {
    if (++this.#depth > MOST_DEPTH)
      this.#reader.fail('this is too deep', `no more than ${MOST_DEPTH} parentheses and NOTs in each other`);
    const result = read();
    this.#depth--;
    return result;
  }

  #field(written: string, outer: Scope): QueryNode {
    const reader = this.#reader;
    const place = { at: reader.at, length: written.length + 1 };
    const name = written.toLowerCase();
    if (!FIELDS.includes(name)) return this.#unknown(written, place);
    if (outer !== ANYWHERE)
      reader.fail(`${name}: stands in the value of another field`, 'write fields beside each other', place);
    reader.at += place.length;
    const column = TEXT_FIELDS[name];
    const scope: Scope =
      column === undefined ? { kind: 'condition', field: name as ConditionField } : { kind: 'text', column };
    if (reader.char() === '(') return this.#group(scope);
    if (reader.word() === 'NEAR' && reader.char(4) === '(') return this.#near(scope);
    if (reader.char() === '' || /[\s)]/.test(reader.char()))
      reader.fail(
        `${name}: lacks its value`,
        `write it right behind the colon: ${EXAMPLES[name] ?? `${name}:budget`}`,
        place,
      );
    return this.#leaf(scope);
  }

  #unknown(written: string, place: { readonly at: number; readonly length: number }): never {
    const near = this.#nearest(written, FIELDS);
    const quoted = 'to search for words with a colon between them, put quotes around them';
    const advice =
      near === null ? `the fields are ${FIELDS.join(', ')}; ${quoted}` : `did you mean ${near}:? ${quoted}`;
    return this.#reader.fail(`there is no field ${written}:`, advice, place);
  }

  #near(scope: Scope): QueryNode {
    const reader = this.#reader;
    if (scope.kind === 'condition') return reader.fail('NEAR is for words of texts', 'write one name after the other');
    return { ...readNear(reader, this.#words), column: scope.column };
  }

  #leaf(scope: Scope): QueryNode {
    const reader = this.#reader;
    if (scope.kind === 'text') return { kind: 'phrase', column: scope.column, phrase: readPhrase(reader, this.#words) };
    const { text, prefix, quoted, place } = reader.piece();
    const value = prefix && !quoted ? `${text}*` : text;
    if (value.trim() === '')
      reader.fail(`${scope.field}: lacks its value`, 'write something between the quotes', place);
    const found = this.conditions.findIndex((one) => one.field === scope.field && one.value === value);
    if (found !== -1) return { kind: 'condition', condition: found };
    this.conditions.push({ field: scope.field, value, place });
    return { kind: 'condition', condition: this.conditions.length - 1 };
  }
}

const EXAMPLES: Readonly<Record<string, string>> = {
  from: 'from:ana@example.org',
  to: 'to:ana@example.org',
  cc: 'cc:ana@example.org',
  with: 'with:ana-ruiz',
  before: 'before:2030-11-08',
  after: 'after:2030-11-08',
  on: 'on:2030-11-08',
  channel: 'channel:mail',
  source: 'source:inbox',
  has: 'has:attachment',
  file: 'file:report.pdf',
};

/**
 * Reads a query as somebody typed it. Never throws for what is typed.
 * @param text at most some thousand characters; more is a mistake, told at once
 * @param nearest names the field that was probably meant
 * @returns the query, or its first mistake
 */
export function parseQuery(text: string, nearest: Nearest): Query | QueryMistake {
  if (text.length > MOST_CHARACTERS) {
    const message = `the query is ${text.length} characters long`;
    return {
      at: MOST_CHARACTERS,
      length: 1,
      message,
      advice: `${MOST_CHARACTERS} are the most; search for less at once`,
    };
  }
  const parser = new Parser(text, nearest);
  try {
    const root = parser.whole();
    return { text, root, conditions: parser.conditions };
  } catch (error) {
    if (error instanceof QueryStopped) return error.mistake;
    throw error;
  }
}
