/** Which of several contacts says most against a claim. */
import type { Channel } from '../model/definition.ts';

/** A contact as its strength is judged. */
export interface Weighty {
  readonly contact: number;
  /** It certainly existed when the claim was made. */
  readonly existed: boolean;
  /** It counts in the reading that favours the speaker most. */
  readonly narrow: boolean;
  /** Distinct sources that witness it. */
  readonly sources: number;
  readonly channel: Channel;
  /** Seconds; null: unknown or none. */
  readonly duration: number | null;
  /** Epoch seconds UTC. */
  readonly earliest: number;
  /** Breaks what is left. */
  readonly id: bigint;
}

/** Who was in one room cannot have missed it; who was on the line hardly; a letter may lie unread. */
const NEARNESS: readonly Channel[] = ['meeting', 'visit', 'call', 'text', 'mail', 'report'];

/** Below zero when `a` says more than `b`. */
function compare(a: Weighty, b: Weighty): number {
  return (
    Number(b.existed) - Number(a.existed) ||
    Number(b.narrow) - Number(a.narrow) ||
    b.sources - a.sources ||
    NEARNESS.indexOf(a.channel) - NEARNESS.indexOf(b.channel) ||
    (b.duration ?? 0) - (a.duration ?? 0) ||
    a.earliest - b.earliest ||
    (a.id < b.id ? -1 : 1)
  );
}

/**
 * Contacts with the strongest first: those that existed when it was said, then those that count in the narrowest reading, then those that more sources witness,
 * then the nearer channel, the longer, the earlier.
 */
export function strongestFirst<T extends Weighty>(contacts: readonly T[]): T[] {
  return [...contacts].sort(compare);
}
