/** A claim as people write it on a command line, in the terms of the case: who is meant, and which days. */
import type { Quantity } from '../../statements/claim.ts';
import { parseClaim, type WrittenClaim } from '../../statements/written/parse.ts';
import { CHANNEL_WORDS } from '../files/words/channel.ts';
import { nearest } from '../files/words/nearest.ts';
import type { ViewedCase } from '../views/contacts.ts';
import { ClaimError } from './claim-error.ts';
import type { SaidClaim } from './resolve.ts';
import { at, type Found, notBeforeOf, periodOf, saidOf } from './written-days.ts';
import { nameOf, namesOf } from './written-names.ts';

/** Takes the value of what was looked up. @throws ClaimError where it is a mistake */
type Taken = <T>(found: Found<T>) => T;

async function goBetweensOf(
  open: ViewedCase,
  written: WrittenClaim,
  counterpart: readonly string[],
  taken: Taken,
): Promise<readonly string[]> {
  if (written.through === null) return [];
  const { all, names } = written.through;
  if (all === null) return taken(await namesOf(open, names));
  const groups = open.files.case.groups.map(({ id }) => `@${id}`);
  const named = counterpart.map((reference) => `${reference}-go-betweens`).filter((name) => groups.includes(name));
  if (named.length > 0) return named;
  const advice = `write them: through @…; or add a group ${counterpart[0]!.replace('@', '')}-go-betweens to case.yaml`;
  return taken({ mistake: at(all, 'the case does not say who the go-betweens are', advice) });
}

function quantityOf(open: ViewedCase, { amount, notBefore }: WrittenClaim, taken: Taken): Quantity {
  return amount.kind === 'first' ? { kind: 'not-before', day: taken(notBeforeOf(open.files, notBefore!)) } : amount;
}

/**
 * Reads a written claim and looks up what it names.
 * @throws ClaimError for a mistake, with its place
 */
export async function readClaim(open: ViewedCase, claim: string): Promise<SaidClaim> {
  const written = parseClaim(claim, { channels: CHANNEL_WORDS, nearest });
  if ('message' in written) throw new ClaimError(claim, written, true);
  const taken: Taken = (found) => {
    if ('mistake' in found) throw new ClaimError(claim, found.mistake, false);
    return found.value;
  };
  const subject = taken(await namesOf(open, written.subject));
  const counterpart = taken(await namesOf(open, written.counterpart));
  const goBetweens = await goBetweensOf(open, written, counterpart, taken);
  const period = taken(periodOf(open.files, written));
  return {
    claim: {
      between: [subject, counterpart],
      quantity: quantityOf(open, written, taken),
      ...(period === undefined ? {} : { period }),
      channels: written.channels ?? 'any',
      goBetweens,
      ...(written.hedge === null ? {} : { hedge: written.hedge }),
    },
    speaker: written.by === null ? null : taken(await nameOf(open, written.by)),
    said: taken(saidOf(open.files, written.said)),
  };
}
