/** When a call began and how long it took, for rows whose cells are in the forms of moment.ts. */
import { PLAUSIBILITIES, PRECISIONS, ZONE_ORIGINS } from '../../model/time.ts';
import { zoneOffsets } from '../../model/zone.ts';
import type { Layout } from '../table/layout.ts';
import type { Doubt, TimePlan } from '../table/row/time.ts';
import { Durations } from './durations.ts';
import type { CallLayout } from './layout.ts';
import { LocalDays } from './local-days.ts';
import { Moments } from './moment.ts';
import type { RowScan } from './scan.ts';

const HOUR = 3600;
/** A time in no known zone lies between these: see spanWhen. Seconds. */
const EAST = 14 * HOUR;
const WEST = -12 * HOUR;
const NO_OFFSET = -32768;

const SECOND = PRECISIONS.indexOf('second');
const MINUTE = PRECISIONS.indexOf('minute');
const WRITTEN = ZONE_ORIGINS.indexOf('written');
const SOURCE = ZONE_ORIGINS.indexOf('source');
const UNKNOWN = ZONE_ORIGINS.indexOf('unknown');
const PLAUSIBLE = PLAUSIBILITIES.indexOf('plausible');
const WRONG = PLAUSIBILITIES.indexOf('wrong-clock');
const LONGEST = 2_147_483_647;

/** Reads the times of one row at a time; the last row's stand in its fields. */
export class CallTimes {
  readonly #layout: CallLayout;
  readonly #plan: TimePlan;
  readonly #days: LocalDays | null;
  readonly #date: Moments;
  readonly #start: Moments;
  readonly #end: Moments;
  readonly #durations: Durations | null;
  /** Epoch seconds UTC. */
  earliest = 0;
  latest = 0;
  /** As RecordColumns has them. */
  offsetMinutes = 0;
  precision = 0;
  zone = 0;
  plausibility = 0;
  /** Seconds; −1 unknown. */
  duration = -1;
  doubts: readonly Doubt[] = [];

  constructor(layout: CallLayout, uses: Layout['uses'], plan: TimePlan) {
    this.#layout = layout;
    this.#plan = plan;
    this.#days = plan.zone === null ? null : new LocalDays(plan.zone);
    this.#date = new Moments(plan.rulesOf(layout.date));
    this.#start = new Moments(plan.rulesOf(layout.start));
    this.#end = new Moments(plan.rulesOf(layout.end));
    const length = uses.find(({ target }) => target === 'duration');
    this.#durations = length === undefined ? null : new Durations(length, plan, layout.seconds);
  }

  /** @returns false where the general reader has to look at the row */
  read(bytes: Uint8Array, scan: RowScan): boolean {
    const { date: d, start: s } = this.#layout;
    if (!moment(this.#date, d, bytes, scan) || !moment(this.#start, s, bytes, scan)) return false;
    const date = this.#date;
    const start = this.#start;
    const hasInstant = !Number.isNaN(date.instant) || !Number.isNaN(start.instant);
    if (hasInstant) {
      // A number of seconds beside another date is for the general reader.
      const other = Number.isNaN(date.instant) ? date : start;
      if (!Number.isNaN(other.day) || other.clock !== -1 || !Number.isNaN(other.instant)) return false;
      this.#ofInstant(Number.isNaN(date.instant) ? start.instant : date.instant);
    } else {
      const day = Number.isNaN(date.day) ? start.day : date.day;
      const timed = start.clock === -1 ? date : start;
      if (Number.isNaN(day) || timed.clock === -1) return false;
      this.#ofDay(day, timed);
    }
    return this.#length(bytes, scan);
  }

  #ofInstant(instant: number): void {
    this.earliest = instant;
    this.latest = instant;
    this.offsetMinutes = NO_OFFSET;
    this.precision = SECOND;
    this.zone = WRITTEN;
    this.plausibility = instant < this.#plan.floor ? WRONG : PLAUSIBLE;
  }

  /** As spanOfZone has it. */
  #ofDay(day: number, { clock, exact, offset }: Moments): void {
    const start = day + clock;
    const end = exact ? start : start + 59;
    const known = Number.isNaN(offset) ? this.#days?.offset(day) : offset;
    if (known === undefined) {
      this.earliest = start - EAST;
      this.latest = end - WEST;
      this.offsetMinutes = NO_OFFSET;
    } else {
      const changing = Number.isNaN(known) ? zoneOffsets(this.#plan.zone, start, end)! : null;
      this.earliest = start - (changing?.start ?? known);
      this.latest = end - (changing?.end ?? known);
      this.offsetMinutes = (changing?.start ?? known) / 60;
    }
    this.precision = exact ? SECOND : MINUTE;
    this.zone = known === undefined ? UNKNOWN : Number.isNaN(offset) ? SOURCE : WRITTEN;
    this.plausibility = this.latest < this.#plan.floor ? WRONG : PLAUSIBLE;
  }

  #length(bytes: Uint8Array, scan: RowScan): boolean {
    const { duration, end } = this.#layout;
    this.duration = -1;
    this.doubts = NO_DOUBTS;
    if (this.#durations !== null && scan.cell(bytes, duration)) {
      this.#durations.read(bytes, scan.from, scan.to);
      this.duration = this.#durations.seconds;
      this.doubts = this.#durations.doubts;
    }
    if (this.duration !== -1 || end === -1 || !scan.cell(bytes, end)) return true;
    return this.#end.read(bytes, scan.from, scan.to) && this.#untilEnd();
  }

  /** The length between start and end, as endOf has it. */
  #untilEnd(): boolean {
    const date = this.#date;
    const start = this.#start;
    const end = this.#end;
    const instant = Number.isNaN(date.instant) ? start.instant : date.instant;
    if (!Number.isNaN(instant) || !Number.isNaN(end.instant)) {
      if (Number.isNaN(instant) || Number.isNaN(end.instant)) return false;
      return this.#take(end.instant - instant);
    }
    if (end.clock === -1) return false;
    const day = Number.isNaN(date.day) ? start.day : date.day;
    const from = this.#second(day, start.clock === -1 ? date : start);
    const to = this.#second(Number.isNaN(end.day) ? day : end.day, end);
    return this.#take(to - from);
  }

  #second(day: number, { clock, offset }: Moments): number {
    const local = day + clock;
    return local - (Number.isNaN(offset) ? (zoneOffsets(this.#plan.zone, local, local)?.start ?? 0) : offset);
  }

  #take(seconds: number): boolean {
    if (seconds < 0 || seconds > LONGEST) return false;
    this.duration = seconds;
    return true;
  }
}

const NO_DOUBTS: readonly Doubt[] = [];

function moment(moments: Moments, index: number, bytes: Uint8Array, scan: RowScan): boolean {
  moments.none();
  return index === -1 || !scan.cell(bytes, index) || moments.read(bytes, scan.from, scan.to);
}
