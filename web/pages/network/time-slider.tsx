/** The time of the network: two ends on one scale, which are the time filters of every page. */
import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { NetworkPage } from '../../../src/server/shapes/network.ts';
import { offsetsOf } from '../../charts/zone.ts';
import { useZone } from '../../data/case-line.ts';
import { setQuery } from '../../shell/place.ts';
import { spanFilters, TIME_FILTERS } from '../contacts/asked.ts';

interface Props {
  readonly data: NetworkPage;
  readonly query: URLSearchParams;
}

/** Steps of the scale: a twentieth of a percent each. */
const STEPS = 2000;

/** Milliseconds after the last move until it is asked. */
const REST = 150;

/** Null extent: nothing has a time, and there is no slider. */
export function TimeSlider({ data, query }: Props): VNode | null {
  const { extent, asked } = data;
  const offsetAt = offsetsOf(useZone());
  const id = useId();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [moving, setMoving] = useState<readonly [from: number, to: number] | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => setMoving(null), [asked.from, asked.to]);
  if (extent === null || extent.to <= extent.from) return null;
  const length = extent.to - extent.from;
  const stepOf = (epoch: number): number =>
    Math.min(STEPS, Math.max(0, Math.round(((epoch - extent.from) / length) * STEPS)));
  const epochOf = (step: number): number => extent.from + (step / STEPS) * length;
  const [from, to] = moving ?? [stepOf(asked.from ?? extent.from), stepOf(asked.to ?? extent.to)];
  const move = (next: readonly [number, number]): void => {
    setMoving(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const span = spanFilters({ from: epochOf(next[0]), to: epochOf(next[1]) + 1 }, offsetAt);
      const ends = { from: next[0] === 0 ? null : span.from, to: next[1] === STEPS ? null : span.to };
      setQuery({ ...ends, window: null }, 'replace');
    }, REST);
  };
  const day = (step: number): string => {
    const at = epochOf(step);
    return new Date((at + offsetAt(at)) * 1000).toISOString().slice(0, 10);
  };
  return (
    <fieldset class="time-slider">
      <legend>Time</legend>
      <label for={`${id}-from`} class="heard">
        from
      </label>
      <input
        id={`${id}-from`}
        type="range"
        min={0}
        max={STEPS}
        value={from}
        aria-valuetext={day(from)}
        onInput={(event) => move([Math.min(Number(event.currentTarget.value), to - 1), to])}
      />
      <label for={`${id}-to`} class="heard">
        to
      </label>
      <input
        id={`${id}-to`}
        type="range"
        min={0}
        max={STEPS}
        value={to}
        aria-valuetext={day(to)}
        onInput={(event) => move([from, Math.max(Number(event.currentTarget.value), from + 1)])}
      />
      <span class="number">
        {day(from)} to {day(to)}
      </span>
      <button
        type="button"
        class="quiet"
        disabled={!TIME_FILTERS.some((name) => query.has(name))}
        onClick={() => setQuery({ from: null, to: null, window: null })}
      >
        Any time
      </button>
    </fieldset>
  );
}
