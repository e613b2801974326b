/** What the records of a case do not show, and by what the numbers would move. */
import type { Bounds } from '../model/bounds.ts';

/** How a number moves when one part of the definition changes. */
export interface LimitMove {
  readonly text: string;
  readonly bounds: Bounds;
}

/** A source, and what it is declared to reach. */
export interface LimitSource {
  readonly source: string;
  readonly side: string;
  readonly reach: string;
  readonly items: string;
}

export interface Limits {
  /** In how much covered time the numbers stand, and what is not covered; one sentence each. */
  readonly coverage: readonly string[];
  /** How far "none found" reaches: the loaded records, and what is said of their completeness. */
  readonly none: string;
  readonly sources: readonly LimitSource[];
  /** Claims that the records cannot test, each with what is missing. */
  readonly untested: readonly string[];
  /** What detectors could not test, and why. */
  readonly unasked: readonly string[];
  /** What counts as a contact, in words, and why, where case.yaml says so. */
  readonly definition: string;
  readonly definitionReasons: readonly string[];
  /** The headline count under other definitions, where they move it, and those that do not. */
  readonly moves: readonly LimitMove[];
  readonly unmoved: readonly string[];
  /** What keeps the two bounds of the headline count apart. */
  readonly separation: readonly string[];
  readonly caveats: readonly string[];
  /** Problems in the sources: how many of each kind, then the gravest. */
  readonly problems: readonly string[];
  /** Contacts that no count has, because one end alone is known, and the like. */
  readonly besides: readonly string[];
}
