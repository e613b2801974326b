/** Numbers for people: one form, whatever the browser's language. Pure. */
import type { Bounds } from '../../src/model/bounds.ts';

/** Thousands apart by commas: 48112 gives `48,112`. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d)(?<!\.\d*))/g, ',');
}

/** A count: `18`, or `18–21` when the ends differ. */
export function boundsText({ min, max }: Bounds): string {
  return min === max ? grouped(min) : `${grouped(min)}–${grouped(max)}`;
}

/** A count in words for those who hear it: `18`, or `at least 18, at most 21`. */
export function boundsWords({ min, max }: Bounds): string {
  return min === max ? grouped(min) : `at least ${grouped(min)}, at most ${grouped(max)}`;
}

/**
 * How long something took.
 * @param seconds whole seconds
 * @returns such as `45 s`, `6 min`, `1 h 05 min`
 */
export function durationText(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** One thing or several: `1 contact`, `2 contacts`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** A size for people: `812 bytes`, `1.4 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
