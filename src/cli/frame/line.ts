/** Text on its way to a person: in pieces that are made harmless one by one, so that only the program colours. */

/**
 * How a piece looks. Colour is only for what is certain, grey for what is probable or less; nothing is ever red but the
 * word that begins an error, so that no person's name can be.
 */
export type Tone = 'plain' | 'heading' | 'strong' | 'certain' | 'probable' | 'faint' | 'error';

/** A piece with its tone. */
export interface Span {
  readonly text: string;
  readonly tone: Tone;
}

/** One line, or one cell of a table: plain text, or pieces. Content may stand in it as it is; it is made visible later. */
export type Line = string | readonly (string | Span)[];

/** A piece of a line with a tone. */
export function span(tone: Tone, text: string): Span {
  return { text, tone };
}

/** The pieces of a line. */
export function spansOf(line: Line): readonly Span[] {
  const pieces = typeof line === 'string' ? [line] : line;
  return pieces.map((piece) => (typeof piece === 'string' ? { text: piece, tone: 'plain' } : piece));
}

/** The characters of a line without tones. */
export function plainText(line: Line): string {
  return spansOf(line)
    .map(({ text }) => text)
    .join('');
}
