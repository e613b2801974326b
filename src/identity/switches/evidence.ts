/**
 * What speaks for one identifier continuing as another: counterparts that both have, weighted by rarity and by how alike
 * both met them, the order in which both prefer them, the hours kept, and how much each was used. Whom one calls is one's own
 * choice, by whom one is called is not: where contacts have a beginner, those that the identifier began count by themselves.
 *
 * Counterparts who are in contact with each other (an office, a family) are one piece of evidence, not many: whoever takes
 * somebody's place at work gets the whole office, but not the family, the friends and the club as well.
 */
import { habitOf } from './habit.ts';
import { likeRhythm } from './rhythm.ts';

/** Contacts of an identifier, and how many of these it began. */
export interface Use {
  readonly contacts: number;
  readonly begun: number;
}

/** A shared counterpart. */
export interface Shared {
  readonly other: number;
  /** How rare: −log2 of the part of all identifiers that are in contact with it, thousandths of bits. */
  readonly worth: number;
  /** Contacts with it of the old identifier in its last days, and of the new one in its first. */
  readonly late: Use;
  readonly early: Use;
}

/** An identifier in the days that are compared: use is with all counterparts. */
export interface Side extends Use {
  /** Counterparts that it met more than once. */
  readonly many: number;
  /** Days that these took. */
  readonly days: number;
  /** Contacts by part of day and week; both of equal length. */
  readonly rhythm: readonly number[];
}

export interface Circles {
  readonly shared: readonly Shared[];
  /** Shared counterparts who are in contact with each other. */
  readonly acquainted: readonly (readonly [one: number, two: number])[];
  readonly late: Side;
  readonly early: Side;
}

export interface Evidence {
  /** Thousandths of bits, rounded; higher is likelier. */
  readonly score: number;
  /** Parts of the shared counterparts that are not in contact with each other. */
  readonly circles: number;
  /** Cosine of the hours kept, per mille. */
  readonly rhythm: number;
}

/** Part of its worth that a counterpart keeps who was one's most frequent and hardly met by the other. */
const UNALIKE = 0.5;
/** Contacts that frequencies are compared for. */
const CONTACTS = 60;
/** Each further member of a circle, beside its rarest one. */
const FURTHER = 0.1;
/** What each frequent counterpart of either costs: many of them share some by chance. */
const EACH = 500;
/** What wholly different hours cost. */
const HOURS = 20_000;
/** What it costs that one was used twice as much. */
const TWICE = 2000;
/** Added to the days of use, so that few days make no rate. */
const FEW_DAYS = 5;

/** Connected parts of the shared counterparts. */
function parts({ shared, acquainted }: Circles): Shared[][] {
  const parent = new Map(shared.map(({ other }) => [other, other]));
  const find = (other: number): number => {
    let at = other;
    while (parent.get(at) !== at) at = parent.get(at)!;
    return at;
  };
  for (const [one, two] of acquainted) {
    const [a, b] = [find(one), find(two)];
    if (a !== b) parent.set(Math.max(a, b), Math.min(a, b));
  }
  return [...Map.groupBy(shared, ({ other }) => find(other)).values()];
}

/** How alike two parts of all contacts are, from 0 to 1; null where both are none. */
function alike(late: number, allLate: number, early: number, allEarly: number): number | null {
  const often = (contacts: number, all: number): number => Math.log2(1 + (CONTACTS * contacts) / Math.max(all, 1));
  const [x, y] = [often(late, allLate), often(early, allEarly)];
  return x === 0 && y === 0 ? null : Math.min(x, y) / Math.max(x, y);
}

/** A shared counterpart's worth by how alike both met it, and called it, as parts of their contacts. */
function weightOf({ worth, late, early }: Shared, circles: Circles): number {
  const met = alike(late.contacts, circles.late.contacts, early.contacts, circles.early.contacts) ?? 0;
  const called = alike(late.begun, circles.late.begun, early.begun, circles.early.begun) ?? met;
  return worth * (UNALIKE + (1 - UNALIKE) * ((met + called) / 2));
}

const perDay = ({ contacts, days }: Side): number => contacts / (days + FEW_DAYS);

/** Weighs a pair. */
export function evidenceOf(circles: Circles): Evidence {
  const { late, early, shared } = circles;
  const found = parts(circles);
  const bits = found.map((members) => {
    const weights = members.map((shared) => weightOf(shared, circles)).sort((a, b) => b - a);
    return weights.reduce((sum, weight, i) => sum + weight * (i === 0 ? 1 : FURTHER), 0);
  });
  const rhythm = likeRhythm(late.rhythm, early.rhythm);
  const use = Math.abs(Math.log2(perDay(late) / perDay(early)));
  const costs = EACH * (late.many + early.many) + HOURS * (1 - rhythm) + TWICE * use;
  const habit =
    1000 *
    habitOf(
      shared.map((each) => each.late.begun),
      shared.map((each) => each.early.begun),
    );
  return {
    score: Math.round(bits.sort((a, b) => b - a).reduce((sum, one) => sum + one, 0) + habit - costs),
    circles: found.length,
    rhythm: Math.round(rhythm * 1000),
  };
}
