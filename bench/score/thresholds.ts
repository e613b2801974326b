/** Precision and recall over the weight at which people are joined. */
import { BIT } from '../../src/identity/linkage/weights.ts';

/** Weights to join at, thousandths of a bit; the default is among them. Below even odds other limits decide. */
export const THRESHOLDS: readonly number[] = [0, 1, 2, 3, 4, 6, 8, 10].map((bits) => bits * BIT);

/** One line of JSON of a child for each threshold. */
export interface ThresholdRow {
  readonly curve: string;
  /** Thousandths of a bit. */
  readonly at: number;
  readonly precision: number;
  readonly recall: number;
}
