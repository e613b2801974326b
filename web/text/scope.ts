/** A claim's time on one axis: the period that it is about, when it was said, and the contacts in it. Pure. */

export interface ScopeInput {
  /** Period of the claim, epoch seconds; null: open. */
  readonly from: number | null;
  readonly to: number | null;
  /** When it was said. */
  readonly said: number | null;
  /** Times of contacts. */
  readonly contacts: readonly number[];
}

export interface ScopePicture {
  /** First and last instant of the axis, epoch seconds. */
  readonly first: number;
  readonly last: number;
  /** Shares of the axis, from 0 to 1. */
  readonly scope: { readonly from: number; readonly to: number; readonly openFrom: boolean; readonly openTo: boolean };
  readonly said: number | null;
  readonly contacts: readonly number[];
}

/** Room at both ends, as a share of what is drawn. */
const ROOM = 0.04;

/** Half a year: the least that is drawn, so that a claim about one day does not look like one about all time. */
const LEAST = 182 * 86_400;

/**
 * Places on an axis that holds the period, the moment of speaking and all contacts.
 * @returns shares of the axis; null where nothing has a time. An open end of the period reaches the end of the axis
 */
export function scopePicture({ from, to, said, contacts }: ScopeInput): ScopePicture | null {
  const known = [from, to, said, ...contacts].filter((time) => time !== null);
  if (known.length === 0) return null;
  let first = known.reduce((least, time) => Math.min(least, time));
  let last = known.reduce((most, time) => Math.max(most, time));
  const missing = Math.max(0, LEAST - (last - first));
  first -= missing / 2;
  last += missing / 2;
  const room = (last - first) * ROOM;
  first -= room;
  last += room;
  const share = (time: number): number => (time - first) / (last - first);
  return {
    first,
    last,
    scope: {
      from: from === null ? 0 : share(from),
      to: to === null ? 1 : share(to),
      openFrom: from === null,
      openTo: to === null,
    },
    said: said === null ? null : share(said),
    contacts: contacts.map(share),
  };
}
