/** The part of the timeline that is seen, as the address has it. Pure. */
import { SHORTEST_VIEW, type TimeView, within } from '../../charts/view.ts';

/** A view as the query has it: `1900000000~1900086400`. */
export function seenText({ from, to }: TimeView): string {
  return `${Math.round(from)}~${Math.round(to)}`;
}

/** The view that a query asks for, inside of the limits; all there is where it asks for none or for nonsense. */
export function seenIn(query: URLSearchParams, limits: TimeView): TimeView {
  const match = /^(-?\d{1,12})~(-?\d{1,12})$/.exec(query.get('seen') ?? '');
  if (match === null) return limits;
  const [from, to] = [Number(match[1]), Number(match[2])];
  return to - from < Math.min(SHORTEST_VIEW, limits.to - limits.from) - 1 ? limits : within({ from, to }, limits);
}

/** Whether two views are the same to the pixel. */
export function alike(one: TimeView, other: TimeView): boolean {
  const step = (one.to - one.from) / 4000;
  return Math.abs(one.from - other.from) <= step + 1 && Math.abs(one.to - other.to) <= step + 1;
}
