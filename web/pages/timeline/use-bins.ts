/** The bins for what is seen: asked for once the view rests, the old ones drawn stretched until the new ones come. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { TimelineBins } from '../../../src/server/shapes/timeline.ts';
import { type AskedBins, type BinName, binsFor } from '../../charts/heat/asked.ts';
import type { Bins } from '../../charts/heat/scene.ts';
import type { TimeView } from '../../charts/view.ts';
import { epoch } from '../../data/case-line.ts';
import { type Fault, faultOf } from '../../data/failure.ts';
import { getJson } from '../../data/fetch.ts';
import { useStore } from '../../data/store.ts';
import { binsOf } from './scene-parts.ts';

export interface ShownBins {
  readonly bins: Bins;
  readonly answer: TimelineBins;
}

interface Use {
  readonly shown: ShownBins | null;
  readonly waiting: boolean;
  readonly fault: Fault | null;
  /** Tells of a view on a chart of so many pixels; asks when other bins are needed for it. */
  readonly seen: (view: TimeView, width: number) => void;
}

/**
 * @param filters the question, without its time
 * @param top pairs
 */
export function useBins(filters: string, limits: TimeView, top: number): Use {
  const now = useStore(epoch);
  const [wanted, setWanted] = useState<AskedBins | null>(null);
  const [state, setState] = useState<{ key: string; shown: ShownBins | null; fault: Fault | null } | null>(null);
  const key = wanted === null ? null : addressOf(filters, wanted, top);
  const seen = useCallback(
    (view: TimeView, width: number): void => {
      const next = binsFor(view, limits, width);
      setWanted((before) => (before !== null && sameBins(before, next) ? before : next));
    },
    [limits],
  );
  useEffect(() => {
    if (key === null) return;
    const abort = new AbortController();
    getJson<TimelineBins>(key, abort.signal).then(
      (answer) => setState({ key, shown: { bins: binsOf(answer), answer }, fault: null }),
      (error: unknown) => {
        if (!abort.signal.aborted)
          setState((before) => ({ key, shown: before?.shown ?? null, fault: faultOf(error, key) }));
      },
    );
    return () => abort.abort();
  }, [key, now]);
  return {
    shown: state?.shown ?? null,
    waiting: key !== null && state?.key !== key,
    fault: state?.key === key ? (state?.fault ?? null) : null,
    seen,
  };
}

function addressOf(filters: string, { start, end, unit }: AskedBins, top: number): string {
  const query = new URLSearchParams(filters);
  const more: Readonly<Record<string, string | number>> = { start, end, bin: unit satisfies BinName, top };
  for (const [name, value] of Object.entries(more)) query.append(name, String(value));
  return `/timeline/bins.json?${query}`;
}

function sameBins(one: AskedBins, other: AskedBins): boolean {
  return one.start === other.start && one.end === other.end && one.unit === other.unit;
}
