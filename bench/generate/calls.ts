/** Call records of one carrier over a year as CSV, row by row, in bounded memory. */
import { numbers, WRITTEN } from './numbers.ts';
import { mix32, Random } from './random.ts';

/** The header of the table, with its names. */
export const CALL_COLUMNS = ['id', 'start_utc', 'caller', 'callee', 'duration_seconds', 'outcome'] as const;

const DAYS = 365;
const FIRST_DAY = Date.UTC(2030, 0, 1);
const HOURS = [2, 1, 1, 1, 1, 3, 10, 25, 45, 60, 62, 58, 50, 52, 58, 60, 62, 60, 50, 40, 30, 20, 10, 5];
const WEEKDAYS = [4, 10, 10, 10, 10, 11, 6];
const OUTCOMES = ['answered', 'no answer', 'busy', 'failed'].map((word) => Buffer.from(`,${word}\n`, 'latin1'));
/** Numbers that a line calls most of its calls. */
const CIRCLE = 14;
const CAPACITY = 1 << 22;
const LONGEST_ROW = 128;

/** Seconds that answered calls last, some minutes on average, as bytes. */
function durations(): Buffer[] {
  const random = new Random('durations');
  return Array.from({ length: 4096 }, () => {
    const u = (random.bits() + 1) / 0x1_0000_0001;
    return Buffer.from(String(1 + Math.round(-150 * Math.log(u) + (random.chance(4) ? 1800 * u : 0))), 'latin1');
  });
}

/** Rows of each hour of the year, so that they add up to `count`. */
function* hours(count: number): Generator<{ prefix: Buffer; rows: number }> {
  const weights = Array.from(
    { length: DAYS },
    (_, day) => WEEKDAYS[new Date(FIRST_DAY + day * 86_400_000).getUTCDay()]!,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0) * HOURS.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  let done = 0;
  for (const [day, weight] of weights.entries()) {
    const date = new Date(FIRST_DAY + day * 86_400_000).toISOString().slice(0, 10);
    for (const [hour, share] of HOURS.entries()) {
      before += weight * share;
      const until = Math.floor((count * before) / total);
      yield { prefix: Buffer.from(`,${date}T${String(hour).padStart(2, '0')}:`, 'latin1'), rows: until - done };
      done = until;
    }
  }
}

/**
 * Writes the table: rows in the order of their times. Some lines call much more than others, and most calls stay within a
 * small circle; four of five are answered.
 * @param count rows
 * @param write gets the bytes piece by piece, and may not keep them
 * @returns size in bytes
 */
export function calls(count: number, write: (chunk: Buffer) => void): number {
  const random = new Random('calls');
  const known = numbers();
  const lasting = durations();
  const out = Buffer.allocUnsafe(CAPACITY);
  let at = out.write(`${CALL_COLUMNS.join(',')}\n`, 0, 'latin1');
  let flushed = 0;
  let id = 0;
  const put = (bytes: Buffer): void => {
    for (let i = 0; i < bytes.length; i++) out[at++] = bytes[i]!;
  };
  const digits = (value: number, width: number): void => {
    for (let i = width - 1, rest = value; i >= 0; i--, rest = Math.floor(rest / 10)) out[at + i] = 0x30 + (rest % 10);
    at += width;
  };
  for (const { prefix, rows } of hours(count)) {
    for (let row = 0; row < rows; row++) {
      if (at > CAPACITY - LONGEST_ROW) {
        write(out.subarray(0, at));
        flushed += at;
        at = 0;
      }
      const second = Math.floor(((row + (random.bits() & 0xff) / 256) * 3600) / rows);
      const caller = random.skewed(WRITTEN);
      const callee = calleeOf(caller, random);
      const outcome = Math.max(0, random.below(20) - 16) % 4;
      digits(++id, 9);
      put(prefix);
      digits(Math.floor(second / 60), 2);
      out[at++] = 0x3a;
      digits(second % 60, 2);
      out[at++] = 0x5a;
      out[at++] = 0x2c;
      put(known[caller]!);
      out[at++] = 0x2c;
      put(known[callee]!);
      out[at++] = 0x2c;
      if (outcome === 0) put(lasting[random.bits() & 4095]!);
      else out[at++] = 0x30;
      put(OUTCOMES[outcome]!);
    }
  }
  write(out.subarray(0, at));
  return flushed + at;
}

function calleeOf(caller: number, random: Random): number {
  const callee = random.chance(72) ? mix32(caller * CIRCLE + random.skewed(CIRCLE)) % WRITTEN : random.skewed(WRITTEN);
  return callee === caller ? (callee + 1) % WRITTEN : callee;
}
