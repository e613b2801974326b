/** The line that moves while something takes longer. */
import { countText } from './cell.ts';
import type { Progress } from './output.ts';
import type { Stream } from './stream.ts';
import { visible } from './visible.ts';
import { cutTo } from './width.ts';

/** Work that is done before this many milliseconds have passed shows nothing. */
const PATIENCE = 1_000;
/** Between two pictures on a terminal, ms. */
const FRAME = 100;
/** Between two lines where there is no terminal, ms: a log wants to know that it goes on, no more. */
const LOG = 30_000;

/** An amount for people: bytes as MB, others with commas. */
function amount(value: number, unit: string): string {
  if (unit !== 'bytes') return `${countText(Math.round(value))} ${unit}`;
  if (value < 1_000_000) return `${Math.round(value / 1_000)} kB`;
  return value < 1_000_000_000 ? `${(value / 1_000_000).toFixed(1)} MB` : `${(value / 1_000_000_000).toFixed(2)} GB`;
}

/** A span of time for people: `40 s`, `3 min 20 s`, `1 h 5 min`. */
export function durationText(seconds: number): string {
  const s = Math.max(0, Math.round(seconds));
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`;
  return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
}

/**
 * What the line says.
 * @param seconds since the work began
 */
function progressText(
  label: string,
  work: { readonly done: number; readonly total: number | null; readonly unit: string } | null,
  seconds: number,
): string {
  if (work === null || seconds <= 0) return `${label}, ${durationText(seconds)}`;
  const { done, total, unit } = work;
  const rate = done / seconds;
  const parts = [total === null ? amount(done, unit) : `${amount(done, unit)} of ${amount(total, unit)}`];
  if (rate > 0) parts.push(`${amount(rate, unit)}/s`);
  if (rate > 0 && total !== null && total > done) parts.push(`${durationText((total - done) / rate)} left`);
  return `${label}  ${parts.join(', ')}`;
}

/** Shows progress on standard error. */
export class ProgressLine implements Progress {
  readonly #stream: Stream;
  readonly #began = performance.now();
  #shown = false;
  #last: number;

  constructor(stream: Stream) {
    this.#stream = stream;
    this.#last = this.#began;
  }

  update(label: string, done?: number, total: number | null = null, unit = 'records'): void {
    const now = performance.now();
    const terminal = this.#stream.isTTY === true;
    if (now - this.#began < PATIENCE || now - this.#last < (terminal ? FRAME : LOG)) return;
    this.#last = now;
    const work = done === undefined ? null : { done, total, unit };
    const text = visible(progressText(label, work, (now - this.#began) / 1000));
    this.#shown = terminal;
    this.#write(terminal ? `\r\u001b[K${cutTo(text, (this.#stream.columns ?? 80) - 1)}` : `${text}\n`);
  }

  clear(): void {
    if (this.#shown) this.#write('\r\u001b[K');
    this.#shown = false;
  }

  #write(text: string): void {
    this.#stream.write(text, () => {});
  }
}
