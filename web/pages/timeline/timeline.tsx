/** The chart itself: canvas, names beside it, keys and gestures on it, and in words what is chosen. */
import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ContactsCount } from '../../../src/server/shapes/contact.ts';
import type { TimelinePage } from '../../../src/server/shapes/timeline.ts';
import type { OffsetAt } from '../../charts/calendar.ts';
import { paletteOf } from '../../charts/heat/palette.ts';
import type { Scene } from '../../charts/heat/scene.ts';
import { type Sections, sectionsOf } from '../../charts/heat/sections.ts';
import { panned, type TimeView, zoomed } from '../../charts/view.ts';
import { offsetsOf } from '../../charts/zone.ts';
import { useZone } from '../../data/case-line.ts';
import { useData } from '../../data/use-data.ts';
import { useInk } from '../../parts/ink.ts';
import { ErrorBox } from '../../parts/notice.tsx';
import { useKeys } from '../../shell/keys.ts';
import { setQuery } from '../../shell/place.ts';
import { filterQuery, spanFilters, TIME_FILTERS, withQuery } from '../contacts/asked.ts';
import { useNarrow } from '../contacts/use-narrow.ts';
import { AsTable } from './as-table.tsx';
import { type Chosen, ChosenLine, spanOf, stepChosen } from './chosen.tsx';
import { Legend } from './legend.tsx';
import { Names } from './names.tsx';
import { coverageOf, eventLabels, MOST_STATEMENTS, type NamedLane, statementLanes } from './scene-parts.ts';
import { alike, seenIn, seenText } from './seen.ts';
import { TimelineTools } from './tools.tsx';
import { type ShownBins, useBins } from './use-bins.ts';
import { useChartGestures } from './use-gestures.ts';
import { useStage } from './use-stage.ts';

interface Props {
  readonly data: TimelinePage;
  readonly limits: TimeView;
  readonly query: URLSearchParams;
  readonly top: number;
}

/** One chart over fixed limits. */
export function Timeline({ data, limits, query, top }: Props): VNode {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [dragged, setDragged] = useState<TimeView | null>(null);
  const [seen, setSeen] = useState(() => seenIn(query, limits));
  const filters = filterQuery(query, TIME_FILTERS);
  const bins = useBins(filters, limits, top);
  const brushed = useBrush(query, limits);
  const brush = dragged ?? brushed;
  const { scene, lanes, sections } = useScene(data, limits, bins.shown, brush, chosen);
  const stage = useStage(scene, seen, (view, width) => {
    bins.seen(view, width);
    setSeen(view);
    const text = alike(view, limits) ? null : seenText(view);
    if (text !== query.get('seen')) setQuery({ seen: text }, 'replace');
  });
  useFollowedAddress(query, limits, stage.view, stage.move);
  const choose = (next: Chosen | null): void => {
    setChosen(next);
    const view = stage.view();
    if (next !== null && (next.at < view.from || next.at > view.to)) {
      stage.move(panned(view, next.at - (view.from + view.to) / 2, limits));
    }
  };
  useChartGestures(stage, { limits, sections, offsetAt: scene.offsetAt, bins: bins.shown, choose, setDragged });
  useTimelineKeys(stage.view, stage.move, limits, chosen, choose, bins.shown, scene.offsetAt);
  const shown = bins.shown;
  return (
    <section class="timeline" aria-label="Pairs by time">
      <TimelineTools limits={limits} view={stage.view} seen={seen} move={stage.move} brushed={brush !== null} />
      {bins.fault !== null && <ErrorBox fault={bins.fault} />}
      <div class="chart" aria-busy={bins.waiting}>
        <Names
          sections={sections}
          statements={data.statements.slice(0, MOST_STATEMENTS)}
          lanes={lanes}
          answer={shown?.answer ?? null}
        />
        <div ref={stage.frame} class="chart-frame" style={{ height: `${sections.height}px` }}>
          {/* What it shows is in words and tables around it; the keys are on the sheet. */}
          <canvas ref={stage.canvas} role="img" aria-label="Heat matrix of pairs by time: see the table below it" />
        </div>
      </div>
      <ChosenLine chosen={chosen} shown={shown} query={query} />
      <Legend shown={shown} palette={scene.palette} />
      {data.statements.length > MOST_STATEMENTS && (
        <p class="fine">
          {data.statements.length - MOST_STATEMENTS} more statements: <a href="/statements">all of them</a>.
        </p>
      )}
      <AsTable shown={shown} seen={seen} />
    </section>
  );
}

/** What the time filters of the address come to, as the server reads them; null: no time is chosen. */
function useBrush(query: URLSearchParams, limits: TimeView): TimeView | null {
  const some = TIME_FILTERS.some((name) => query.has(name));
  const asked = useData<ContactsCount>(some ? withQuery('/contacts/count.json', filterQuery(query)) : null).data?.asked;
  const [from, to] = [asked?.from ?? null, asked?.to ?? null];
  return useMemo(
    () => (!some || (from === null && to === null) ? null : { from: from ?? limits.from, to: (to ?? limits.to) + 1 }),
    [some, from, to, limits],
  );
}

function useScene(
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

/** Back and Forward move the chart too: what the address says is seen. */
function useFollowedAddress(
  query: URLSearchParams,
  limits: TimeView,
  view: () => TimeView,
  move: (view: TimeView) => void,
): void {
  useEffect(() => {
    const asked = seenIn(query, limits);
    if (!alike(asked, view())) move(asked);
  }, [query.get('seen')]);
}

function useTimelineKeys(
  view: () => TimeView,
  move: (view: TimeView) => void,
  limits: TimeView,
  chosen: Chosen | null,
  choose: (chosen: Chosen | null) => void,
  shown: ShownBins | null,
  offsetAt: OffsetAt,
): void {
  const middle = (): number => (chosen === null ? (view().from + view().to) / 2 : chosen.at);
  const zoom = (factor: number) => (): void => move(zoomed(view(), middle(), factor, limits));
  const pan = (share: number) => (): void => move(panned(view(), (view().to - view().from) * share, limits));
  const step = (rows: number, cells: number) => (): void => choose(stepChosen(chosen, rows, cells, shown, view()));
  useKeys('Timeline', [
    { keys: '+', does: 'zoom in', run: zoom(0.6) },
    { keys: '-', does: 'zoom out', run: zoom(1 / 0.6) },
    { keys: '0', does: 'all of the time', run: () => move(limits) },
    { keys: '[', does: 'earlier', run: pan(-0.4) },
    { keys: ']', does: 'later', run: pan(0.4) },
    { keys: 'j', does: 'next pair', run: step(1, 0) },
    { keys: 'k', does: 'pair before', run: step(-1, 0) },
    { keys: 'l', does: 'next contacts of the pair', run: step(0, 1) },
    { keys: 'h', does: 'contacts of the pair before', run: step(0, -1) },
    {
      keys: 'b',
      does: 'filter everything by the time that is seen',
      run: () => setQuery(spanFilters(view(), offsetAt)),
    },
    { keys: 'x', does: 'take the time filter away', run: () => setQuery({ from: null, to: null, window: null }) },
  ]);
}
