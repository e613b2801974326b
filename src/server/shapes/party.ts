/** Parties as every page names them. */
import type { Directness } from '../../model/definition.ts';
import type { Grade } from '../../model/finding.ts';

/** A party in a sentence or a cell. */
export interface PartyName {
  /** For the address /people/KEY, percent-encoded. */
  readonly key: string;
  readonly name: string;
  /** What is written to be taken for something else, in words ("mixes scripts: …", "looks like a@b.example"); mostly empty. */
  readonly marks: readonly string[];
}

/** One end of a contact: one address, and whose it may be. */
export interface End {
  /** One party, or several that are alternatives. */
  readonly parties: readonly PartyName[];
  readonly directness: Directness;
  readonly grade: Grade;
}
