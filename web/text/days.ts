/** Calendar days: as numbers, days since 1 January 1970, without any zone; and as those of an instant in a zone. Pure. */

const DAY_MS = 86_400_000;

/** Such as `2030-04-03`. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The number of a day that is written YYYY-MM-DD; null for anything else. */
export function dayNumber(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) ? null : ms / DAY_MS;
}

/**
 * The calendar day of an instant in a zone.
 * @param epoch seconds UTC
 * @param zone IANA name; one that the browser does not know counts as UTC
 * @returns such as `2030-04-01`
 */
export function dayIn(epoch: number, zone: string): string {
  return formatFor(zone).format(new Date(epoch * 1000));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Swedish writes days as ISO 8601 does; making a format takes longer than using it a thousand times. */
function formatFor(zone: string): Intl.DateTimeFormat {
  const kept = formats.get(zone);
  if (kept !== undefined) return kept;
  const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  let made: Intl.DateTimeFormat;
  try {
    made = new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: zone });
  } catch {
    made = new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: 'UTC' });
  }
  formats.set(zone, made);
  return made;
}

export interface DayTick {
  readonly day: number;
  readonly text: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Months between two ticks that come into question: months, quarters, half years, years, and several of these. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];

/**
 * First days of months or years to write under an axis.
 * @param from first day that is shown
 * @param to last day that is shown
 * @param most ticks at most
 */
export function dayTicks(from: number, to: number, most: number): DayTick[] {
  const start = new Date(from * DAY_MS);
  const end = new Date(to * DAY_MS);
  const firstMonth = start.getUTCFullYear() * 12 + start.getUTCMonth();
  const lastMonth = end.getUTCFullYear() * 12 + end.getUTCMonth();
  const step = STEPS.find((months) => (lastMonth - firstMonth) / months <= most) ?? STEPS.at(-1)!;
  const ticks: DayTick[] = [];
  for (let month = Math.ceil(firstMonth / step) * step; month <= lastMonth; month += step) {
    const year = Math.floor(month / 12);
    const day = Date.UTC(year, month % 12, 1) / DAY_MS;
    if (day < from || day > to) continue;
    const name = MONTHS[month % 12]!;
    const text = step >= 12 ? String(year) : month % 12 === 0 || ticks.length === 0 ? `${name} ${year}` : name;
    ticks.push({ day, text });
  }
  return ticks;
}
