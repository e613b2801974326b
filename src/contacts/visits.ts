/** Which entries of visitor logs are which meetings of calendars. */
import type { Grouping } from './grouping.ts';
import type { GroupingLimits } from './limits.ts';

/** A group of log rows, or a calendar entry, at its time. */
export interface Slot {
  readonly record: number;
  /** Place of its source in an order that does not depend on the order of input. */
  readonly source: number;
  /** Start, epoch seconds UTC. */
  readonly earliest: number;
  readonly latest: number;
  /** Seconds; −1 unknown. */
  readonly duration: number;
  /** Known to the minute or better. */
  readonly timed: boolean;
}

/** A log group and a calendar entry of another source that fall together and name somebody both. */
export interface SlotPair {
  readonly log: Slot;
  readonly entry: Slot;
  /** Both name the log's host. */
  readonly host: boolean;
  /** The log names a host. */
  readonly hosted: boolean;
  /** Visitors of the log that the entry names. */
  readonly visitors: number;
  /** Both name one organisation. */
  readonly organisation: boolean;
}

function endOf(slot: Slot, limits: GroupingLimits): number {
  return slot.latest + (slot.duration > 0 ? slot.duration : limits.assumedMeetingSeconds);
}

/**
 * Seconds that a visit and a meeting have in common; a visitor may come early.
 * @returns 0 or less where they do not fall together
 */
function overlap(log: Slot, entry: Slot, limits: GroupingLimits): number {
  const from = Math.max(log.earliest, entry.earliest - limits.arrivalSeconds);
  return Math.min(endOf(log, limits), endOf(entry, limits)) - from;
}

/** Days fall together where their intervals touch: the zone of either may be unknown. */
function sameDay(log: Slot, entry: Slot): boolean {
  return log.earliest <= entry.latest && entry.earliest <= log.latest;
}

type Answer = 'join' | 'open' | 'apart';

function judge(pair: SlotPair, limits: GroupingLimits): Answer {
  const { log, entry } = pair;
  const timed = log.timed && entry.timed;
  if (timed ? overlap(log, entry, limits) <= 0 : !sameDay(log, entry)) return 'apart';
  const attributes = Number(pair.host) + Math.min(pair.visitors, 2) + Number(pair.organisation);
  if (attributes === 0) return 'apart';
  if (entry.duration > limits.longestMeetingSeconds) return 'open';
  if (pair.hosted && !pair.host) return 'open'; // another host is another meeting, or the entry leaves the host out
  // A host has many visitors: the hour and the host alone do not say that this one was at that meeting.
  if (pair.visitors === 0 && !(pair.host && pair.organisation)) return 'open';
  return timed || attributes >= 2 ? 'join' : 'open';
}

/** Best first: longest overlap, nearest start, earliest, then by place. */
function better(limits: GroupingLimits): (a: SlotPair, b: SlotPair) => number {
  const away = (p: SlotPair): number => Math.abs(p.log.earliest - p.entry.earliest);
  return (a, b) =>
    Number(b.log.timed && b.entry.timed) - Number(a.log.timed && a.entry.timed) ||
    overlap(b.log, b.entry, limits) - overlap(a.log, a.entry, limits) ||
    away(a) - away(b) ||
    a.entry.earliest - b.entry.earliest ||
    a.entry.source - b.entry.source ||
    a.entry.record - b.entry.record;
}

/**
 * Puts each log group to at most one calendar entry: the one with the best overlap among those that agree in who met.
 * Where only the day is known, two attributes must agree and one entry only may fit; everything else that falls together
 * and names somebody both stays open.
 * @param pairs in any order
 */
export function groupVisits(pairs: readonly SlotPair[], limits: GroupingLimits, grouping: Grouping): void {
  for (const ofLog of Map.groupBy(pairs, (p) => p.log.record).values()) {
    const judged = Map.groupBy(ofLog, (p) => judge(p, limits));
    const fit = (judged.get('join') ?? []).sort(better(limits));
    const best = fit[0];
    const entries = new Set(fit.map((p) => grouping.find(p.entry.record)));
    const sure = best !== undefined && ((best.log.timed && best.entry.timed) || entries.size === 1);
    if (sure) grouping.join(best.log.record, best.entry.record, 'log-calendar');
    const open = [...(judged.get('open') ?? []), ...fit.filter((p) => !sure || !(p.log.timed && p.entry.timed))];
    for (const p of open) grouping.leaveOpen(p.log.record, p.entry.record, 'log-calendar');
  }
}
