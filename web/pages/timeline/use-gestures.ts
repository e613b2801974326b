/** The gestures of the chart, bound to what is drawn now. */
import { useEffect, useRef } from 'preact/hooks';
import type { OffsetAt } from '../../charts/calendar.ts';
import { laneAt, type Sections } from '../../charts/heat/sections.ts';
import { type TimeView, timeAt } from '../../charts/view.ts';
import { setQuery } from '../../shell/place.ts';
import { spanFilters } from '../contacts/asked.ts';
import type { Chosen } from './chosen.tsx';
import { listenForGestures } from './gestures.ts';
import type { ShownBins } from './use-bins.ts';
import type { Stage } from './use-stage.ts';

interface Bound {
  readonly limits: TimeView;
  readonly sections: Sections;
  readonly offsetAt: OffsetAt;
  readonly bins: ShownBins | null;
  readonly choose: (chosen: Chosen | null) => void;
  /** What is being brushed, while it is. */
  readonly setDragged: (span: TimeView | null) => void;
}

/** Wheel and drag move the view; a drag on the bars or the axis brushes; a click chooses a cell. */
export function useChartGestures(stage: Stage, bound: Bound): void {
  const now = useRef(bound);
  now.current = bound;
  useEffect(() => {
    const element = stage.canvas.current;
    if (element === null) return;
    return listenForGestures(element, {
      view: stage.view,
      move: stage.move,
      limits: () => now.current.limits,
      brushes: (y) => y < now.current.sections.axis.top + now.current.sections.axis.each,
      onBrush(span, done) {
        now.current.setDragged(done ? null : span);
        if (done) setQuery(spanFilters(span, now.current.offsetAt));
      },
      onPick(x, y) {
        const row = laneAt(now.current.sections.rows, y);
        const at = timeAt(stage.view(), element.clientWidth, x);
        now.current.choose(row === null ? null : { row, at });
      },
    });
  }, []);
}
