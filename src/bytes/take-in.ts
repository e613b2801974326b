/** Takes the content of an archive member in, within the limits. */
import type { Budget } from './archive-limits.ts';
import type { Input } from './input.ts';
import type { RawMember } from './raw-member.ts';
import { Spool } from './spool.ts';

/**
 * What came of it: the bytes with their SHA-256; `tooLarge` for memory where there is no spool folder; `stop` with the
 * reason why the whole archive must not go on.
 */
export type TakenIn =
  | { readonly input: Input; readonly sha256: string }
  | { readonly tooLarge: true }
  | { readonly stop: string };

/**
 * Reads the content of a member to its end, or to where it is damaged.
 *
 * @param member its content has not been read yet
 * @param name the name that the input shows
 * @param budget counts the member and its bytes
 * @param spoolDir where members too large for memory go; null for nowhere
 * @throws {Error} with the system's `code` when the spool folder cannot be written to
 */
export async function takeIn(
  member: RawMember,
  name: string,
  budget: Budget,
  spoolDir: string | null,
): Promise<TakenIn> {
  const tooMany = budget.addMember();
  if (tooMany !== null) return { stop: tooMany };
  const spool = new Spool(budget.limits.memoryBytes, spoolDir);
  let kept = false;
  try {
    for await (const chunk of member.content) {
      const tooMuch = budget.addBytes(chunk.length);
      if (tooMuch !== null) return { stop: tooMuch };
      if (!spool.write(chunk)) return { tooLarge: true };
    }
    kept = true;
    return spool.finish(name);
  } finally {
    if (!kept) spool.drop();
  }
}
