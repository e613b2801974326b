/** The picture: by WebGL where there are thousands of lines and the browser can, else by a plain canvas. */
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { canvasDrawing } from '../../charts/network/canvas-drawing.ts';
import type { Drawing, Inks, Picked } from '../../charts/network/drawing.ts';
import type { Picture } from '../../charts/network/picture.ts';
import { type Ink, useInk } from '../../parts/ink.ts';
import { useKeys } from '../../shell/keys.ts';

/**
 * Up to here the plain canvas draws: it has squares, dashes and letters, which are read in black and white and in print,
 * and which the programs of sigma do not have. Above nobody reads single lines, and WebGL moves them more smoothly.
 */
const MANY = 1500;

/** The code for so many lines; asked for early it comes together with the data. */
function sigmaCode(): Promise<typeof import('../../charts/network/sigma-drawing.ts')> {
  return import('../../charts/network/sigma-drawing.ts');
}

/** Loads what so many lines need, while they are still on their way. */
export function useDrawingCode(lines: number): void {
  useEffect(() => {
    // What fails here is told when it is needed.
    if (lines > MANY) sigmaCode().catch(() => {});
  }, [lines]);
}

interface Props {
  readonly picture: Picture;
  /** The layout of the whole time: with another one the picture is fitted into the box again. */
  readonly whole: unknown;
  readonly picked: Picked | null;
  readonly onPick: (picked: Picked | null) => void;
}

/** The board with its buttons. */
export function NetworkBoard({ picture, whole, picked, onPick }: Props): VNode {
  const box = useRef<HTMLDivElement>(null);
  const { drawing, plain } = useDrawing(box, picture.edges.length > MANY, onPick);
  const ink = useInk();
  const inks = useMemo(() => inksOf(ink), [ink]);
  const fitted = useRef<{ readonly drawing: Drawing; readonly whole: unknown } | null>(null);
  useEffect(() => {
    if (drawing === null) return;
    const before = fitted.current;
    fitted.current = { drawing, whole };
    drawing.show(picture, inks, before?.drawing !== drawing || before.whole !== whole);
  }, [drawing, picture, inks, whole]);
  useEffect(() => drawing?.pick(picked), [drawing, picked]);
  useKeys('Network', [
    { keys: '+', does: 'zoom in', run: () => drawing?.zoom(1.4) },
    { keys: '-', does: 'zoom out', run: () => drawing?.zoom(1 / 1.4) },
    { keys: '0', does: 'the whole picture', run: () => drawing?.fit() },
    { keys: 'Escape', does: 'choose nothing', run: () => onPick(null) },
  ]);
  return (
    <div class="network-board">
      <span class="network-zoom no-print">
        <button type="button" class="quiet" aria-label="zoom in" onClick={() => drawing?.zoom(1.4)}>
          +
        </button>
        <button type="button" class="quiet" aria-label="zoom out" onClick={() => drawing?.zoom(1 / 1.4)}>
          −
        </button>
        <button type="button" class="quiet" onClick={() => drawing?.fit()}>
          All
        </button>
      </span>
      <div ref={box} class="network-box" role="img" aria-label="Network of parties: the table below has the same" />
      {plain && (
        <p class="fine" role="note">
          This browser cannot use WebGL here, so a plain canvas draws the picture: it shows the same, and moves less
          smoothly.
        </p>
      )}
    </div>
  );
}

function useDrawing(
  box: { current: HTMLDivElement | null },
  many: boolean,
  onPick: (picked: Picked | null) => void,
): { readonly drawing: Drawing | null; readonly plain: boolean } {
  const [made, setMade] = useState<{ readonly drawing: Drawing; readonly plain: boolean } | null>(null);
  const picking = useRef(onPick);
  picking.current = onPick;
  useEffect(() => {
    let wanted = true;
    let drawing: Drawing | null = null;
    const begin = async (): Promise<void> => {
      const events = {
        onPick: (picked: Picked | null): void => picking.current(picked),
        // What measurements wait for.
        onDrawn: (): void => void performance.mark('network-drawn'),
      };
      const sigma = many ? await sigmaCode().catch(() => null) : null;
      if (!wanted || box.current === null) return;
      const fast = sigma?.hasWebGl() === true;
      drawing = fast && sigma !== null ? sigma.sigmaDrawing(box.current, events) : canvasDrawing(box.current, events);
      setMade({ drawing, plain: many && !fast });
    };
    void begin();
    return () => {
      wanted = false;
      drawing?.close();
      setMade(null);
    };
  }, [many]);
  return { drawing: made?.drawing ?? null, plain: made?.plain ?? false };
}

function inksOf({ paper, ink, soft, faint, certain, told, sans }: Ink): Inks {
  const tones = {
    undisclosed: certain,
    certain: soft,
    unsure: faint,
    mail: certain,
    call: told,
    met: ink,
    mixed: soft,
  };
  return { paper, ink, soft, tones, sans };
}
