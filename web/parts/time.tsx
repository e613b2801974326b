/** Times: in the case's zone, the record's own beside it where it differs. */
import type { VNode } from 'preact';
import type { Time as Known } from '../../src/server/shapes/answer.ts';
import { timeEnds, timeParts, weekday } from '../text/time.ts';

interface Props {
  readonly time: Known;
  /** Shows seconds and the weekday. */
  readonly exact?: boolean;
}

function Moment({ text, exact }: { readonly text: string; readonly exact: boolean }): VNode {
  const { day, clock, offset } = timeParts(text, exact);
  return (
    <span class="moment">
      {exact && weekday(day) !== '' && `${weekday(day)} `}
      {day}
      {clock !== '' && <> {clock}</>}
      {/* The space is for what is copied and heard; the margin is for what is seen. */}
      {offset !== '' && <span class="offset"> {offset}</span>}
    </span>
  );
}

/** A time, no more exact than it is known; "unknown" where nothing is. */
export function Time({ time, exact = false }: Props): VNode {
  if (time.text === null) return <span class="time unsure">time unknown</span>;
  const [from, to] = timeEnds(time.text);
  return (
    <span class="time">
      <Moment text={from} exact={exact} />
      {to !== from && (
        <>
          {' to '}
          <Moment text={to} exact={exact} />
        </>
      )}
      {time.own !== null && (
        <span class="own" title="as the record itself has it">
          {' '}
          (own <Moment text={time.own} exact={exact} />)
        </span>
      )}
    </span>
  );
}
