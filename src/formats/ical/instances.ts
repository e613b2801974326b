/** Instances of a recurring entry inside the window (RFC 5545, section 3.8.5). */
import { type Component, propertiesOf, propertyOf } from './components.ts';
import { type Moment, spansOf } from './moment.ts';
import { occurrences, type Steps, startFits } from './occurrences.ts';
import { parseRule, type Rule } from './rule.ts';
import { type Clocks, instanceWord, localOn, whenOf } from './times.ts';

/** One instance. */
export interface Instance {
  readonly start: Moment;
  /** Its number in the series from 1, excluded ones and replaced ones counted: it does not depend on the window. */
  readonly number: number;
  /** Seconds, where a period of RDATE gives its own; null otherwise. */
  readonly duration: number | null;
}

/** Instances, and what could not be followed. */
export interface Series {
  readonly instances: readonly Instance[];
  /** Plain sentences. */
  readonly doubts: readonly string[];
}

/** Work for one series: a rule by days over a thousand years. */
const STEPS = 400_000;
const MOST_INSTANCES = 20_000;
/** Most of a series that comes more often than twice a day: no meeting does, and each of them may be the same as all the others. */
const MOST_DENSE = 1000;
const DAY = 86_400;

/** Whether an entry recurs. */
export function isRecurring(event: Component): boolean {
  return propertyOf(event, 'RRULE') !== null || propertyOf(event, 'RDATE') !== null;
}

/**
 * The instances of a series that begin inside the window.
 *
 * @param replaced words (see instanceWord) of instances that entries of their own replace
 * @param steps work that the file may still take; counts down
 */
export function instancesOf(
  event: Component,
  start: Moment,
  replaced: ReadonlySet<string>,
  clocks: Clocks,
  steps: Steps,
): Series {
  const doubts: string[] = [];
  const own = { left: Math.min(STEPS, steps.left) };
  const before = own.left;
  const { from, to } = clocks.options.window;
  const excluded = excludedOf(event, start, clocks, own, doubts);
  const instances: Instance[] = [];
  let number = 0;
  for (const [local, duration] of inOrder(event, start, clocks, own, doubts)) {
    number++;
    if (local < from - 2 * DAY) continue;
    const moment = { ...start, local };
    const when = whenOf(moment, clocks);
    if (when.latest! < from || when.earliest! > to || excluded(moment)) continue;
    if (replaced.has(instanceWord(moment, clocks))) continue;
    const most = isDense(instances, local) ? MOST_DENSE : MOST_INSTANCES;
    if (instances.length >= most) {
      doubts.push(`only the first ${most} instances in the window are read`);
      break;
    }
    instances.push({ start: moment, number, duration });
  }
  if (own.left <= 0) doubts.push('the recurrence is too long to be followed to its end');
  steps.left -= before - Math.max(0, own.left);
  return { instances, doubts };
}

function isDense({ length, 0: first }: readonly Instance[], local: number): boolean {
  return length >= MOST_DENSE && (local - first!.start.local) / length < DAY / 2;
}

/** Starts by rule and by list, in the order of the clock, each once. */
function* inOrder(
  event: Component,
  start: Moment,
  clocks: Clocks,
  steps: Steps,
  doubts: string[],
): Generator<[number, number | null]> {
  const listed = new Map<number, number | null>();
  for (const property of propertiesOf(event, 'RDATE')) {
    const { spans, unreadable } = spansOf(property);
    let lost = unreadable;
    for (const span of spans) {
      const local = localOn(span.start, start, clocks);
      if (local === null || span.start.isDate !== start.isDate) lost++;
      else listed.set(local, span.duration);
    }
    if (lost > 0) doubts.push(`${lost} dates of RDATE cannot be read`);
  }
  const extra = [...listed.keys()].sort((a, b) => a - b);
  let next = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const local of byRule(event, start, clocks, steps, doubts)) {
    while (next < extra.length && extra[next]! < local) {
      last = extra[next++]!;
      yield [last, listed.get(last) ?? null];
    }
    if (extra[next] === local) next++;
    if (local > last) yield [local, listed.get(local) ?? null];
    last = local;
  }
  for (; next < extra.length; next++) yield [extra[next]!, listed.get(extra[next]!) ?? null];
}

function* byRule(event: Component, start: Moment, clocks: Clocks, steps: Steps, doubts: string[]): Generator<number> {
  const rules = propertiesOf(event, 'RRULE').slice(0, 1);
  if (propertiesOf(event, 'RRULE').length > 1) doubts.push('only the first of its recurrence rules is followed');
  const rule = rules[0] === undefined ? null : parseRule(rules[0].value);
  if (rule === null) {
    if (rules.length > 0) doubts.push('its recurrence rule cannot be read; its first instance is kept');
    return yield start.local;
  }
  if (!startFits(rule, start.local, start.isDate)) doubts.push('its start does not fit its own recurrence rule');
  yield* occurrences(rule, start.local, start.isDate, lastOf(rule, start, clocks), steps);
}

/** Last clock second at which a rule can give an instance of the window. */
function lastOf(rule: Rule, start: Moment, clocks: Clocks): number {
  const windowEnd = clocks.options.window.to + 2 * DAY;
  if (rule.until === null) return windowEnd;
  const until = localOn(rule.until, start, clocks) ?? rule.until.local;
  return Math.min(windowEnd, until + (rule.until.isDate ? DAY - 1 : 0));
}

/** A test for instances that EXDATE and EXRULE (of RFC 2445) take out. */
function excludedOf(
  event: Component,
  start: Moment,
  clocks: Clocks,
  steps: Steps,
  doubts: string[],
): (moment: Moment) => boolean {
  const words = new Set<string>();
  const days = new Set<number>();
  for (const property of propertiesOf(event, 'EXDATE')) {
    const { spans, unreadable } = spansOf(property);
    if (unreadable > 0) doubts.push(`${unreadable} dates of EXDATE cannot be read`);
    for (const { start: moment } of spans) {
      words.add(instanceWord(moment, clocks));
      // Some programs take out instances with a time by their day alone, some days by midnight of it.
      if (moment.isDate || start.isDate) days.add(Math.floor(moment.local / DAY));
    }
  }
  const locals = new Set<number>();
  for (const property of propertiesOf(event, 'EXRULE').slice(0, 1)) {
    const rule = parseRule(property.value);
    if (rule === null) doubts.push('its EXRULE cannot be read');
    else {
      for (const local of occurrences(rule, start.local, start.isDate, lastOf(rule, start, clocks), steps))
        locals.add(local);
      if (!startFits(rule, start.local, start.isDate)) locals.delete(start.local);
    }
  }
  return (moment) =>
    locals.has(moment.local) || days.has(Math.floor(moment.local / DAY)) || words.has(instanceWord(moment, clocks));
}
