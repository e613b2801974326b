/** When a party begins contacts: the week by the hour, in its own time. Squares grow with their number, so no colour is needed. */
import type { VNode } from 'preact';
import type { Rhythm as Data } from '../../../src/server/shapes/people.ts';
import { useZone } from '../../data/case-line.ts';
import { counted } from '../../text/number.ts';
import { byDay, DAYS, rhythmWords } from '../../text/rhythm.ts';

const CELL = 22;
const LEFT = 40;
const TOP = 18;

/** The picture with its words; nothing where there is no contact with a time of day. */
export function Rhythm({ rhythm }: { readonly rhythm: Data }): VNode | null {
  const zone = useZone();
  const most = Math.max(...rhythm.contacts);
  if (most <= 0) return null;
  const words = rhythmWords(rhythm.contacts);
  return (
    <>
      <h2 id="rhythm">Its week</h2>
      <figure class="rhythm">
        <figcaption>
          When it begins contacts, by its own clock: {words}. The hour is that of the record’s own offset for{' '}
          {counted(rhythm.ownOffset, 'contact')}
          {rhythm.caseZone > 0 && `, of ${zone} for ${counted(rhythm.caseZone, 'contact')} without one`}
          {rhythm.without > 0 && `; ${counted(rhythm.without, 'contact')} without a time of day left out`}.
        </figcaption>
        <svg viewBox={`0 0 ${LEFT + 24 * CELL} ${TOP + 7 * CELL}`} role="img" aria-label={words}>
          {[0, 3, 6, 9, 12, 15, 18, 21].map((hour) => (
            <text key={hour} x={LEFT + hour * CELL} y={11} class="tick-text tick-hour">
              {hour}:00
            </text>
          ))}
          {byDay(rhythm.contacts).map((row, day) => (
            <g key={DAYS[day]} transform={`translate(${LEFT} ${TOP + day * CELL})`}>
              <text x={-LEFT} y={CELL * 0.68} class="tick-text">
                {DAYS[day]}
              </text>
              <line x1={0} x2={24 * CELL} y1={CELL / 2} y2={CELL / 2} class="row-line" />
              {row.map((contacts, hour) => (
                <Square
                  key={hour}
                  contacts={contacts}
                  most={most}
                  x={hour * CELL}
                  title={`${DAYS[day]} ${hour}:00: ${contacts}`}
                />
              ))}
            </g>
          ))}
        </svg>
      </figure>
    </>
  );
}

interface SquareProps {
  readonly contacts: number;
  readonly most: number;
  readonly x: number;
  readonly title: string;
}

/** A square whose area is the number. */
function Square({ contacts, most, x, title }: SquareProps): VNode | null {
  if (contacts === 0) return null;
  const side = Math.max(3, (CELL - 3) * Math.sqrt(contacts / most));
  return (
    <rect class="square" x={x + (CELL - side) / 2} y={(CELL - side) / 2} width={side} height={side}>
      <title>{title}</title>
    </rect>
  );
}
