/** Sets of records as bits: record r stands in bit r & 7 of byte r >> 3. */

/** A set of some records among so many. */
export function bitsOf(records: ArrayLike<number>, count: number): Uint8Array {
  const bits = new Uint8Array((count + 7) >> 3);
  for (let i = 0; i < records.length; i++) {
    const record = records[i]!;
    bits[record >> 3]! |= 1 << (record & 7);
  }
  return bits;
}

/** Whether a record is in a set. */
export function hasBit(bits: Uint8Array, record: number): boolean {
  return ((bits[record >> 3] ?? 0) & (1 << (record & 7))) !== 0;
}

/**
 * Puts a stretch of one set into another, at another place. What was there before stays.
 * @param from first record of the stretch
 * @param to place of that record in the target
 */
export function copyBits(source: Uint8Array, from: number, count: number, target: Uint8Array, to: number): void {
  for (let i = 0; i < count; ) {
    // Whole bytes where they lie alike; most sets are empty for long stretches.
    if (((from + i) & 7) === 0 && count - i >= 8 && source[(from + i) >> 3] === 0) {
      i += 8;
      continue;
    }
    if (((from + i) & 7) === 0 && ((to + i) & 7) === 0 && count - i >= 8) {
      target[(to + i) >> 3]! |= source[(from + i) >> 3]!;
      i += 8;
      continue;
    }
    if (hasBit(source, from + i)) target[(to + i) >> 3]! |= 1 << ((to + i) & 7);
    i++;
  }
}

/** How many records a set has. */
export function countOf(bits: Uint8Array): number {
  let count = 0;
  for (let byte of bits) for (; byte !== 0; byte &= byte - 1) count++;
  return count;
}
