/** Names of archive members, made safe to show and unique within their archive. */

/** A name as it is used from here on. */
export interface MemberName {
  /** Safe to show, unique within the archive: `name`, then `name#2`, `name#3` for further members of that name. */
  readonly key: string;
  /** What is wrong with the stored name, null when nothing is. */
  readonly fault: string | null;
}

/** Controls, marks that change the direction or are invisible: a name with them shows as another one (CVE-2021-42574). */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Names the members of one archive, in their order. The same archive gives the same names again: they are part of citations.
 */
export class MemberNames {
  readonly #longest: number;
  readonly #used = new Set<string>();
  /** The last ordinal given for a name, so that a million equal names do not cost a million squared. */
  readonly #ordinals = new Map<string, number>();

  /** @param longest most bytes of UTF-8 that a name may have */
  constructor(longest: number) {
    this.#longest = longest;
  }

  /** Takes the stored name of the next member. */
  next(stored: string): MemberName {
    const fault = faultOf(stored, this.#longest);
    const shown = cut(stored.toWellFormed(), this.#longest).replace(UNSAFE, '\ufffd');
    let key = shown;
    let ordinal = this.#ordinals.get(shown) ?? 1;
    while (this.#used.has(key)) key = `${shown}#${++ordinal}`;
    if (ordinal > 1) this.#ordinals.set(shown, ordinal);
    this.#used.add(key);
    return { key, fault };
  }
}

/** What a stored name tries to do; nothing is ever written under it, so the content is harmless. */
function faultOf(name: string, longest: number): string | null {
  if (name === '') return 'the name is empty';
  if (name.includes('\0')) return 'the name has a NUL character';
  if (/^[/\\]/.test(name)) return 'the name is an absolute path';
  if (/^[A-Za-z]:/.test(name)) return 'the name has a drive letter';
  if (name.split(/[/\\]/).includes('..')) return 'the name leads out of its folder';
  if (Buffer.byteLength(name) > longest) return `the name is longer than ${longest} bytes; it was cut`;
  return null;
}

function cut(name: string, longest: number): string {
  if (name.length * 3 <= longest || Buffer.byteLength(name) <= longest) return name;
  return Buffer.from(name)
    .subarray(0, longest)
    .toString('utf8')
    .replace(/\ufffd+$/, '');
}
