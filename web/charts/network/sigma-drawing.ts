/** The network by WebGL: thousands of lines at once. It is loaded only when so many are asked for. */
import Sigma from 'sigma';
import { EdgeArrowProgram, EdgeDoubleArrowProgram, EdgeLineProgram } from 'sigma/rendering';
import type { Drawing, DrawingEvents, Inks, Picked } from './drawing.ts';
import { type DrawnGraph, graphOf } from './graph.ts';
import type { Picture } from './picture.ts';

/** Whether the browser has WebGL here: without a graphics card, or with one that is blocked, it has none. */
export function hasWebGl(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  // Contexts are few; this one is given back at once.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

/** Draws into a box; moves by wheel, drag and pinch. */
export function sigmaDrawing(box: HTMLElement, { onPick, onDrawn }: DrawingEvents): Drawing {
  let sigma: Sigma | null = null;
  let inks: Inks | null = null;
  let picked: Picked | null = null;
  const begin = (graph: DrawnGraph, of: Inks): Sigma => {
    const made = new Sigma(graph, box, {
      // Middle of the night, a window of no height: sigma would throw where there is merely nothing to draw.
      allowInvalidContainer: true,
      enableEdgeEvents: true,
      edgeProgramClasses: { line: EdgeLineProgram, arrow: EdgeArrowProgram, both: EdgeDoubleArrowProgram },
      defaultEdgeType: 'line',
      hideEdgesOnMove: false,
      labelFont: of.sans,
      labelSize: 12,
      labelRenderedSizeThreshold: 5,
      labelGridCellSize: 90,
      zIndex: true,
      stagePadding: 40,
      edgeReducer: (edge, looks) => (isBeside(graph, picked, edge) ? looks : { ...looks, hidden: true }),
      // The usual box around a name would be white on a dark page.
      defaultDrawNodeHover: (context, data, settings) => {
        settings.defaultDrawNodeLabel(context, { ...data, label: data.label }, settings);
      },
    });
    made.once('afterRender', onDrawn);
    made.on('clickEdge', ({ edge }) => onPick({ kind: 'edge', place: Number(edge) }));
    made.on('clickNode', ({ node }) => onPick({ kind: 'node', place: Number(node) }));
    made.on('clickStage', () => onPick(null));
    return made;
  };
  return {
    show(picture: Picture, next, anew) {
      const graph = graphOf(picture, next);
      const camera = anew ? null : (sigma?.getCamera().getState() ?? null);
      sigma?.kill();
      sigma = begin(graph, next);
      inks = next;
      sigma.setSetting('labelColor', { color: inks.ink });
      if (camera !== null) sigma.getCamera().setState(camera);
    },
    pick(next) {
      picked = next;
      sigma?.refresh({ skipIndexation: true });
    },
    zoom(factor) {
      const camera = sigma?.getCamera();
      camera?.setState({ ratio: camera.ratio / factor });
    },
    fit: () => sigma?.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }),
    close() {
      sigma?.kill();
      sigma = null;
    },
  };
}

function isBeside(graph: DrawnGraph, picked: Picked | null, edge: string): boolean {
  if (picked === null) return true;
  return picked.kind === 'edge'
    ? edge === String(picked.place)
    : graph.extremities(edge).includes(String(picked.place));
}
