/** What stands behind the two sides of a written claim: go-betweens, period, reserve, and when it was said. */
import type { Hedge } from '../claim.ts';
import type { Place } from './mistake.ts';
import { LEADING, nameOf, namesOf, TAIL_WORDS } from './names.ts';
import type { ClaimReader } from './reader.ts';
import type { Token } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A day, or the name of an event; `exclusive`: the day before it, or after it. */
export interface WrittenEnd {
  readonly word: Token;
  readonly exclusive: boolean;
}

/** The tails of a claim. Null: not said. */
export interface Tails {
  /** Go-betweens by name; `all` is the word that stands for those of the counterpart. */
  readonly through: { readonly names: readonly Token[]; readonly all: Token | null } | null;
  readonly from: WrittenEnd | null;
  readonly to: WrittenEnd | null;
  /** A day, month, year or window in one word. */
  readonly during: Token | null;
  readonly notBefore: Token | null;
  readonly said: Token | null;
  readonly by: Token | null;
  readonly hedge: Hedge;
}

type Draft = { -readonly [K in keyof Tails]: Tails[K] };

const OWNERS = new Set(['my', 'our', 'his', 'her', 'their', 'its']);
const KNOWING = new Set(['knowledge', 'information']);
const RECALLING = new Set(['recollection', 'memory']);

/**
 * A reserve, if one comes: to my knowledge, to the best of our recollection, as far as I know, as far as we recall.
 * @returns null when none does
 */
export function hedgeOf(reader: ClaimReader): Hedge {
  const best = ['to', 'the', 'best', 'of'].every((word, i) => reader.word(i) === word);
  const owner = best ? 4 : reader.word() === 'to' ? 1 : -1;
  if (owner !== -1 && OWNERS.has(reader.word(owner))) {
    const noun = reader.word(owner + 1);
    const hedge = KNOWING.has(noun) ? 'knowledge' : RECALLING.has(noun) ? 'memory' : null;
    if (hedge !== null) reader.skip(owner + 2);
    return hedge;
  }
  if (!['as', 'far', 'as'].every((word, i) => reader.word(i) === word)) return null;
  const verb = reader.word(4);
  if (/^knows?$/.test(verb)) return past(reader, 5, 'knowledge');
  if (/^(am|are|is)$/.test(verb) && reader.word(5) === 'aware') return past(reader, 6, 'knowledge');
  return /^(recall|remember)s?$/.test(verb) ? past(reader, 5, 'memory') : null;
}

function past(reader: ClaimReader, words: number, hedge: NonNullable<Hedge>): Hedge {
  reader.skip(words);
  return hedge;
}

const FORM = 'write a day such as 2030-11-08, a month, a year, or the name of an event';

/** A day or name. Articles say nothing: before the vote. */
function dayWord(reader: ClaimReader, after: string): Token {
  reader.accept('the');
  const token = reader.peek();
  if (token === undefined || token.kind === 'comma' || token.text === '' || TAIL_WORDS.includes(reader.word()))
    return reader.fail(`a day is missing after "${after}": ${reader.shown()}`, FORM);
  reader.skip();
  return token;
}

/** What is said twice is a mistake at its second place. */
function once(reader: ClaimReader, taken: boolean, what: string, place: Place): void {
  if (taken) reader.fail(`${what} is said twice`, 'keep one of them', place);
}

const ALL = new Set(['go-betweens', 'gobetweens', 'intermediaries', 'others']);

/** Whether a word stands for the go-betweens of the counterpart, whoever they are. @param word in lower case */
export function isAll(word: string): boolean {
  return ALL.has(word);
}

function through(reader: ClaimReader, draft: Draft, place: Place): void {
  once(reader, draft.through !== null, 'the go-betweens', place);
  const word = reader.peek();
  if (word !== undefined && /^\d{4}/.test(word.text))
    reader.fail(
      'through is for go-betweens, not for days',
      `write until ${word.text}, or through and whom, such as through @lobbyists`,
    );
  if (word !== undefined && isAll(reader.word())) {
    reader.skip();
    draft.through = { names: [], all: word };
  } else draft.through = { names: namesOf(reader, 'the go-between'), all: null };
}

