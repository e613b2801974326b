/** Zones of calendars: IANA names, names of Windows, and rules that the calendar brings along (RFC 5545, section 3.6.5). */
import { instantsOf, isZone } from '../../model/zone.ts';
import { zoneOfWindows } from '../windows-zone.ts';
import { type Component, type InnerProperty, propertyOf } from './components.ts';
import { momentOf, parseOffset, spansOf } from './moment.ts';
import { occurrences, type Steps } from './occurrences.ts';
import { parseRule } from './rule.ts';

/** Turns local clock seconds into the instants that they can mean, epoch seconds UTC. */
export type ZoneClock = (local: number) => { readonly earliest: number; readonly latest: number };

/** A change of the clock: from `at` (epoch seconds UTC) on, the offset is `to` seconds east. */
interface Change {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Last second for which the rules of a calendar's own zone are followed: the end of 2100. */
const RULES_UNTIL = 4_133_980_799;
const STEPS = 150_000;

/** The zones of one file. */
export class Zones {
  readonly #own = new Map<string, Component>();
  readonly #known = new Map<string, ZoneClock | null>();
  readonly #steps: Steps;

  /** @param steps work that all zones together may take */
  constructor(steps: Steps) {
    this.#steps = steps;
  }

  /** Takes in a VTIMEZONE; of two with one name in one calendar the first counts. */
  add(component: Component): void {
    const key = `${component.calendar} ${propertyOf(component, 'TZID')?.value.trim() ?? ''}`;
    if (!this.#own.has(key)) this.#own.set(key, component);
  }

  /**
   * @param tzid as written
   * @param calendar number of the calendar that it is written in
   * @returns null when nobody knows the zone
   */
  clock(tzid: string, calendar: number): ZoneClock | null {
    const key = `${calendar} ${tzid.trim()}`;
    let clock = this.#known.get(key);
    if (clock === undefined) {
      clock = this.#find(tzid.trim(), this.#own.get(key));
      this.#known.set(key, clock);
    }
    return clock;
  }

  #find(tzid: string, own: Component | undefined): ZoneClock | null {
    const location = own === undefined ? '' : (propertyOf(own, 'X-LIC-LOCATION')?.value.trim() ?? '');
    const zone = zoneName(tzid) ?? zoneName(location);
    if (zone !== null) return (local) => instantsOf(zone, local);
    return own === undefined ? null : ownClock(own, this.#steps);
  }
}

/** The IANA zone of a name: itself, with a vendor's path in front (`/example.org/2009/Europe/Paris`), or of Windows. */
function zoneName(text: string): string | null {
  if (text === 'UTC' || /^(?:Z|GMT|Etc\/UTC)$/i.test(text)) return 'UTC';
  // Short names such as EST mean different things to different programs; only those of places are certain.
  const parts = text.split('/').filter((part) => part !== '');
  for (let length = Math.min(3, parts.length); length >= 2; length--) {
    const name = parts.slice(-length).join('/');
    if (/^[A-Za-z][\w+/-]{2,60}$/.test(name) && isZone(name)) return name;
  }
  const windows = text.length > 80 ? null : zoneOfWindows(text.replace(/^"|"$/g, ''));
  return windows !== null && isZone(windows) ? windows : null;
}

function ownClock(own: Component, steps: Steps): ZoneClock | null {
  const changes = changesOf(own, steps);
  const first = changes[0];
  if (first === undefined) return null;
  const offsetAt = (instant: number): number => {
    let [low, high] = [0, changes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (changes[middle]!.at <= instant) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? first.from : changes[low - 1]!.to;
  };
  return (local) => {
    const readings = [local - offsetAt(local - 86_400), local - offsetAt(local + 86_400)];
    const fits = readings.filter((instant) => instant + offsetAt(instant) === local);
    const all = fits.length === 0 ? readings : fits;
    return { earliest: Math.min(...all), latest: Math.max(...all) };
  };
}

/** All changes of a VTIMEZONE, in the order of time. */
function changesOf(own: Component, steps: Steps): Change[] {
  const inners = new Map<number, InnerProperty[]>();
  for (const property of own.properties) {
    if (property.inner > 0) inners.set(property.inner, [...(inners.get(property.inner) ?? []), property].slice(-200));
  }
  const changes: Change[] = [];
  for (const properties of inners.values()) changes.push(...observance(properties, steps));
  return changes.sort((a, b) => a.at - b.at || a.to - b.to);
}

/** The changes of one STANDARD or DAYLIGHT part. */
function observance(properties: readonly InnerProperty[], steps: Steps): Change[] {
  const find = (name: string): InnerProperty | undefined => properties.find((property) => property.name === name);
  const start = find('DTSTART');
  const from = parseOffset(find('TZOFFSETFROM')?.value ?? '');
  const to = parseOffset(find('TZOFFSETTO')?.value ?? '');
  const moment = start === undefined ? null : momentOf(start);
  if (moment === null || from === null || to === null) return [];
  const locals = [moment.local];
  const rule = parseRule(find('RRULE')?.value ?? '');
  if (rule !== null) {
    const until =
      rule.until === null ? Number.POSITIVE_INFINITY : rule.until.local + (rule.until.tzid === 'UTC' ? from : 0);
    const own = { left: Math.min(STEPS, steps.left) };
    const before = own.left;
    locals.push(...occurrences(rule, moment.local, false, Math.min(until, RULES_UNTIL), own));
    steps.left -= before - Math.max(0, own.left);
  }
  for (const property of properties) {
    if (property.name === 'RDATE') locals.push(...spansOf(property).spans.map((span) => span.start.local));
  }
  return [...new Set(locals)].map((local) => ({ at: local - from, from, to }));
}
