/** A told count beside what the records show. Pure. */
import { type Bounds, boundsText } from '../model/bounds.ts';

/**
 * supported: the records show it whatever their uncertainty. compatible: they may. exceeded: they certainly show more
 * than was told. short: they cover the window and certainly show fewer. untestable: they show fewer, or none, and do not
 * cover it.
 */
export type ToldVerdict = 'supported' | 'compatible' | 'exceeded' | 'short' | 'untestable';

/** How many were told: max null where no upper end is told. */
export interface ToldBounds {
  readonly min: number;
  readonly max: number | null;
}

/**
 * What records say to a told number.
 * @param covered whether the records are declared to be complete for the window and both sides
 */
export function toldVerdict(told: ToldBounds, recorded: Bounds, covered: boolean): ToldVerdict {
  if (told.max !== null && recorded.min > told.max) return 'exceeded';
  if (told.min > recorded.max) return covered ? 'short' : 'untestable';
  const enough = recorded.min >= told.min;
  // "At most so many" alone is shown by nothing but records that cover everything.
  const notMore = told.max === null || (recorded.max <= told.max && (told.min > 0 || covered));
  if (enough && notMore) return 'supported';
  return 'compatible';
}

/** A told number as a demand on a stretch of time. Ends are epoch seconds, inclusive; null is open. */
export interface Demand {
  readonly from: number | null;
  readonly to: number | null;
  /** Contacts that the told number needs beyond those that the records can show. */
  readonly missing: number;
}

/**
 * The fewest contacts beyond the recorded ones that satisfy several told counts of one pair and way of contact: stabbing
 * of intervals with multiplicities, greedy by right end, each as late as it may be.
 */
export function fewestBeyond(demands: readonly Demand[]): number {
  const end = (demand: Demand): number => demand.to ?? Number.POSITIVE_INFINITY;
  const start = (demand: Demand): number => demand.from ?? Number.NEGATIVE_INFINITY;
  const placed: { readonly at: number; readonly contacts: number }[] = [];
  let total = 0;
  for (const demand of [...demands].sort((a, b) => end(a) - end(b) || start(b) - start(a))) {
    const there = placed.reduce((sum, { at, contacts }) => sum + (at >= start(demand) ? contacts : 0), 0);
    const contacts = Math.max(0, demand.missing - there);
    if (contacts > 0) placed.push({ at: end(demand), contacts });
    total += contacts;
  }
  return total;
}

/** A told number in words: `at least 18`, `6`, `at most 3`, `between 3 and 5`. */
export function toldText({ min, max }: ToldBounds): string {
  if (max === null) return `at least ${min}`;
  if (min === max) return String(min);
  return min === 0 ? `at most ${max}` : `between ${min} and ${max}`;
}

/** What was compared, for its sentence. */
export interface Compared {
  readonly told: ToldBounds;
  readonly recorded: Bounds;
  readonly verdict: ToldVerdict;
  readonly undisclosed: boolean;
  /** Contacts beyond the recorded ones that the told number needs. */
  readonly beyond: number;
  /** How much of the window the records cover. */
  readonly reach: string;
}

/** One sentence without its full stop. */
export function comparedText({ told, recorded, verdict, undisclosed, beyond, reach }: Compared): string {
  const kind = undisclosed ? ' undisclosed' : '';
  const shown = recorded.max === 0 ? 'none' : boundsText(recorded);
  const base = `told: ${toldText(told)}${kind}; recorded: ${shown}`;
  switch (verdict) {
    case 'supported':
      return `${base}, which bears it out`;
    case 'compatible':
      return `${base}, which may bear it out`;
    case 'exceeded':
      return `${base}, at least ${recorded.min - (told.max ?? 0)} more than told`;
    case 'short':
      return `${base}, although the records are declared complete (${reach}); it needs ${beyond} more`;
    case 'untestable':
      return `${base}; it needs ${beyond} more, which records that cover ${reach} need not show`;
  }
}
