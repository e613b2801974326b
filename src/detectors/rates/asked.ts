/** All comparisons of a case: those that it names, and those of a scan. Each family is corrected for its number. */
import { type Comparison, compareIn, type RateLimits, type Untestable } from './compare.ts';
import { type Counted, equalRates, rounded } from './conditional.ts';
import { benjaminiHochberg, holm } from './families.ts';
import type { RateEvent, RatePair, RateSubject } from './rows.ts';
import { frameOf, type NotComparable, type RateFrame } from './series.ts';

/** A comparison with its corrected p. */
export interface Compared {
  readonly subject: RateSubject;
  readonly event: RateEvent;
  readonly comparison: Comparison | Untestable;
  /** Corrected over the family; null where it cannot be tested. */
  readonly corrected: number | null;
  /** Comparisons of the family that could be tested. */
  readonly tested: number;
}

/** Every named question around every event; Holm over all that can be tested. */
export function compareNamed(
  questions: readonly RateSubject[],
  events: readonly RateEvent[],
  limits: RateLimits,
): Compared[] {
  const unknown: Untestable = { reason: 'selection unknown', channels: [] };
  const asked = questions.flatMap((subject) =>
    events.map((event) => ({
      subject,
      event,
      comparison: subject.told ? unknown : compareIn(frameOf(subject.exposed, event), subject.contacts, limits),
    })),
  );
  const tested = asked.filter(({ comparison }) => 'p' in comparison);
  const values = holm(tested.map(({ comparison }) => (comparison as Comparison).p));
  const correctedOf = new Map(tested.map((one, i) => [one, rounded(values[i]!)]));
  return asked.map((one) => ({ ...one, corrected: correctedOf.get(one) ?? null, tested: tested.length }));
}

/** Contacts of a frame before and after its event, within the limits, without placing each. */
function roughCounts(frame: RateFrame, firstDays: readonly number[], limits: RateLimits): [Counted, Counted] {
  const event = frame.days.findLastIndex((day) => day < frame.event.from) + 1;
  const start = Math.max(0, event - limits.mostDays.before);
  const end = Math.min(frame.days.length, event + limits.mostDays.after);
  let [before, after] = [0, 0];
  for (const day of firstDays) {
    const place = frame.placeOf.get(day);
    if (place === undefined || place < start || place >= end) continue;
    if (place < event) before++;
    else after++;
  }
  return [
    { count: before, days: event - start },
    { count: after, days: end - event },
  ];
}

/**
 * p of a pair. Where the exact test alone shows nothing, that is enough: what allows for bursts can only raise it, and no
 * correction rejects a p above the level.
 */
function scannedP(
  frame: RateFrame,
  pair: RatePair,
  firstDays: readonly number[],
  limits: RateLimits,
  least: number,
): number | null {
  const [before, after] = roughCounts(frame, firstDays, limits);
  if (before.count + after.count < least || Math.min(before.days, after.days) < limits.leastDays) return null;
  const exact = equalRates(before, after);
  if (exact > limits.level / 1000) return exact;
  const comparison = compareIn(frame, pair.contacts(), limits);
  if (!('p' in comparison) || comparison.before.count + comparison.after.count < least) return null;
  return comparison.p;
}

/** What a scan over pairs finds. */
export interface Scan {
  readonly found: readonly Compared[];
  /** Comparisons that were made: a scan that finds nothing says over how many. */
  readonly tested: number;
}

/**
 * Every pair around every event, where enough of its contacts lie on compared days; Benjamini and Hochberg over all of these.
 * @param leastContacts before and after together
 * @returns those that pass the level, and how many comparisons were made
 */
export function comparePairs(
  pairs: readonly RatePair[],
  events: readonly RateEvent[],
  limits: RateLimits,
  leastContacts: number,
): Scan {
  const frames = new Map<string, RateFrame | NotComparable>();
  const frameFor = (pair: RatePair, event: RateEvent): RateFrame | NotComparable => {
    const key = JSON.stringify([pair.coverage, event.id]);
    const known = frames.get(key) ?? frameOf(pair.exposed, event);
    frames.set(key, known);
    return known;
  };
  const tested = pairs.flatMap((pair) => {
    const firstDays = pair.firstDays();
    return events.flatMap((event) => {
      const frame = frameFor(pair, event);
      const p = 'reason' in frame ? null : scannedP(frame, pair, firstDays, limits, leastContacts);
      return p === null ? [] : [{ pair, event, p }];
    });
  });
  const values = benjaminiHochberg(tested.map(({ p }) => p));
  const found = tested.flatMap(({ pair, event }, i) => {
    if (values[i]! > limits.level / 1000) return [];
    const { mine, theirs, exposed, ids } = pair;
    const subject = { between: mine, and: theirs, exposed, contacts: pair.contacts(), ids, told: false };
    const comparison = compareIn(frameFor(pair, event), subject.contacts, limits);
    return [{ subject, event, comparison, corrected: rounded(values[i]!), tested: tested.length }];
  });
  return { found, tested: tested.length };
}
