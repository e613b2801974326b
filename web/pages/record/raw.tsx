/** The bytes of the record as they stand in the file, the cited ones marked; long ones a window at a time. */
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RawWindow } from '../../../src/server/shapes/record.ts';
import { useData } from '../../data/use-data.ts';
import { Loaded } from '../../parts/notice.tsx';
import { Written } from '../../parts/written.tsx';
import { grouped } from '../../text/number.ts';

/** Bytes in one window: what a browser lays out at once without a pause, though it be one line. */
const WINDOW = 16_384;

/** Opened on demand; asks for nothing before. */
export function RawRecord({ id }: { readonly id: string }): VNode {
  const [open, setOpen] = useState(true);
  return (
    <details class="raw" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>As it stands in the file</h2>
      </summary>
      {open && <Windows key={id} id={id} />}
    </details>
  );
}

function Windows({ id }: { readonly id: string }): VNode {
  const [trail, setTrail] = useState<readonly number[]>([0]);
  const path = `/records/${encodeURIComponent(id)}/raw`;
  const asked = useData<RawWindow>(`${path}.json?offset=${trail.at(-1)!}&length=${WINDOW}`);
  return (
    <Loaded asked={asked} lines={12}>
      {(raw) => (
        <>
          {raw.fault !== null && <p class="unsure">{raw.fault}</p>}
          <p class="fine">
            <Where raw={raw} />{' '}
            <a href={path} download>
              Download the cited bytes
            </a>
          </p>
          <Bytes key={raw.offset} raw={raw} />
          {(trail.length > 1 || raw.next !== null) && (
            <p class="no-print">
              <button
                type="button"
                class="quiet"
                disabled={trail.length < 2}
                onClick={() => setTrail(trail.slice(0, -1))}
              >
                ← bytes before
              </button>{' '}
              <button
                type="button"
                class="quiet"
                disabled={raw.next === null}
                onClick={() => raw.next !== null && setTrail([...trail, raw.next])}
              >
                next bytes →
              </button>
            </p>
          )}
        </>
      )}
    </Loaded>
  );
}

/** Which bytes are shown, the last one among them, as citations count. */
function Where({ raw }: { readonly raw: RawWindow }): VNode {
  if (raw.total === 0) return <>No bytes are cited.</>;
  return (
    <>
      Bytes {grouped(raw.at)}–{grouped(raw.at + Math.max(raw.length, 1) - 1)} of the file, as {raw.encoding}; the record
      has {grouped(raw.total)}.
    </>
  );
}

/** The text of a window, scrolled to where the cited bytes begin: a few lines of what stands before them stay in sight. */
function Bytes({ raw }: { readonly raw: RawWindow }): VNode {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const cited = box.current?.querySelector<HTMLElement>('mark');
    if (box.current !== null && cited != null) box.current.scrollTop = cited.offsetTop - 60;
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section ref={box} class="raw-text" tabIndex={0} aria-label="raw bytes as text">
      <pre>
        {raw.pieces.map((piece, place) =>
          piece.cited ? (
            <mark key={place} class="cited">
              <Written text={piece.text} limit={WINDOW * 2} />
            </mark>
          ) : (
            <span key={place} class="context">
              <Written text={piece.text} limit={WINDOW * 2} />
            </span>
          ),
        )}
      </pre>
    </section>
  );
}
