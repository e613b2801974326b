/** Which calendar entries with one UID are copies or versions of one. */
import type { Grouping } from './grouping.ts';
import type { GroupingLimits } from './limits.ts';

/** A calendar entry that shares its UID (and instance) with another one. */
export interface EntryCopy {
  readonly record: number;
  /** Entries with one number carry one UID. */
  readonly uidGroup: number;
  /** Epoch seconds UTC; NaN unknown. */
  readonly earliest: number;
  readonly latest: number;
  /** '' for none. */
  readonly subject: string;
  /** Address numbers of organizers. */
  readonly organizers: ReadonlySet<number>;
}

function isNear(a: EntryCopy, b: EntryCopy, limits: GroupingLimits): boolean {
  if (Number.isNaN(a.earliest) || Number.isNaN(b.earliest)) return true;
  return Math.max(a.earliest - b.latest, b.earliest - a.latest) <= limits.entryMovedSeconds;
}

/** The same title by the same organizer: a meeting that was moved. */
function isMoved(a: EntryCopy, b: EntryCopy): boolean {
  return a.subject !== '' && a.subject === b.subject && [...a.organizers].some((o) => b.organizers.has(o));
}

/**
 * Joins entries of one UID (RFC 5545, 3.8.4.7: globally unique for one event): the copies in several people's calendars
 * and the versions of one that was changed. Some exporters write one UID for everything, so entries that start far apart
 * need the same title and organizer.
 * @returns the first record of every contact whose UID another one carries too
 */
export function groupEntries(entries: readonly EntryCopy[], limits: GroupingLimits, grouping: Grouping): number[] {
  const conflicts: number[] = [];
  for (const same of Map.groupBy(entries, (e) => e.uidGroup).values()) {
    const open: [EntryCopy, EntryCopy][] = [];
    for (const [i, a] of same.entries()) {
      for (const b of same.slice(i + 1)) {
        if (isNear(a, b, limits) || isMoved(a, b)) grouping.join(a.record, b.record, 'uid');
        else open.push([a, b]);
      }
    }
    for (const [a, b] of open) grouping.leaveOpen(a.record, b.record, 'entry-moved');
    const classes = new Set(same.map((e) => grouping.find(e.record)));
    if (classes.size > 1) conflicts.push(...classes);
  }
  return conflicts;
}
