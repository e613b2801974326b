/** Reads messages twice, fast and thoroughly, and counts what differs, by field and decision. */
import { type Difference, differences } from './compare.ts';
import { fast } from './fast.ts';
import { thorough } from './thorough.ts';

export interface Agreement {
  messages: number;
  /** Messages on which the thorough parser gave up. */
  refused: number;
  /** By field and kind. */
  readonly counts: Map<string, number>;
  /** Differences that no decision explains. */
  readonly unexplained: (Difference & { readonly message: string })[];
}

/** @param messages name and bytes of each */
export async function agreement(messages: Iterable<readonly [name: string, bytes: Buffer]>): Promise<Agreement> {
  const result: Agreement = { messages: 0, refused: 0, counts: new Map(), unexplained: [] };
  for (const [message, bytes] of messages) {
    result.messages++;
    const slow = await thorough(bytes).catch(() => null);
    if (slow === null) result.refused++;
    else {
      for (const difference of differences(slow, await fast(bytes), bytes)) {
        const key = `${difference.field} ${difference.kind}`;
        result.counts.set(key, (result.counts.get(key) ?? 0) + 1);
        if (difference.kind === null) result.unexplained.push({ ...difference, message });
      }
    }
  }
  return result;
}
