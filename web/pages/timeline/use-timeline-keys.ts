/** The keys of the timeline: everything that wheel, drag and click do. */
import type { OffsetAt } from '../../charts/calendar.ts';
import { panned, type TimeView, zoomed } from '../../charts/view.ts';
import { useKeys } from '../../shell/keys.ts';
import { setQuery } from '../../shell/place.ts';
import { spanFilters } from '../contacts/asked.ts';
import { type Chosen, stepChosen } from './chosen.tsx';
import type { ShownBins } from './use-bins.ts';
import type { Stage } from './use-stage.ts';

interface Bound {
  readonly stage: Stage;
  readonly limits: TimeView;
  readonly chosen: Chosen | null;
  readonly choose: (chosen: Chosen | null) => void;
  readonly shown: ShownBins | null;
  readonly offsetAt: OffsetAt;
}

/** Puts the keys in force. */
export function useTimelineKeys({ stage, limits, chosen, choose, shown, offsetAt }: Bound): void {
  const { view, move } = stage;
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
