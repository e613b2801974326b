/** Names of parties and groups in a written claim. */
import type { ClaimReader } from './reader.ts';
import type { Token } from './tokens.ts';

/** Words that begin what stands behind the sides; a name that is one of them is written in quotes. */
export const TAIL_WORDS: readonly string[] = [
  'through',
  'from',
  'since',
  'after',
  'to',
  'until',
  'before',
  'in',
  'on',
  'during',
  'not',
  'as',
  'said',
];

/** Words that lead on to a tail: directly or through @c, up to 2030-11-08. They say nothing of their own. */
export const LEADING: ReadonlySet<string> = new Set(['directly', 'or', 'even', 'also', 'and', 'up']);

/** One name. @param what it is of, for a message */
export function nameOf(reader: ClaimReader, what: string): Token {
  const token = reader.peek();
  if (token === undefined || token.kind === 'comma' || token.text === '')
    return reader.fail(`${what} is missing: ${reader.shown()}`, 'write a group such as @office, or the key of a party');
  if (token.kind === 'word' && (TAIL_WORDS.includes(reader.word()) || reader.word() === 'and'))
    return reader.fail(
      `${what} is missing before ${JSON.stringify(token.text)}`,
      `write a group such as @office, or the key of a party; "${token.text}" in quotes is a name`,
    );
  reader.skip();
  return token;
}

/** Names with commas or "or" between them. */
export function namesOf(reader: ClaimReader, what: string): readonly Token[] {
  const names = [nameOf(reader, what)];
  for (;;) {
    const comma = reader.comma() ? 1 : 0;
    const or = reader.word(comma) === 'or' ? 1 : 0;
    const next = reader.word(comma + or);
    const ends = TAIL_WORDS.includes(next) || LEADING.has(next) || next === 'by';
    const more = reader.peek(comma + or) !== undefined && !ends;
    if (comma + or === 0 || !more) return names;
    reader.skip(comma + or);
    names.push(nameOf(reader, what));
  }
}
