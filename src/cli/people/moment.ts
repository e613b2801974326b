/** The moment of a decision. */
import { offsetAt } from '../../model/zone.ts';
import { isoTime } from '../frame/moment.ts';

/** Now, in the case's zone, as ISO 8601 with its offset. */
export function momentNow(zone: string): string {
  const instant = Math.floor(Date.now() / 1000);
  return isoTime(instant, offsetAt(zone, instant) / 60);
}
