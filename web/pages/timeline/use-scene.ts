/** What the timeline draws, made anew only where something of it has changed. */
import { useMemo } from 'preact/hooks';
import type { TimelinePage } from '../../../src/server/shapes/timeline.ts';
import { paletteOf } from '../../charts/heat/palette.ts';
import type { Scene } from '../../charts/heat/scene.ts';
import { type Sections, sectionsOf } from '../../charts/heat/sections.ts';
import type { TimeView } from '../../charts/view.ts';
import { offsetsOf } from '../../charts/zone.ts';
import { useZone } from '../../data/case-line.ts';
import { useInk } from '../../parts/ink.ts';
import { useNarrow } from '../contacts/use-narrow.ts';
import { type Chosen, spanOf } from './chosen.tsx';
import { coverageOf, eventLabels, type NamedLane, statementLanes } from './scene-parts.ts';
import type { ShownBins } from './use-bins.ts';

/**
 * The scene, the lanes of coverage with their names, and where the sections stand.
 * @param brush what everything else is filtered by; null: nothing
 */
export function useScene(
  data: TimelinePage,
  limits: TimeView,
  shown: ShownBins | null,
  brush: TimeView | null,
  chosen: Chosen | null,
): { readonly scene: Scene; readonly lanes: readonly NamedLane[]; readonly sections: Sections } {
  const ink = useInk();
  const narrow = useNarrow();
  const zone = useZone();
  const offsetAt = useMemo(() => offsetsOf(zone), [zone]);
  const palette = useMemo(() => paletteOf(ink), [ink]);
  const { lanes, uncovered } = useMemo(() => coverageOf(data, limits, offsetAt), [data, limits, offsetAt]);
  const events = useMemo(() => eventLabels(data), [data]);
  const statements = useMemo(() => statementLanes(data), [data]);
  const rows = shown?.answer.pairs.length ?? 0;
  const sections = useMemo(
    () =>
      sectionsOf({
        eventLanes: Math.min(events.length, narrow ? 3 : 2),
        statements: statements.length,
        coverage: lanes.length,
        rows,
        narrow,
      }),
    [events, statements, lanes, rows, narrow],
  );
  const scene = useMemo(
    (): Scene => ({
      bins: shown?.bins ?? null,
      events,
      statements,
      coverage: lanes,
      uncovered,
      brush,
      chosen: chosen === null || shown === null ? null : spanOf(chosen, shown),
      sections,
      palette,
      offsetAt,
    }),
    [shown, events, statements, lanes, uncovered, brush, chosen, sections, palette, offsetAt],
  );
  return { scene, lanes, sections };
}
