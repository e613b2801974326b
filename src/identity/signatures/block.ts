/** Where the signature of a message stands: the lines below its text that say who wrote it. */
import { isRoleMailbox, namesInMailbox } from '../names/mailbox-name.ts';
import { type PersonName, personName } from '../names/person-name.ts';

/** What is known of the author besides. */
export interface Author {
  /** Local part of the address that the message is from. */
  readonly local: string;
  /** Names in full that records write beside the address. */
  readonly names: readonly PersonName[];
}

export interface SignatureBlock {
  /** The name in it as written; null where it has none. */
  readonly name: string | null;
  /** Its lines, trimmed, without the name and without empty ones. */
  readonly lines: readonly string[];
}

/** Lines from the end of a text in which a signature begins, empty ones not counted. */
const DEEPEST = 14;
/** Lines of a signature. */
const MOST = 12;
/** A longer line is prose. */
const LONGEST = 90;
/** Below the signature, by rule of many offices: not the author's words. */
const DISCLAIMER =
  /confidential|privileged|intended (?:only|solely|recipient|for)|unsubscribe|viruses|vertraulich|confidentiel/i;
const RULE = /^[*_=~#-]{5,}$/;
/** Words that close a letter, alone on their line. */
const CLOSING =
  /^(?:(?:best|kind|kindest|warm|warmest|many|with(?: best| kind)?|yours|very) )*(?:regards|wishes|thanks|thank you|thx|sincerely(?: yours)?|truly(?: yours)?|faithfully|cheers|cordially|respectfully|best|mfg|mit freundlichen gr[uü](?:ss|ß)en|cordialement|saludos|med v[aä]nlig h[aä]lsning)[,.!]*$/i;

/** Words that stand with capitals among others and are in nobody's name. */
const NO_NAME =
  /\b(?:thanks?|thx|regards|best|dear|hi|hello|have|happy|merry|respectfully|sincerely|cheers|to|from|re|fw|my|your|please|assistant|vice|president|director|manager|counsel|analyst|associate|attorney|trading|street|suite|floor|road|avenue|square|building)\b/i;

/** One person's two names: one family name, and given names that begin alike; a name in the wrong order as well. */
function isOne(a: PersonName, b: PersonName): boolean {
  const first = ({ given, middle }: PersonName): string[] => [given, ...middle].flatMap((name) => name.slice(0, 1));
  const turned = a.given === b.family && a.family === b.given;
  return turned || (a.family === b.family && first(a).some((initial) => first(b).includes(initial)));
}

/** Whether a name can be the author's. Of an author of whom nothing is known every name can. */
function canBe(name: PersonName, { names, local }: Author): boolean {
  if (names.length > 0) return names.some((known) => isOne(known, name));
  const letters = local.toLowerCase().replace(/[^a-z]/g, '');
  const told = [name.family, name.given].some((part) => part.length > 2 && letters.includes(part.replaceAll(' ', '')));
  return told || namesInMailbox(local, new Set([name.family])).length === 0;
}

/** A line that is a name and nothing else. */
function nameIn(line: string): PersonName | null {
  if (line.length > 50 || /[:@\d]|\.$/.test(line) || CLOSING.test(line) || NO_NAME.test(line)) return null;
  const words = line.split(/\s+/);
  // A name begins every word but its particles with a capital; "see you there" does not.
  const capitals = words.filter((word) => /^["'(]?\p{Lu}/u.test(word)).length;
  return words.length > 5 || capitals < 2 ? null : personName(line);
}

const isProse = (line: string): boolean => line.length > LONGEST || line.split(/\s+/).length > 12;

/** Lines of a signature from one on: as far as they are short. */
function below(lines: readonly string[], from: number): string[] {
  const found: string[] = [];
  for (const line of lines.slice(from)) {
    if (found.length >= MOST || DISCLAIMER.test(line) || RULE.test(line)) break;
    if (isProse(line)) {
      if (found.length === 0) continue;
      break;
    }
    found.push(line);
  }
  return found;
}

/** The block from a line on; null when the name in it is somebody else's. */
function blockOf(lines: readonly string[], author: Author): SignatureBlock | null {
  const at = lines.findIndex((line) => nameIn(line) !== null);
  if (at === -1) return lines.length === 0 ? null : { name: null, lines };
  const name = nameIn(lines[at]!)!;
  if (!canBe(name, author)) return null;
  return { name: lines[at]!, lines: lines.filter((_, i) => i !== at) };
}

/** Place of the last line that is the author's name, or that is a name below a closing word; -1 without one. */
function nameAt(lines: readonly string[], author: Author): number {
  const known = author.names.length > 0 || namesInMailbox(author.local, new Set()).length > 0;
  for (let i = lines.length - 1; i >= 0; i--) {
    const name = nameIn(lines[i]!);
    if (name === null || !canBe(name, author)) continue;
    if (known || (i > 0 && CLOSING.test(lines[i - 1]!))) return i;
  }
  return -1;
}

/**
 * Finds the signature of a message: what follows the mark "-- " (RFC 3676, 4.3), or from the author's name on that stands
 * alone on one of the last lines. A mailbox of an office has none: whoever is there that day signs.
 * @param text what the author wrote, without what is quoted
 * @returns null where there is none, or where it is somebody else's
 */
export function signatureBlock(text: string, author: Author): SignatureBlock | null {
  if (isRoleMailbox(author.local)) return null;
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const end = lines.slice(-2 * DEEPEST);
  const mark = end.lastIndexOf('--');
  if (mark !== -1) return blockOf(below(end, mark + 1), author);
  const stop = end.findIndex((line) => DISCLAIMER.test(line));
  const last = (stop === -1 ? end : end.slice(0, stop)).slice(-DEEPEST);
  const at = nameAt(last, author);
  return at === -1 ? null : blockOf(below(last, at), author);
}
