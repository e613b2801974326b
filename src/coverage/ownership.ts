/** Whose a source of records is: only its owner's accounts are covered by it, the others are seen there beside them. */

/** An account that is in at least this part of a source's records owns it, where nobody said whose it is. */
const OWNED = 0.9;

/**
 * Where a custodian is named without addresses, a declaration "complete" holds for those of his addresses that have at
 * least one in so many of the records of his busiest one: a private address that strays into an office mailbox is not
 * complete there.
 */
export const MAIN_PART = 10;

/** What a source says of itself. */
export interface HeldSource {
  /** Accounts that its scope names. */
  readonly accounts: readonly number[];
  /** Parties that its custodian is. */
  readonly custodians: readonly number[];
  readonly records: number;
  /** Records that the busiest account is in, and that account; null: none. */
  readonly busiest: { readonly account: number; readonly records: number } | null;
}

/** Who owns a source. */
export interface Ownership {
  /** Nobody is known to: everybody in it is only known to be in it. */
  readonly open: boolean;
  /** Accounts for mail, calls and texts; where there are none, those of the parties. */
  readonly accounts: readonly number[];
  /** Parties, who own the meetings and visits in it. */
  readonly parties: readonly number[];
}

/**
 * What a scope names counts before what is seen.
 * @param holdersOf parties whose an account is
 */
export function ownership(source: HeldSource, holdersOf: (account: number) => readonly number[]): Ownership {
  const { accounts, custodians, records, busiest } = source;
  const named = [...new Set([...custodians, ...accounts.flatMap(holdersOf)])].sort((a, b) => a - b);
  if (accounts.length > 0 || named.length > 0) return { open: false, accounts, parties: named };
  if (busiest !== null && busiest.records >= OWNED * records)
    return { open: false, accounts: [], parties: holdersOf(busiest.account) };
  return { open: true, accounts: [], parties: [] };
}
