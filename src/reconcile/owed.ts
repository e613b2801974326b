/** What is asked of the loaded disclosures: accounts that are owed, and what may give them. */
import type { EdgeColumns } from './graph.ts';

/** Contacts that are counted, in order of their latest instant, then id. */
export interface Counted {
  /** 1 where the contact counts for certain: it can stand in a lower bound. */
  readonly certain: ArrayLike<number>;
  /** Pairs of them that may be one event. */
  readonly same: readonly (readonly [number, number])[];
}

/**
 * Accounts that are owed, as columns: of one contact, by one duty-holder, to one audience; or by anybody, to the public.
 * A contact that counts as disclosed only when several gave an account of it stands in several rows.
 */
export interface Owed {
  /** Place among the counted contacts; −1 for a contact that is not counted but that a disclosure may be about. */
  readonly contact: ArrayLike<number>;
  /** 1 where it is certain that this account is owed, and that the loaded disclosures would reach it. */
  readonly sure: ArrayLike<number>;
}

/** Disclosures, once for each duty-holder for whom they count, as columns. */
export interface Given {
  /** See CoverGraph. */
  readonly capacity: Int32Array;
  /** The register that it stands in; −1 where two entries may tell of one contact, or one entry of none. */
  readonly register: ArrayLike<number>;
}

/** Which disclosure may be about which contact; `contact` of EdgeColumns is the row in Owed. */
export interface Fits extends EdgeColumns {
  /** 1 where identity, day, channel and parties all agree for certain. */
  readonly firm: ArrayLike<number>;
  /** How near the named parties came, 0 nearest: what took place before what was only planned or tried. */
  readonly nearness: ArrayLike<number>;
  /** 0 where the disclosure fits only another contact, which may be the same event as this one. */
  readonly own: ArrayLike<number>;
}
