/** Telephone numbers as carriers write them. All are of the exchange 555 of the North American plan, which has no subscribers. */
import { mix32 } from './random.ts';

/** Different lines. */
const LINES = 160_000;
/** Ways in which they are written; some lines are written in two. */
export const WRITTEN = 200_000;

/** Area codes as the plan allows them: not N11, no 9 in the middle, no 555 itself. */
function areaCodes(): number[] {
  const codes: number[] = [];
  for (let code = 200; code <= 999; code++) {
    const [middle, last] = [Math.floor(code / 10) % 10, code % 10];
    if (middle !== 9 && !(middle === 1 && last === 1) && code !== 555) codes.push(code);
  }
  return codes;
}

function written(area: number, line: number, form: number): string {
  const last = String(line).padStart(4, '0');
  if (form === 0) return `${area}-555-${last}`;
  if (form === 1) return `1${area}555${last}`;
  if (form === 2) return `(${area}) 555-${last}`;
  return `+1${area}555${last}`;
}

/** @returns WRITTEN numbers as bytes, in no order, with LINES different ones among them */
export function numbers(): Buffer[] {
  const areas = areaCodes();
  return Array.from({ length: WRITTEN }, (_, i) => {
    const line = i % LINES;
    const area = areas[line % areas.length]!;
    // More than half as E.164; what is written a second time is written otherwise.
    const form = i < LINES ? Math.min(3, mix32(i) % 8) : mix32(line) % 8 === 1 ? 0 : 1;
    return Buffer.from(written(area, 100 + Math.floor(line / areas.length), form), 'latin1');
  });
}
