/** The buttons of the chart, for those who have no wheel, and in words what is seen. */
import type { VNode } from 'preact';
import { panned, type TimeView, zoomed } from '../../charts/view.ts';
import { offsetsOf } from '../../charts/zone.ts';
import { useZone } from '../../data/case-line.ts';
import { setQuery } from '../../shell/place.ts';
import { spanFilters } from '../contacts/asked.ts';
import { localText } from './local-text.ts';

interface Props {
  readonly limits: TimeView;
  readonly view: () => TimeView;
  /** The view that rests, for the words. */
  readonly seen: TimeView;
  readonly move: (view: TimeView) => void;
  readonly brushed: boolean;
}

/** Zoom, move, brush. */
export function TimelineTools({ limits, view, seen, move, brushed }: Props): VNode {
  const offsetAt = offsetsOf(useZone());
  const unit = seen.to - seen.from > 4 * 86_400 ? 'day' : 'minute';
  const zoom = (factor: number): void => move(zoomed(view(), (view().from + view().to) / 2, factor, limits));
  const pan = (share: number): void => move(panned(view(), (view().to - view().from) * share, limits));
  const brush = (): void => setQuery(spanFilters(view(), offsetAt));
  return (
    <div class="timeline-tools">
      <p class="seen" role="status">
        {localText(seen.from, offsetAt, unit)} to {localText(seen.to, offsetAt, unit)}
      </p>
      <span class="tool-group no-print">
        <button type="button" class="quiet" onClick={() => pan(-0.5)} aria-label="earlier">
          ←
        </button>
        <button type="button" class="quiet" onClick={() => pan(0.5)} aria-label="later">
          →
        </button>
        <button type="button" class="quiet" onClick={() => zoom(0.5)} aria-label="zoom in">
          +
        </button>
        <button type="button" class="quiet" onClick={() => zoom(2)} aria-label="zoom out">
          −
        </button>
        <button type="button" class="quiet" onClick={() => move(limits)}>
          All
        </button>
        <button type="button" class="quiet" onClick={brush}>
          Filter by what is seen
        </button>
        <button
          type="button"
          class="quiet"
          disabled={!brushed}
          onClick={() => setQuery({ from: null, to: null, window: null })}
        >
          Any time
        </button>
      </span>
    </div>
  );
}
