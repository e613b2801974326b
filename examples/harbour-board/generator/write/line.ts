/** What truth.yaml says of one planted event. */
import type { Truth } from '../cast/events.ts';

/** One line of truth.yaml. */
export interface Line {
  readonly id: string;
  readonly channel: 'mail' | 'call' | 'text' | 'meeting';
  readonly at: string;
  readonly truth: Truth;
  readonly witnesses: readonly { readonly [key: string]: string | number | readonly number[] }[];
}
