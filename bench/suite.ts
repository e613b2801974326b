/** What a benchmark is: one file of suites/, one line in list.ts. */
import type { Line } from './measure/series.ts';

export interface Options {
  /** Runs of each contestant. */
  readonly runs: number;
  /** A hundredth of the size, to see that everything works; writes no results. */
  readonly small: boolean;
  readonly say: (text: string) => void;
}

/** A bound that is meant to hold. */
export interface Target {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly bound: number;
  /** `least`: the value should not be under the bound. */
  readonly kind: 'least' | 'most';
}

/** How precision and recall change with one threshold. */
export interface Curve {
  readonly what: string;
  /** What the threshold is, such as: weight to join at, bits. */
  readonly of: string;
  readonly points: readonly { readonly at: number; readonly precision: number; readonly recall: number }[];
}

export interface Outcome {
  readonly title: string;
  /** What is done, and to what. */
  readonly doc: string;
  /** What is counted, such as messages. */
  readonly unit: string;
  readonly lines: readonly Line[];
  readonly targets: readonly Target[];
  readonly curves?: readonly Curve[];
  /** What was left out and why, and versions of peers. */
  readonly notes: readonly string[];
}

export interface Suite {
  readonly name: string;
  run(options: Options): Promise<Outcome>;
}
