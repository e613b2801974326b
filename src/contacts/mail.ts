/** Which messages are copies of one mail. */
import { createHash } from 'node:crypto';
import { Grouping, type GroupingRule } from './grouping.ts';
import type { GroupingLimits } from './limits.ts';
import { sameText, wordsOf } from './shingles.ts';

/** A message that shares its Message-ID, or its sender and second, with another one. */
export interface Letter {
  readonly record: number;
  /** Messages with one number carry one Message-ID; −1 for none. */
  readonly idGroup: number;
  /** Messages with one number are from one sender and second; −1 where these are not known. */
  readonly instantGroup: number;
  /** Address number of the sender; −1 unknown. */
  readonly from: number;
  /** Epoch seconds UTC; NaN unknown. */
  readonly earliest: number;
  readonly latest: number;
  /** Without Re:, Fwd: and names of lists; '' for none. */
  readonly subject: string;
  /** Address numbers in To and Cc. */
  readonly recipients: ReadonlySet<number>;
}

/** The body of a message for comparing; null when its source is gone. */
export type Body = (record: number) => Promise<string | null>;

/** A hash of a text's words that nobody can make two texts share. */
function print(words: readonly string[]): string {
  return createHash('sha256').update(words.join(' ')).digest('base64');
}

/** Copies that are equal but for their witnesses. */
interface Bundle {
  readonly first: Letter;
  readonly letters: Letter[];
  readonly recipients: Set<number>;
}

const separator = '\u0000';

function datesAgree(a: Letter, b: Letter): boolean {
  if (Number.isNaN(a.earliest) || Number.isNaN(b.earliest)) return true; // the header was lost, not changed
  return a.earliest <= b.latest && b.earliest <= a.latest;
}

function sendersAgree(a: Letter, b: Letter): boolean {
  return a.from === -1 || b.from === -1 || a.from === b.from;
}

function sameId(a: Letter, b: Letter): boolean {
  return a.idGroup !== -1 && a.idGroup === b.idGroup;
}

/**
 * Whether what names the recipients allows one mail: the same id, or none that both name. A list of recipients is the same
 * in every copy, so two that share nobody were sent twice.
 */
function recipientsAgree(a: Bundle, b: Bundle): boolean {
  if (a.recipients.size === 0 || b.recipients.size === 0) return true;
  for (const recipient of a.recipients) if (b.recipients.has(recipient)) return true;
  return false;
}

/** Puts together what is equal in sender, date, subject, text and at least one recipient or the id. */
function bundle(letters: readonly Letter[], printOf: ReadonlyMap<number, string>): Bundle[] {
  const byText = Map.groupBy(letters, (l) =>
    [l.from, l.earliest, l.latest, l.subject, printOf.get(l.record)].join(separator),
  );
  return [...byText.values()].flatMap((equal) => {
    const bundles: Bundle[] = [];
    for (const letter of equal) {
      const single: Bundle = { first: letter, letters: [letter], recipients: new Set(letter.recipients) };
      const fits = bundles.filter((b) => b.letters.some((l) => sameId(l, letter)) || recipientsAgree(b, single));
      const into = fits[0] ?? single;
      if (fits.length === 0) bundles.push(single);
      for (const other of fits.length === 0 ? [] : [single, ...fits.slice(1)]) {
        into.letters.push(...other.letters);
        for (const recipient of other.recipients) into.recipients.add(recipient);
        if (other !== single) bundles.splice(bundles.indexOf(other), 1);
      }
    }
    return bundles;
  });
}

/** By what equal letters joined: some share an id, some do not. */
function rulesOf(letters: readonly Letter[]): GroupingRule[] {
  const rules: GroupingRule[] = [];
  if (letters.some((a, i) => letters.slice(i + 1).some((b) => sameId(a, b)))) rules.push('message-id');
  if (!letters.every((a) => sameId(a, letters[0]!))) rules.push('sender-instant');
  return rules;
}

interface Work {
  readonly grouping: Grouping;
  readonly limits: GroupingLimits;
  readonly words: (record: number) => Promise<readonly string[] | null>;
}

