/** The cell that is chosen, by pointer or keys: what is in it, in words, and the way to its contacts. */
import type { VNode } from 'preact';
import { binWords } from '../../charts/heat/asked.ts';
import { binAt, cellAt, firstCell } from '../../charts/heat/cells.ts';
import type { TimeView } from '../../charts/view.ts';
import { offsetsOf } from '../../charts/zone.ts';
import { useZone } from '../../data/case-line.ts';
import { Party } from '../../parts/party.tsx';
import { counted, grouped } from '../../text/number.ts';
import { instantFilter, withQuery } from '../contacts/asked.ts';
import { localText } from './local-text.ts';
import type { ShownBins } from './use-bins.ts';

/** A pair and an instant: whichever bin holds it now. */
export interface Chosen {
  readonly row: number;
  readonly at: number;
}

/** The chosen bin as a span for the picture; null where it is in no bin that is here. */
export function spanOf({ row, at }: Chosen, { bins }: ShownBins): { row: number; from: number; to: number } | null {
  const { edges, rows } = bins.cells;
  const bin = binAt(edges, at);
  return bin === null || row >= rows ? null : { row, from: edges[bin]!, to: edges[bin + 1]! };
}

/** The cell so many rows down, or so many cells that are not empty to the right. */
export function stepChosen(
  chosen: Chosen | null,
  rows: number,
  cells: number,
  shown: ShownBins | null,
  view: TimeView,
): Chosen | null {
  if (shown === null || shown.bins.cells.rows === 0) return null;
  const { bins } = shown;
  const { edges, start, bin } = bins.cells;
  if (chosen === null) return { row: 0, at: (view.from + view.to) / 2 };
  const row = Math.min(Math.max(chosen.row + rows, 0), bins.cells.rows - 1);
  if (cells === 0) return { row, at: chosen.at };
  const from = binAt(edges, chosen.at) ?? 0;
  const place = firstCell(bins.cells, row, cells > 0 ? from + 1 : from) + (cells > 0 ? 0 : -1);
  if (place < start[row]! || place >= start[row + 1]!) return { row, at: chosen.at };
  return { row, at: (edges[bin[place]!]! + edges[bin[place]! + 1]!) / 2 };
}

interface Props {
  readonly chosen: Chosen | null;
  readonly shown: ShownBins | null;
  readonly query: URLSearchParams;
}

/** One line under the chart. */
export function ChosenLine({ chosen, shown }: Props): VNode {
  const offsetAt = offsetsOf(useZone());
  const span = chosen === null || shown === null ? null : spanOf(chosen, shown);
  if (span === null || shown === null) {
    return (
      <p class="chosen fine" role="status">
        Wheel or pinch to zoom, drag to move, drag over the bars to choose a time for every page. Click a cell, or use{' '}
        <kbd>j</kbd> <kbd>k</kbd> <kbd>h</kbd> <kbd>l</kbd>, to see what is in it.
      </p>
    );
  }
  const { cells } = shown.bins;
  const pair = shown.answer.pairs[span.row]!;
  const cell = cellAt(cells, span.row, binAt(cells.edges, span.from)!);
  const contacts = cell === null ? 0 : cells.contacts[cell]!;
  const time = new URLSearchParams(pair.listed);
  for (const name of ['from', 'to', 'window']) time.delete(name);
  time.append('from', instantFilter(span.from));
  time.append('to', instantFilter(span.to - 1));
  return (
    <p class="chosen" role="status">
      <Party party={pair.a} /> and <Party party={pair.b} />, {localText(span.from, offsetAt, shown.answer.unit)} (
      {binWords(shown.answer.unit)}): <b>{contacts === 0 ? 'no contact' : counted(contacts, 'contact')}</b>
      {cell !== null && (
        <>
          , {grouped(cells.certain[cell]!)} for certain, {grouped(cells.undisclosed[cell]!)} undisclosed.{' '}
          <a href={withQuery('/contacts', time.toString())}>Show {contacts === 1 ? 'it' : 'them'}</a>
        </>
      )}
    </p>
  );
}
