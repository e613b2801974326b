/** Made-up messages, whole and spoilt, one after the other. */
import { mbox } from '../../../../bench/generate/mail/mbox.ts';
import { Random } from '../../../../bench/generate/random.ts';
import { mutated } from './mutate.ts';

export interface Sample {
  /** What was done to it: nothing for a whole one. */
  readonly done: readonly string[];
  readonly bytes: Buffer;
}

/** Generated messages at once, so that memory stays small. */
const BATCH = 2000;
/** Longest message that is taken: attachments of hundreds of kilobytes try nothing that short ones do not. */
const LONGEST = 40_000;

/**
 * @param count messages; two of three are spoilt
 * @param label another one gives other damage
 */
export function* samples(count: number, label: string): Generator<Sample> {
  const random = new Random(label);
  const messages = generated(Math.min(count, BATCH));
  for (let i = 0; i < count; i++) {
    const text = messages[i % messages.length]!;
    const isWhole = i < messages.length && i % 3 === 0;
    const { done, text: spoilt } = isWhole ? { done: [], text } : mutated(text, random);
    yield { done, bytes: Buffer.from(spoilt, 'latin1') };
  }
}

function generated(count: number): string[] {
  const chunks: Buffer[] = [];
  mbox(Math.ceil(count * 1.2), (chunk) => void chunks.push(Buffer.from(chunk)));
  return Buffer.concat(chunks)
    .toString('latin1')
    .split(/^From .*\n/m)
    .slice(1)
    .filter((text) => text.length <= LONGEST)
    .slice(0, count);
}
