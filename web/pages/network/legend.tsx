/** What lines and shapes of the network say. */
import type { VNode } from 'preact';

/** The legend for what lines tell apart. */
export function NetworkLegend({ by }: { readonly by: 'state' | 'channel' }): VNode {
  return (
    <ul class="legend network-legend fine">
      <li>
        <Line css={by === 'state' ? 'line-undisclosed' : 'line-mail'} mark={by === 'state'} />
        {by === 'state' ? 'at least one undisclosed' : 'mail (M)'}
      </li>
      {by === 'channel' && (
        <>
          <li>
            <Line css="line-call" />
            calls (C), texts (T)
          </li>
          <li>
            <Line css="line-met" />
            meetings (P), visits (V)
          </li>
        </>
      )}
      <li>
        <Line css="line-certain" />
        {by === 'state' ? 'none undisclosed' : 'several channels'}
      </li>
      <li>
        <Line css="line-unsure" />
        dashed: may count, none for certain
      </li>
      <li>thicker: more contacts; a point at the end of who was turned to</li>
      <li>■ the side that is asked about, ◆ the other one, filled: named in the case</li>
    </ul>
  );
}

function Line({ css, mark = false }: { readonly css: string; readonly mark?: boolean }): VNode {
  return (
    <svg class={css} viewBox="0 0 34 12" aria-hidden="true">
      <path d="M0 6h34" />
      {mark && <path class="mark" d="M13 2h8v8h-8z" />}
    </svg>
  );
}
