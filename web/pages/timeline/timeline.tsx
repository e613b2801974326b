/** The chart itself: canvas, names beside it, keys and gestures on it, and in words what is chosen. */
import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ContactsCount } from '../../../src/server/shapes/contact.ts';
import type { TimelinePage } from '../../../src/server/shapes/timeline.ts';
import { panned, type TimeView } from '../../charts/view.ts';
import { useData } from '../../data/use-data.ts';
import { ErrorBox } from '../../parts/notice.tsx';
import { setQuery } from '../../shell/place.ts';
import { filterQuery, TIME_FILTERS, withQuery } from '../contacts/asked.ts';
import { AsTable } from './as-table.tsx';
import { type Chosen, ChosenLine } from './chosen.tsx';
import { Legend } from './legend.tsx';
import { Names } from './names.tsx';
import { MOST_STATEMENTS } from './scene-parts.ts';
import { alike, seenIn, seenText } from './seen.ts';
import { TimelineTools } from './tools.tsx';
import { useBins } from './use-bins.ts';
import { useChartGestures } from './use-gestures.ts';
import { useScene } from './use-scene.ts';
import { useStage } from './use-stage.ts';
import { useTimelineKeys } from './use-timeline-keys.ts';

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
  useTimelineKeys({ stage, limits, chosen, choose, shown: bins.shown, offsetAt: scene.offsetAt });
  const shown = bins.shown;
  // Hundreds of names that stay the same while one zooms: looking through them would cost a frame.
  const names = useMemo(
    () => (
      <Names
        sections={sections}
        statements={data.statements.slice(0, MOST_STATEMENTS)}
        lanes={lanes}
        answer={shown?.answer ?? null}
      />
    ),
    [sections, data, lanes, shown],
  );
  return (
    <section class="timeline" aria-label="Pairs by time">
      <TimelineTools limits={limits} view={stage.view} seen={seen} move={stage.move} brushed={brush !== null} />
      {bins.fault !== null && <ErrorBox fault={bins.fault} />}
      <div class="chart" aria-busy={bins.waiting}>
        {names}
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
