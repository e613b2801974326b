/** Sets of whole days as ranges. A day is its number: days since 1 January 1970 in the case's zone. */

/** Days from – to, both of which belong to it; from ≤ to. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** The same days as disjoint ranges in order, none of which touches the next. Empty ranges (from > to) count for nothing. */
export function joined(ranges: readonly DayRange[]): DayRange[] {
  const out: DayRange[] = [];
  const ordered = ranges.filter(({ from, to }) => from <= to).sort((a, b) => a.from - b.from || a.to - b.to);
  for (const { from, to } of ordered) {
    const last = out.at(-1);
    if (last === undefined || from > last.to + 1) out.push({ from, to });
    else if (to > last.to) out[out.length - 1] = { from: last.from, to };
  }
  return out;
}

/** Days that are in both. @returns disjoint, in order */
export function common(a: readonly DayRange[], b: readonly DayRange[]): DayRange[] {
  const [left, right] = [joined(a), joined(b)];
  const out: DayRange[] = [];
  for (let i = 0, k = 0; i < left.length && k < right.length; ) {
    const from = Math.max(left[i]!.from, right[k]!.from);
    const to = Math.min(left[i]!.to, right[k]!.to);
    if (from <= to) out.push({ from, to });
    if (left[i]!.to < right[k]!.to) i++;
    else k++;
  }
  return out;
}

/** Days of the first that are not in the second. @returns disjoint, in order */
export function without(a: readonly DayRange[], b: readonly DayRange[]): DayRange[] {
  const taken = joined(b);
  return joined(a).flatMap((range) => {
    const out: DayRange[] = [];
    let { from } = range;
    for (const hole of taken) {
      if (hole.to < from || hole.from > range.to) continue;
      if (hole.from > from) out.push({ from, to: hole.from - 1 });
      from = hole.to + 1;
    }
    if (from <= range.to) out.push({ from, to: range.to });
    return out;
  });
}

/** How many days these are. */
export function daysIn(ranges: readonly DayRange[]): number {
  return joined(ranges).reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

/** The range that holds all of them; null for none. */
export function hull(ranges: readonly DayRange[]): DayRange | null {
  const all = joined(ranges);
  return all.length === 0 ? null : { from: all[0]!.from, to: all.at(-1)!.to };
}

/** A day as text, YYYY-MM-DD. */
export function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The number of a day. @param text YYYY-MM-DD */
export function dayNumber(text: string): number {
  const [year, month, date] = text.split('-').map(Number) as [number, number, number];
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, date);
  return utc.getTime() / 86_400_000;
}