async function compare(work: Work, a: Bundle, b: Bundle): Promise<void> {
  const id = a.letters.some((x) => b.letters.some((y) => sameId(x, y)));
  const subjects = a.first.subject === b.first.subject;
  if (!sendersAgree(a.first, b.first) || !datesAgree(a.first, b.first)) return;
  if (!id && (!subjects || !recipientsAgree(a, b))) return;
  const [left, right] = [await work.words(a.first.record), await work.words(b.first.record)];
  const { limits, grouping } = work;
  if (left === null || right === null) {
    if (subjects) grouping.leaveOpen(a.first.record, b.first.record, 'text-missing');
  } else if (
    sameText(left, right, limits.bodyContainment, limits.shortBodyWords) &&
    // A gateway or a list may mark the subject; short texts alone do not say that they are one mail.
    (subjects || Math.min(left.length, right.length) >= limits.shortBodyWords)
  ) {
    grouping.join(a.first.record, b.first.record, id ? 'message-id' : 'sender-instant');
  } else if (subjects) {
    grouping.leaveOpen(a.first.record, b.first.record, 'text-differs');
  }
}

async function groupPart(work: Work, part: readonly Letter[], printOf: ReadonlyMap<number, string>): Promise<void> {
  const bundles = bundle(
    part.filter((l) => printOf.has(l.record)),
    printOf,
  );
  for (const { letters, first } of bundles) {
    for (const rule of rulesOf(letters)) {
      for (const other of letters.slice(1)) work.grouping.join(first.record, other.record, rule);
    }
  }
  const textless = part.filter((l) => !printOf.has(l.record));
  const all = [...bundles, ...textless.map((l) => ({ first: l, letters: [l], recipients: new Set(l.recipients) }))];
  if (all.length > work.limits.mostTexts) return;
  for (const [i, a] of all.entries()) for (const b of all.slice(i + 1)) await compare(work, a, b);
}

/** Messages that share an id or an instant, directly or through others. */
function partsOf(letters: readonly Letter[]): Letter[][] {
  const parts = new Grouping();
  const heads = new Map<string, number>();
  for (const l of letters) {
    for (const key of [l.idGroup === -1 ? '' : `i${l.idGroup}`, l.instantGroup === -1 ? '' : `t${l.instantGroup}`]) {
      if (key === '') continue;
      const head = heads.get(key);
      if (head === undefined) heads.set(key, l.record);
      else parts.join(head, l.record, 'message-id');
    }
  }
  return [...Map.groupBy(letters, (l) => parts.find(l.record)).values()];
}

/**
 * Groups copies of one mail. Candidates share their Message-ID, or their sender and second; they are one when sender and
 * date agree and one text is the other, or holds it (containment of word 5-shingles, Broder 1997). Copies of one mail
 * need not share an id: exports exist that give a new one to every copy.
 * Texts are fetched once each in the order given, and again for the few whose texts differ, so that few are held.
 * @param letters in the order of their record numbers
 * @returns the first record of every mail whose Message-ID another mail carries too
 */
export async function groupMail(
  letters: readonly Letter[],
  body: Body,
  limits: GroupingLimits,
  grouping: Grouping,
): Promise<readonly number[]> {
  const printOf = new Map<number, string>();
  for (const { record } of letters) {
    const text = await body(record);
    if (text !== null) printOf.set(record, print(wordsOf(text)));
  }
  for (const part of partsOf(letters)) {
    const held = new Map<number, readonly string[] | null>();
    const words = async (record: number): Promise<readonly string[] | null> => {
      if (!printOf.has(record)) return null;
      let known = held.get(record);
      if (known === undefined) {
        const text = await body(record);
        known = text === null ? null : wordsOf(text);
        held.set(record, known);
      }
      return known;
    };
    await groupPart({ grouping, limits, words }, part, printOf);
  }
  return conflictsOf(letters, grouping);
}

function conflictsOf(letters: readonly Letter[], grouping: Grouping): number[] {
  const byId = Map.groupBy(
    letters.filter((l) => l.idGroup !== -1),
    (l) => l.idGroup,
  );
  return [...byId.values()].flatMap((same) => {
    const classes = new Set(same.map((l) => grouping.find(l.record)));
    return classes.size === 1 ? [] : [...classes];
  });
}
