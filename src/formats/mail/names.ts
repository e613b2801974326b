/** Texts with numbers. */

/**
 * A string whose characters are its own. A slice of a longer string keeps the longer one alive: a dictionary of slices
 * would hold every header block of the file.
 */
export function ownString(text: string): string {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 255) return Buffer.from(text, 'utf16le').toString('utf16le');
  }
  return Buffer.from(text, 'latin1').toString('latin1');
}

/** A dictionary of texts. */
export class Names {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  forget(): void {
    if (this.#numbers.size > 0) this.#numbers.clear();
  }

  /** @returns the number of a text, −1 when it has none */
  find(text: string): number {
    return this.#numbers.get(text) ?? -1;
  }

  /**
   * Gives a text a number.
   * @param isOwn its characters are its own
   * @returns the text as kept
   */
  add(text: string, number: number, isOwn: boolean): string {
    const own = isOwn ? text : ownString(text);
    this.#numbers.set(own, number);
    return own;
  }
}
