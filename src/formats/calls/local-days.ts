/** Offsets of a zone by day: nearly every day has one from its first second to its last. */
import { offsetAt } from '../../model/zone.ts';

const DAY = 86_400;
const HOUR = 3600;

export class LocalDays {
  readonly #zone: string;
  readonly #known = new Map<number, number>();
  #last = Number.NaN;
  #offset = Number.NaN;

  /** @param zone IANA name that isZone accepts */
  constructor(zone: string) {
    this.#zone = zone;
  }

  /**
   * The offset of all local times of a day, seconds east of UTC.
   * @param day its first second as if UTC
   * @returns NaN where the offset changes so near that each time must be looked at by itself (instantsOf asks a day before
   *   and a day behind)
   */
  offset(day: number): number {
    if (day === this.#last) return this.#offset;
    let offset = this.#known.get(day);
    if (offset === undefined) {
      offset = this.#look(day);
      this.#known.set(day, offset);
    }
    this.#last = day;
    this.#offset = offset;
    return offset;
  }

  #look(day: number): number {
    const first = offsetAt(this.#zone, day - DAY);
    for (let at = day - DAY; at <= day + 2 * DAY; at += HOUR) if (offsetAt(this.#zone, at) !== first) return Number.NaN;
    return first;
  }
}
