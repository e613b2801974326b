/** Which call records of different carriers are one call. */
import { assign, FORBIDDEN } from './assignment.ts';
import type { Grouping } from './grouping.ts';
import type { GroupingLimits } from './limits.ts';

/** A call, or a text message, from one line to another as one carrier's file has it. */
export interface CallWitness {
  readonly record: number;
  /** Place of its source in an order that does not depend on the order of input. */
  readonly source: number;
  /** Start, epoch seconds UTC. */
  readonly earliest: number;
  readonly latest: number;
  /** Seconds; −1 unknown. */
  readonly duration: number;
}

/** Witnesses that are one call, each from another source. */
type Class = CallWitness[];

/** Seconds between two starts; 0 where they overlap. */
function gap(a: CallWitness, b: CallWitness): number {
  return Math.max(0, a.earliest - b.latest, b.earliest - a.latest);
}

function durationGap(a: CallWitness, b: CallWitness): number {
  return a.duration === -1 || b.duration === -1 ? 0 : Math.abs(a.duration - b.duration);
}

function fits(a: CallWitness, b: CallWitness, limits: GroupingLimits): boolean {
  const longer = Math.max(a.duration, b.duration);
  const allowed = Math.max(100 * limits.callDurationSeconds, limits.callDurationPercent * longer);
  return a.source !== b.source && gap(a, b) <= limits.callStartSeconds && 100 * durationGap(a, b) <= allowed;
}

/** A start weighs more than any length that is within the limits. */
function costOf(held: Class, b: CallWitness, limits: GroupingLimits): number {
  let cost = 0;
  for (const a of held) {
    if (!fits(a, b, limits)) return FORBIDDEN;
    cost += 4096 * gap(a, b) + Math.min(durationGap(a, b), 4095);
  }
  return cost;
}

/** Pairs in the order of their starts, each with the first that fits: for crowds, where the cost does not tell apart. */
function inOrder(classes: readonly Class[], added: readonly CallWitness[], limits: GroupingLimits): number[] {
  let from = 0;
  const taken = new Uint8Array(added.length);
  return classes.map((held) => {
    while (from < added.length && taken[from] === 1) from++;
    for (let i = from; i < added.length; i++) {
      if (added[i]!.earliest > held[0]!.latest + limits.callStartSeconds) return -1;
      if (taken[i] === 0 && costOf(held, added[i]!, limits) < FORBIDDEN) {
        taken[i] = 1;
        return i;
      }
    }
    return -1;
  });
}

function match(classes: readonly Class[], added: readonly CallWitness[], limits: GroupingLimits): number[] {
  if (Math.max(classes.length, added.length) > limits.largestAssignment) return inOrder(classes, added, limits);
  return assign(classes.map((held) => added.map((b) => costOf(held, b, limits))));
}

function byStart(a: CallWitness, b: CallWitness): number {
  return a.earliest - b.earliest || a.latest - b.latest || a.duration - b.duration || a.record - b.record;
}

/**
 * Groups the calls between one ordered pair of lines in one stretch of time, source by source: each source's records are
 * assigned to those of the sources before it one to one at least cost, within the limits of start and length. What fits
 * but was not assigned stays open where no source tells the two apart; so do records of one source that overlap, since
 * a line does not call another one while it talks to it, but some files have one row for each end of a call.
 */
export function groupCalls(calls: readonly CallWitness[], limits: GroupingLimits, grouping: Grouping): void {
  const bySource = Map.groupBy([...calls].sort(byStart), (c) => c.source);
  const sources = [...bySource.keys()].sort((a, b) => a - b);
  const classes: Class[] = [];
  for (const source of sources) {
    const added = bySource.get(source)!;
    classes.sort((a, b) => byStart(a[0]!, b[0]!));
    const chosen = match(classes, added, limits);
    for (const [i, held] of classes.entries()) if (chosen[i] !== -1) held.push(added[chosen[i]!]!);
    const placed = new Set(chosen);
    for (const [i, call] of added.entries()) if (!placed.has(i)) classes.push([call]);
    overlaps(added, limits, grouping);
  }
  for (const held of classes)
    for (const other of held.slice(1)) grouping.join(held[0]!.record, other.record, 'carriers');
  if (sources.length > 2) leftOpen(classes, limits, grouping);
}

/** Records of one source, in the order of their starts, of which one begins before another ends. */
function overlaps(calls: readonly CallWitness[], limits: GroupingLimits, grouping: Grouping): void {
  for (const [i, a] of calls.entries()) {
    const end = Math.min(calls.length, i + 1 + limits.largestAssignment); // a file of nothing else must not fill the memory
    for (let j = i + 1; j < end; j++) {
      const b = calls[j]!;
      if (b.earliest > a.latest + Math.max(a.duration, 0)) break;
      grouping.leaveOpen(a.record, b.record, 'same-source-overlap');
    }
  }
}

/** With two sources every pair that could be one call was assigned, or shares a source with what was. */
function leftOpen(classes: readonly Class[], limits: GroupingLimits, grouping: Grouping): void {
  for (const [i, a] of classes.entries()) {
    for (const b of classes.slice(i + 1)) {
      const shared = a.some((x) => b.some((y) => x.source === y.source));
      if (!shared && a.some((x) => b.some((y) => fits(x, y, limits))))
        grouping.leaveOpen(a[0]!.record, b[0]!.record, 'third-carrier');
    }
  }
}
