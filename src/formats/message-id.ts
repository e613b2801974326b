/** Message-IDs as 64-bit numbers: 16 times smaller than their text, and equal exactly when it is, but for chance. */

export interface Halves {
  readonly low: number;
  readonly high: number;
}

/**
 * Hash of a Message-ID or UID.
 * Two mixed 32-bit multiplicative hashes (the finaliser is that of MurmurHash3, Appleby 2011). Not collision-proof
 * against an attacker, which is harmless: records that share an id are joined only when their content agrees too.
 * @param id without angle brackets and white space
 * @returns two unsigned 32-bit halves; never both 0, which stands for "no id"
 */
export function messageIdHash(id: string): Halves {
  let a = 0x9e3779b1 ^ id.length;
  let b = 0x85ebca77 ^ id.length;
  for (let i = 0; i < id.length; i++) {
    const c = id.charCodeAt(i);
    a = Math.imul(a ^ c, 0x9e3779b1);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b ^ c, 0xc2b2ae3d);
    b = (b << 17) | (b >>> 15);
  }
  const low = finish(a ^ (b >>> 7));
  const high = finish(b ^ Math.imul(a, 0x27d4eb2f));
  return low === 0 && high === 0 ? { low: 1, high: 0 } : { low, high };
}

function finish(h: number): number {
  let x = h ^ (h >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
