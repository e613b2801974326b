/** Colours of a terminal, when there is one that wants them. */
import { type Line, spansOf, type Tone } from './line.ts';
import { visible } from './visible.ts';

/** SGR codes (ECMA-48); only the 16 colours that every terminal lets its user choose. */
const CODES: Readonly<Record<Tone, string>> = {
  plain: '',
  heading: '1',
  strong: '1',
  certain: '36',
  probable: '90',
  faint: '90',
  error: '31',
};

/** What decides about colours. */
export interface ColourWish {
  readonly isTerminal: boolean;
  /** Variables NO_COLOR, FORCE_COLOR and TERM. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Whether to colour: FORCE_COLOR decides (0 and false: no), then NO_COLOR (any text: no), then whether a terminal is there.
 * The order is Node's own.
 */
export function wantsColour({ isTerminal, environment }: ColourWish): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM } = environment;
  if (FORCE_COLOR !== undefined) return !/^(0|false)$/.test(FORCE_COLOR);
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return isTerminal && TERM !== 'dumb';
}

/** A line as it is printed: every piece harmless, tones as codes where colours are wanted. */
export function painted(line: Line, colour: boolean): string {
  return spansOf(line)
    .map(({ text, tone }) => {
      const shown = visible(text);
      const code = CODES[tone];
      return colour && code !== '' && shown !== '' ? `\u001b[${code}m${shown}\u001b[0m` : shown;
    })
    .join('');
}
