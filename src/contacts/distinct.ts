/** Contacts no two of which can be one event. */

/** Contacts that count for certain, as columns. */
export interface Certain {
  readonly contact: ArrayLike<number>;
  /** Latest instant, epoch seconds UTC. */
  readonly latest: ArrayLike<number>;
  readonly id: ArrayLike<bigint>;
}

/** Pairs of contacts that may be one event, in both directions. */
export type MayBeSame = ReadonlyMap<number, readonly number[]>;

/** @param a, b columns of may_be_same */
export function mayBeSame(a: ArrayLike<number>, b: ArrayLike<number>): MayBeSame {
  const out = new Map<number, number[]>();
  const add = (from: number, to: number): void => {
    const known = out.get(from);
    if (known === undefined) out.set(from, [to]);
    else known.push(to);
  };
  for (let i = 0; i < a.length; i++) {
    add(a[i]!, b[i]!);
    add(b[i]!, a[i]!);
  }
  return out;
}

/** Places of contacts by latest instant, then id: the order of every list behind a count. */
export function inOrder(contacts: Certain): Int32Array {
  return Int32Array.from({ length: contacts.contact.length }, (_, i) => i).sort((x, y) => {
    const time = contacts.latest[x]! - contacts.latest[y]!;
    if (time !== 0) return time;
    return contacts.id[x]! < contacts.id[y]! ? -1 : contacts.id[x]! > contacts.id[y]! ? 1 : 0;
  });
}

/**
 * An independent set of the may-be-same graph: its size is at most the number of distinct events. Greedy by earliest end,
 * ties by id, which is a largest one where only time decides (Gavril 1972) and a sound one otherwise.
 * @returns contact numbers in that order
 */
export function distinct(contacts: Certain, same: MayBeSame): number[] {
  const kept = new Set<number>();
  for (const place of inOrder(contacts)) {
    const contact = contacts.contact[place]!;
    if (!kept.has(contact) && !same.get(contact)?.some((other) => kept.has(other))) kept.add(contact);
  }
  return [...kept];
}
