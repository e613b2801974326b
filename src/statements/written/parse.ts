/**
 * The grammar of a written claim, read by recursive descent:
 *
 *     claim   = amount [ways] "between" side "and" side {tail}
 *     amount  = "no" | "at most" N | "at least" N | "more than" N | "fewer than" N | "first"
 *     ways    = "contact" | way {("," | "or" | "and") way}
 *     side    = name {("," | "or") name}
 *     tail    = through | period | hedge | said
 *     through = ["or"] "through" (side | "go-betweens")
 *     period  = ("from" | "since" | "after") day | ("to" | "until" | "before") day
 *             | ("in" | "on" | "during") (day | window) | "not before" day
 *     hedge   = "to my knowledge" | "as far as I know" | "as far as I recall"
 *     said    = "said" [day] ["by" name]
 */
import type { Channel } from '../../model/definition.ts';
import type { Hedge } from '../claim.ts';
import type { ClaimMistake } from './mistake.ts';
import { namesOf } from './names.ts';
import { ClaimReader, Stopped } from './reader.ts';
import { hedgeOf, readTails, type Tails } from './tails.ts';
import type { Token } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How many, as written. */
export type Amount =
  | { readonly kind: 'none' }
  | { readonly kind: 'at-most' | 'at-least'; readonly count: number }
  /** Names its day in `notBefore`. */
  | { readonly kind: 'first' };

/** A claim as written: names and days are words with their places, which nobody has looked up yet. */
export interface WrittenClaim extends Tails {
  readonly amount: Amount;
  /** Null: any. */
  readonly channels: readonly Channel[] | null;
  readonly subject: readonly Token[];
  readonly counterpart: readonly Token[];
  readonly hedge: Hedge;
}

const EXAMPLE = 'no contact between @a and @b before 2030-11-08';

const NUMBERS: readonly string[] = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Largest number that is believed. */
const MOST = 1_000_000;

function countOf(reader: ClaimReader): number {
  const word = reader.word();
  const spelt = NUMBERS.indexOf(word);
  const count = spelt !== -1 ? spelt : /^\d{1,7}$/.test(word) ? Number(word) : -1;
  if (count < 0 || count > MOST)
    reader.fail(`a number is missing: ${reader.shown()}`, 'write a whole number, such as at most 4');
  reader.skip();
  return count;
}

function atLeast(count: number, reader: ClaimReader): Amount {
  if (count < 1) reader.fail('at least none says nothing', 'write at least 1, or no contact');
  return { kind: 'at-least', count };
}

function amountOf(reader: ClaimReader, { nearest }: Vocabulary): Amount {
  if (reader.accept('at', 'most') || reader.accept('not', 'more', 'than') || reader.accept('no', 'more', 'than'))
    return { kind: 'at-most', count: countOf(reader) };
  if (reader.accept('no') || reader.accept('none') || reader.accept('not', 'any')) return { kind: 'none' };
  if (reader.accept('first')) return { kind: 'first' };
  if (reader.accept('at', 'least')) return atLeast(countOf(reader), reader);
  if (reader.accept('more', 'than')) return atLeast(countOf(reader) + 1, reader);
  if (reader.accept('fewer', 'than') || reader.accept('less', 'than')) {
    const place = reader.place();
    const count = countOf(reader);
    if (count === 0) reader.fail('fewer than none cannot be', 'write no contact', place);
    return { kind: 'at-most', count: count - 1 };
  }
  if (reader.word() === 'exactly')
    reader.fail('an exact number is two claims', 'check at most and at least by themselves');
  const near = nearest(reader.word(), ['no', 'at most', 'at least', 'first', 'more than', 'fewer than']);
  const forms = 'begin with no, at most 3, at least 3, more than 3, fewer than 3, or first';
  return reader.fail(
    `a claim does not begin so: ${reader.shown()}`,
    near === null ? `${forms}: ${EXAMPLE}` : `did you mean ${near}? ${forms}`,
  );
}

const ANY = new Set(['contact', 'contacts', 'communication', 'communications']);
/** Words that say nothing of their own before a way: phone calls, text messages. */
const BEFORE_WAY = new Set(['phone', 'telephone', 'text', 'e-mail', 'email', 'mail', 'chat']);
const AFTER_WAY = new Set(['calls', 'call', 'message', 'messages']);

/** One way; undefined for any contact. */
function wayOf(reader: ClaimReader, { channels, nearest }: Vocabulary): Channel | undefined {
  const word = reader.word();
  if (ANY.has(word)) {
    reader.skip();
    return undefined;
  }
  const channel = channels.get(word);
  if (channel === undefined) {
    const near = nearest(word, [...ANY, ...channels.keys(), 'between']);
    const all = 'write contact, mails, calls, texts, meetings or visits, then between';
    return reader.fail(`this is no way of contact: ${reader.shown()}`, near === null ? all : `did you mean ${near}?`);
  }
  reader.skip(BEFORE_WAY.has(word) && AFTER_WAY.has(reader.word(1)) ? 2 : 1);
  return channel;
}

function waysOf(reader: ClaimReader, vocabulary: Vocabulary): readonly Channel[] | null {
  if (reader.word() === 'between') return null;
  const ways = [wayOf(reader, vocabulary)];
  for (;;) {
    if (reader.comma()) reader.skip();
    const joined = reader.accept('or') || reader.accept('and') || reader.accept('nor');
    if (!joined && (reader.word() === 'between' || !vocabulary.channels.has(reader.word()))) break;
    ways.push(wayOf(reader, vocabulary));
  }
  return ways.includes(undefined) ? null : [...new Set(ways as Channel[])];
}

function between(reader: ClaimReader, { nearest }: Vocabulary): void {
  if (reader.accept('between')) return;
  const near = nearest(reader.word(), ['between']);
  reader.fail(
    `"between" is missing: ${reader.shown()}`,
    near === null ? `write between and both sides: ${EXAMPLE}` : 'did you mean between?',
  );
}

function claimOf(reader: ClaimReader, vocabulary: Vocabulary): WrittenClaim {
  if (reader.peek() === undefined) reader.fail('there is no claim', `write one such as: ${EXAMPLE}`);
  const before = hedgeOf(reader);
  if (reader.comma()) reader.skip();
  const amount = amountOf(reader, vocabulary);
  const channels = waysOf(reader, vocabulary);
  between(reader, vocabulary);
  const subject = namesOf(reader, 'the first side');
  if (!reader.accept('and'))
    reader.fail(
      `"and" is missing between the two sides: ${reader.shown()}`,
      'write between A and B; several of one side with or: between A or B and C',
    );
  const counterpart = namesOf(reader, 'the second side');
  const tails = readTails(reader, vocabulary, amount.kind === 'first');
  return { amount, channels, subject, counterpart, ...tails, hedge: tails.hedge ?? before };
}

/**
 * Reads a written claim.
 * @returns the claim, or the first mistake in it with its place
 */
export function parseClaim(claim: string, vocabulary: Vocabulary): WrittenClaim | ClaimMistake {
  try {
    return claimOf(new ClaimReader(claim), vocabulary);
  } catch (error) {
    if (error instanceof Stopped) return error.mistake;
    throw error;
  }
}
