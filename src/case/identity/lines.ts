/** Telephone lines that people give in the signatures of their mails: whose line it may be. */
import type { ClaimBook } from '../../identity/book.ts';
import { addressKey } from '../../identity/claims.ts';
import type { PhoneUse } from '../../identity/signatures/signature.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { SIGNED_LINES } from '../../ledger/queries/identity/signatures.ts';
import type { Person } from './descriptions.ts';

/** Numbers for one person alone. A desk has one as well, and whoever sits there next. */
const OWN: ReadonlySet<PhoneUse> = new Set(['direct', 'mobile', 'home']);

interface SignedLine {
  readonly line_no: number;
  readonly line: string;
  readonly address_no: number;
  readonly use: PhoneUse;
}

/**
 * Guesses lines to be those of who gives them: probably a number for one person alone, possibly any other. One that several
 * people give is nobody's, and a number joins nobody: it is only ever given to a party that is there without it.
 * @param parties by the place of a person, where a cluster has one
 */
export async function guessLines(
  ledger: Ledger,
  people: readonly Person[],
  parties: ReadonlyMap<number, string>,
  book: ClaimBook,
): Promise<void> {
  const rows = await ledger.rows<SignedLine>(SIGNED_LINES);
  if (rows.length === 0) return;
  const place = new Map(people.flatMap(({ address }, i) => (address === null ? [] : [[address.no, i] as const])));
  const partyOf = (no: number): string | null => {
    const i = place.get(no);
    const address = i === undefined ? null : people[i]!.address;
    if (i === undefined || address === null) return null;
    const party = parties.get(i) ?? book.owner(address.kind, address.norm);
    if (party === null) book.keep(address.kind, address.norm);
    return book.standsFor(party ?? addressKey(address.kind, address.norm));
  };
  for (const [, of] of Map.groupBy(rows, ({ line_no }) => line_no)) {
    const holders = new Set(of.map(({ address_no }) => partyOf(address_no)));
    const [party] = holders;
    if (holders.size !== 1 || party == null) continue;
    const grade = of.some(({ use }) => OWN.has(use)) ? 'probable' : 'possible';
    book.guess('phone', of[0]!.line, party, grade, 'signature');
  }
}
