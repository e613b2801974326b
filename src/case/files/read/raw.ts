/** Looking into values that no schema has passed yet. */
import type { Path } from './place.ts';

/** A map as read from YAML. */
export interface RawMap {
  readonly [key: string]: unknown;
}

/** The value as a map; an empty one where it is none. */
export function rawMap(value: unknown): RawMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as RawMap) : {};
}

/** The value as a list; an empty one where it is none. */
export function rawList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as text, numbers as they print; null where it is neither. */
export function rawText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : null;
}

/** One element or a list of them, as texts. */
export function rawTexts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(rawText).filter((text) => text !== null);
}

/** All maps inside a value with their paths, outer ones first. */
export function* rawMaps(value: unknown, path: Path = []): Generator<{ readonly map: RawMap; readonly path: Path }> {
  if (Array.isArray(value)) {
    for (const [i, element] of value.entries()) yield* rawMaps(element, [...path, i]);
  } else if (typeof value === 'object' && value !== null) {
    yield { map: value as RawMap, path };
    for (const [key, element] of Object.entries(value)) yield* rawMaps(element, [...path, key]);
  }
}
