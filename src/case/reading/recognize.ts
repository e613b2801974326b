/** Which reader a file gets. */
import { headOf, type Input } from '../../bytes/input.ts';
import type { Format } from '../../formats/format.ts';
import { FORMATS } from '../../formats/list.ts';

/** A reader that is less sure than this does not read. */
const SURE_ENOUGH = 0.3;
/** A reader that is as sure as this is taken without asking those behind it: tables ask every template. */
const SURE = 0.8;

export interface Recognized {
  readonly format: Format;
  /** 0 to 1; 1 where the user said it. */
  readonly confidence: number;
}

/**
 * Asks the readers in the order of their list.
 * @param as name of a format that the user gave; null lets content decide
 * @returns null when no reader is sure enough
 */
export function recognize(input: Input, as: string | null): Recognized | null {
  if (as !== null) {
    const format = FORMATS.find(({ name }) => name === as);
    return format === undefined ? null : { format, confidence: 1 };
  }
  const head = headOf(input);
  let best: Recognized | null = null;
  for (const format of FORMATS) {
    const confidence = format.recognize(head);
    if (confidence > (best?.confidence ?? 0)) best = { format, confidence };
    if (confidence >= SURE) break;
  }
  return best !== null && best.confidence >= SURE_ENOUGH ? best : null;
}

/** The reader of a name. @throws RangeError when there is none */
export function formatNamed(name: string): Format {
  const format = FORMATS.find((f) => f.name === name);
  if (format === undefined) throw new RangeError(`no such format: ${name}`);
  return format;
}
