/** Values as text: what a table and CSV show of what JSON has. */
import { type Bounds, boundsText } from '../../model/bounds.ts';
import type { Json } from './output.ts';

/** Whether a value is a count with bounds and nothing else. */
export function isBounds(value: Json): value is Bounds {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 2 && 'min' in value && 'max' in value && typeof value.min === 'number';
}

/** A value as text: bounds as 18–21, null as nothing, lists with commas, yes and no; other objects as JSON. */
export function textOf(value: Json | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (isBounds(value)) return boundsText(value);
  if (Array.isArray(value)) return value.map((item: Json) => textOf(item)).join(', ');
  return JSON.stringify(value);
}

/** A whole number with commas between its thousands, for people. */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A number with the noun that fits it: `1 call`, `1,204 calls`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${countText(count)} ${count === 1 ? noun : plural}`;
}