function end(reader: ClaimReader, draft: Draft, which: 'from' | 'to', word: string, place: Place): void {
  const edge = which === 'from' ? 'its beginning' : 'its end';
  once(reader, draft[which] !== null || draft.during !== null, edge, place);
  draft[which] = { word: dayWord(reader, word), exclusive: word === 'after' || word === 'before' };
}

function during(reader: ClaimReader, draft: Draft, word: string, place: Place): void {
  once(reader, draft.during !== null || draft.from !== null || draft.to !== null, 'its period', place);
  draft.during = dayWord(reader, word);
}

function notBefore(reader: ClaimReader, draft: Draft, isFirst: boolean, place: Place): void {
  if (!reader.accept('before')) reader.fail(`"before" is missing after "not": ${reader.shown()}`, 'write not before');
  once(reader, draft.notBefore !== null, 'the first day', place);
  const word = dayWord(reader, 'not before');
  if (!isFirst)
    reader.fail(
      '"not before" belongs to a first contact',
      `write first contact between … not before ${word.text}, or no contact between … before ${word.text}`,
      place,
    );
  draft.notBefore = word;
}

function said(reader: ClaimReader, draft: Draft, place: Place): void {
  once(reader, draft.said !== null || draft.by !== null, 'when and by whom it was said', place);
  reader.accept('on');
  if (reader.word() !== 'by') draft.said = dayWord(reader, 'said');
  if (reader.accept('by')) draft.by = nameOf(reader, 'the speaker');
}

/** Reads one tail. @returns false when none comes */
function tail(reader: ClaimReader, draft: Draft, isFirst: boolean): boolean {
  const place = reader.place();
  const hedge = hedgeOf(reader);
  if (hedge !== null) {
    once(reader, draft.hedge !== null, 'the reserve', place);
    draft.hedge = hedge;
    return true;
  }
  const word = reader.word();
  switch (word) {
    case 'through':
      reader.skip();
      through(reader, draft, place);
      return true;
    case 'from':
    case 'since':
    case 'after':
      reader.skip();
      end(reader, draft, 'from', word, place);
      return true;
    case 'to':
    case 'until':
    case 'before':
      reader.skip();
      end(reader, draft, 'to', word, place);
      return true;
    case 'in':
    case 'on':
    case 'during':
      reader.skip();
      during(reader, draft, word, place);
      return true;
    case 'not':
      reader.skip();
      notBefore(reader, draft, isFirst, place);
      return true;
    case 'said':
      reader.skip();
      said(reader, draft, place);
      return true;
    default:
      return false;
  }
}

/**
 * Everything behind the sides, to the end of the claim.
 * @param isFirst the claim is of a first contact, which has to say before when there was none
 */
export function readTails(reader: ClaimReader, { nearest }: Vocabulary, isFirst: boolean): Tails {
  const draft: Draft = {
    through: null,
    from: null,
    to: null,
    during: null,
    notBefore: null,
    said: null,
    by: null,
    hedge: null,
  };
  while (reader.peek() !== undefined) {
    if (reader.comma()) {
      reader.skip();
      continue;
    }
    if (LEADING.has(reader.word()) && reader.peek(1) !== undefined) {
      reader.skip();
      continue;
    }
    if (tail(reader, draft, isFirst)) continue;
    const near = nearest(reader.word(), TAIL_WORDS);
    const forms = 'behind the sides stand through, from, to, before, after, during, said, to my knowledge';
    reader.fail(
      `this word is not understood: ${reader.shown()}`,
      near === null ? forms : `did you mean ${near}? ${forms}`,
    );
  }
  if (isFirst && draft.notBefore === null)
    reader.fail('a first contact needs its day', 'write first contact between … not before 2030-11-08');
  return draft;
}
