/** A year of calls of a made society as CSV, in the columns of the other generated calls. */
import { CALL_COLUMNS } from '../calls.ts';
import { numbers } from '../numbers.ts';
import { Output } from '../output.ts';
import { mix32, Random } from '../random.ts';
import type { Acquaintance, Line, Society } from './society.ts';

const FIRST_DAY = Date.UTC(2030, 0, 1);
const DAYS = 365;
const WEEKDAYS = [3, 8, 8, 8, 8, 8, 5];
/** Hours as people keep them, in 24 weights; a rhythm is one of these, somewhat earlier or later. */
const HOURS: readonly (readonly number[])[] = [
  [0, 0, 0, 0, 0, 0, 1, 3, 8, 10, 10, 9, 6, 8, 10, 10, 9, 6, 3, 2, 2, 1, 0, 0],
  [0, 0, 0, 0, 0, 0, 1, 2, 3, 3, 3, 4, 5, 4, 3, 3, 4, 6, 9, 10, 10, 8, 4, 1],
  [1, 0, 0, 0, 0, 1, 3, 6, 6, 5, 5, 5, 6, 5, 5, 5, 5, 6, 7, 7, 6, 4, 3, 2],
];

/** E.164 of the first numbers, which are all different. */
export function e164(count: number): string[] {
  return numbers()
    .slice(0, count)
    .map((written) => `+1${written.toString('latin1').replace(/\D/g, '').slice(-10)}`);
}

/** Draws places of a list by their weights. */
function table(weights: readonly number[]): Uint16Array {
  return Uint16Array.from(weights.flatMap((weight, place) => new Array<number>(weight).fill(place)));
}

/** Somebody of the circle who is there on a day; those who stand first are called most. */
function someone(circle: readonly Acquaintance[], lines: readonly Line[], day: number, random: Random): number | null {
  if (circle.length === 0) return null;
  for (let tries = 0; tries < 6; tries++) {
    const { other, from, to } = circle[random.skewed(circle.length)]!;
    if (day >= from && day <= to && day >= lines[other]!.from && day <= lines[other]!.to) return other;
  }
  return null;
}

function anyone(lines: readonly Line[], day: number, random: Random): number {
  for (;;) {
    const other = random.below(lines.length);
    if (day >= lines[other]!.from && day <= lines[other]!.to) return other;
  }
}

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * Writes about as many calls as asked: of 100, 85 within the circle, 3 to hubs, 12 to anybody; four of five are answered.
 * @param write gets the bytes piece by piece, and may not keep them
 * @returns size in bytes
 */
export function societyCalls(label: string, world: Society, calls: number, write: (chunk: Buffer) => void): number {
  const random = new Random(`${label} calls`);
  const { lines, hubs } = world;
  const names = e164(lines.length);
  const days = table(
    Array.from({ length: DAYS }, (_, day) => WEEKDAYS[new Date(FIRST_DAY + day * 86_400_000).getUTCDay()]!),
  );
  const dates = Array.from({ length: DAYS }, (_, day) =>
    new Date(FIRST_DAY + day * 86_400_000).toISOString().slice(0, 10),
  );
  const hours = HOURS.map(table);
  const people = lines.length - hubs;
  const each = calls / lines.slice(0, people).reduce((sum, { use }) => sum + use, 0);
  const out = new Output(write);
  let id = 0;
  out.text(`${CALL_COLUMNS.join(',')}\n`);
  for (const [caller, { circle, use, rhythm, taste, from, to }] of lines.slice(0, people).entries()) {
    const order = [...circle].sort((a, b) => mix32(a.other ^ taste) - mix32(b.other ^ taste));
    const many = Math.round(use * each);
    for (let i = 0; i < many; i++) {
      const day = days[random.below(days.length)]!;
      if (day < from || day > to) continue;
      const share = random.below(100);
      const known = share < 85 ? someone(order, lines, day, random) : null;
      const callee = known ?? (share < 88 && hubs > 0 ? people + random.skewed(hubs) : anyone(lines, day, random));
      if (callee === caller) continue;
      const profile = hours[rhythm % hours.length]!;
      const hour = (profile[random.below(profile.length)]! + Math.floor(rhythm / hours.length) + 22) % 24;
      const answered = random.below(5) > 0;
      out.text(
        `${++id},${dates[day]}T${two(hour)}:${two(random.below(60))}:${two(random.below(60))}Z,${names[caller]},${names[callee]},` +
          `${answered ? 1 + random.below(600) : 0},${answered ? 'answered' : 'no answer'}\n`,
      );
    }
  }
  out.flush();
  return out.length;
}
