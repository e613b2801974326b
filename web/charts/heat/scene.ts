/** Everything that the timeline draws, apart from which part of it is seen. */
import type { OffsetAt } from '../calendar.ts';
import type { Stretch } from '../days.ts';
import type { TimeView } from '../view.ts';
import type { Cells } from './cells.ts';
import type { Palette } from './palette.ts';
import type { Sections } from './sections.ts';
import type { Scale } from './shades.ts';

/** Bins as they came from the server. */
export interface Bins {
  readonly cells: Cells;
  /** Shade of each cell. */
  readonly shades: Uint8Array;
  readonly scale: Scale;
  /** All pairs together, one row. */
  readonly totals: Cells;
  /** The largest bin of all. */
  readonly most: number;
}

/** What covers time by one channel. */
export interface CoverageLane {
  readonly declared: readonly Stretch[];
  readonly active: readonly Stretch[];
}

export interface StatementLane {
  readonly said: Stretch;
  readonly scope: Stretch | null;
  /** The records break what was said: its scope is drawn heavier. */
  readonly broken: boolean;
}

export interface EventLabel extends Stretch {
  readonly text: string;
}

export interface Scene {
  readonly bins: Bins | null;
  readonly events: readonly EventLabel[];
  readonly statements: readonly StatementLane[];
  readonly coverage: readonly CoverageLane[];
  /** Time that no record reaches by any channel; disjoint, in order. */
  readonly uncovered: readonly Stretch[];
  /** What everything else is filtered by; null: nothing. */
  readonly brush: TimeView | null;
  /** The cell that the keys are on: pair and bin. */
  readonly chosen: { readonly row: number; readonly from: number; readonly to: number } | null;
  readonly sections: Sections;
  readonly palette: Palette;
  readonly offsetAt: OffsetAt;
}
