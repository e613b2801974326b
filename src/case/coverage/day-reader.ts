/** Days of instants of the ledger, among which are open ends. */
import { localDay } from '../../coverage/local-days.ts';

/** Instants further away are open ends, seconds; days beyond any in a record stand for them. */
const FAR = 200_000_000_000;
const FAR_DAY = 3_000_000;

/**
 * Reads instants as days of a zone, which are kept because many accounts change hands at the same few.
 * @returns days since 1 January 1970 in the zone, from an instant in epoch seconds UTC
 */
export function dayReader(zone: string): (instant: number) => number {
  const known = new Map<number, number>();
  return (instant) => {
    if (instant <= -FAR) return -FAR_DAY;
    if (instant >= FAR) return FAR_DAY;
    const day = known.get(instant) ?? localDay(zone, instant);
    known.set(instant, day);
    return day;
  };
}
