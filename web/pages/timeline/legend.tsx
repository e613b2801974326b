/** What the marks of the chart say. */
import type { VNode } from 'preact';
import { binWords } from '../../charts/heat/asked.ts';
import type { Palette } from '../../charts/heat/palette.ts';
import { legendOf } from '../../charts/heat/shades.ts';
import { cssOf } from '../../charts/ramp.ts';
import { grouped } from '../../text/number.ts';
import type { ShownBins } from './use-bins.ts';

interface Props {
  readonly shown: ShownBins | null;
  readonly palette: Palette;
}

/** Shades with their counts, what is not certain, what is undisclosed, what is not covered. */
export function Legend({ shown, palette }: Props): VNode {
  const steps = shown === null ? [] : legendOf(shown.bins.scale);
  return (
    <div class="legend fine">
      <p>
        Contacts of a pair in {shown === null ? 'a bin' : binWords(shown.answer.unit)}:{' '}
        {steps.map(({ shade, from, to }) => (
          <span key={to} class="legend-step">
            <span class="swatch" style={{ background: cssOf(palette.certainShades[shade]!) }} aria-hidden="true" />
            {from === to ? grouped(to) : `${grouped(from)}–${grouped(to)}`}
          </span>
        ))}
      </p>
      <p>
        <span class="legend-step">
          <span class="swatch half" style={{ background: cssOf(palette.unsureShades[4]!) }} aria-hidden="true" />
          half as high, grey: may count, none for certain
        </span>
        <span class="legend-step">
          <span class="swatch foot" style={{ background: palette.ink }} aria-hidden="true" />
          line underneath: at least one undisclosed
        </span>
        <span class="legend-step">
          <span class="swatch hatched" aria-hidden="true" />
          no record reaches there
        </span>
        <span class="legend-step">
          <span class="swatch full" aria-hidden="true" />
          records declared complete
        </span>
        <span class="legend-step">
          <span class="swatch thin" aria-hidden="true" />
          records seen, not declared complete
        </span>
      </p>
      {shown !== null && shown.answer.coarse > 0 && (
        <p>
          {grouped(shown.answer.coarse)} of the contacts have a time that reaches over several bins; they stand in the
          first of them.
        </p>
      )}
      {shown !== null && shown.answer.morePairs > 0 && (
        <p>{grouped(shown.answer.morePairs)} more pairs are not shown; the bars on top count them too.</p>
      )}
    </div>
  );
}
