/** A list over millions of rows: only those on the screen exist, and the bar still reaches both ends. */
import type { ComponentChildren, VNode } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  type ListPlace,
  type ListSize,
  revealed,
  scrolledHeight,
  scrolledTo,
  scrollFor,
  stepped,
  windowsSeen,
} from '../../charts/row-window.ts';
import { useKeys } from '../../shell/keys.ts';
import { WINDOW } from './row-cache.ts';

interface Props {
  readonly label: string;
  /** What a row is, for the sheet of keys: `contact`. */
  readonly one: string;
  readonly rows: number;
  readonly rowHeight: number;
  /** The row that the keys are on. */
  readonly active: number;
  readonly onActive: (row: number) => void;
  readonly onOpen: (row: number) => void;
  /** Told which windows of rows are wanted, the most wanted first. */
  readonly onSeen: (windows: readonly number[]) => void;
  readonly head: ComponentChildren;
  readonly row: (place: number) => ComponentChildren;
}

/** Milliseconds after the last move until the bar is put where it belongs. */
const REST = 180;

/** Draws the rows that are seen; `row` gives the cells of one, null cells while it is on its way. */
export function LongList(props: Props): VNode {
  const { rows, rowHeight, active, label } = props;
  const { box, head, place, size } = usePlaceInList(props);
  const first = Math.floor(place.first);
  const step = (by: number): void => props.onActive(stepped(active, by, place, size));
  useKeys('List', [
    { keys: 'j', does: `next ${props.one}`, run: () => step(1) },
    { keys: 'k', does: `${props.one} before`, run: () => step(-1) },
    { keys: 'Enter', does: `open the ${props.one}`, run: () => props.onOpen(active) },
    { keys: 'g g', does: `first ${props.one}`, run: () => props.onActive(0) },
    { keys: 'G', does: `last ${props.one}`, run: () => props.onActive(rows - 1) },
  ]);
  const seen = Math.min(rows, Math.ceil(place.first + size.viewport / rowHeight)) - first;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that are drawn where they are seen
    <div
      class="long-list"
      role="grid"
      aria-label={label}
      aria-rowcount={rows + 1}
      aria-activedescendant={active >= first && active < first + seen ? `row-${active}` : undefined}
      tabIndex={0}
      onKeyDown={(event) => moveByKeys(event, props, step, Math.floor(size.viewport / rowHeight))}
    >
      {/* The head scrolls with the rows, so that its cells stand over theirs whatever room the bar takes. */}
      <div ref={box} class="list-box" role="presentation">
        {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names its active row */}
        {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
        <div ref={head} role="row" class="list-head" aria-rowindex={1}>
          {props.head}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
        <div role="rowgroup" style={{ height: `${scrolledHeight(size)}px` }}>
          <div
            role="presentation"
            class="list-seen"
            style={{ height: `${Math.min(size.viewport, rows * rowHeight)}px` }}
          >
            {Array.from({ length: Math.max(0, seen) }, (_, at) => first + at).map((at) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the grid's
              // biome-ignore lint/a11y/useFocusableInteractive: see the head
              // biome-ignore lint/a11y/useSemanticElements: see the grid
              <div
                key={at}
                id={`row-${at}`}
                role="row"
                class={at === active ? 'list-row active' : 'list-row'}
                aria-rowindex={at + 2}
                aria-selected={at === active}
                style={{ height: `${rowHeight}px`, transform: `translateY(${(at - place.first) * rowHeight}px)` }}
                onClick={() => props.onActive(at)}
              >
                {props.row(at)}
              </div>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

/** Which part of the list is seen: moved by scrolling, and by keys that take the active row out of sight. */
function usePlaceInList({ rows, rowHeight, active, onSeen }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const [viewport, setViewport] = useState(480);
  const [place, setPlace] = useState<ListPlace>({ first: 0, scroll: 0 });
  const size: ListSize = { rows, rowHeight, viewport };
  const now = useRef({ place, size });
  now.current = { place, size };
  const go = useCallback((next: ListPlace): void => {
    now.current.place = next;
    setPlace(next);
    if (box.current !== null && Math.abs(box.current.scrollTop - next.scroll) > 1) box.current.scrollTop = next.scroll;
  }, []);
  useLayoutEffect(() => {
    const element = box.current!;
    const measure = new ResizeObserver(() => setViewport(element.clientHeight - (head.current?.offsetHeight ?? 0)));
    measure.observe(element);
    let rest: ReturnType<typeof setTimeout> | undefined;
    const scrolled = (): void => {
      const { place: before, size: of } = now.current;
      if (Math.abs(element.scrollTop - before.scroll) < 1) return;
      const next = scrolledTo(before, element.scrollTop, of);
      now.current.place = next;
      setPlace(next);
      clearTimeout(rest);
      rest = setTimeout(() => go({ first: next.first, scroll: scrollFor(next.first, now.current.size) }), REST);
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      clearTimeout(rest);
      measure.disconnect();
      element.removeEventListener('scroll', scrolled);
    };
  }, [go]);
  useLayoutEffect(() => {
    const next = revealed(now.current.place, active, now.current.size);
    if (next !== now.current.place) go(next);
  }, [active, rows, rowHeight, viewport, go]);
  const wanted = windowsSeen(place, size, WINDOW).join(' ');
  useEffect(() => {
    // While the bar is dragged over a million rows nobody reads those in between.
    const timer = setTimeout(() => onSeen(wanted === '' ? [] : wanted.split(' ').map(Number)), 40);
    return () => clearTimeout(timer);
  }, [wanted, onSeen]);
  return { box, head, place, size };
}

/** The keys of the list itself, while it has the focus: those that would scroll it are steps of rows here. */
function moveByKeys(event: KeyboardEvent, { rows, onActive }: Props, step: (by: number) => void, page: number): void {
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    PageDown: () => step(page),
    PageUp: () => step(-page),
    Home: () => onActive(0),
    End: () => onActive(rows - 1),
  };
  const move = moves[event.key];
  if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  move();
}
