/** A contact in a list. */
import type { VNode } from 'preact';
import type { ContactRow } from '../../../src/server/shapes/contact.ts';
import { Ends, Marks } from '../../parts/party.tsx';
import { State } from '../../parts/state.tsx';
import { Time } from '../../parts/time.tsx';
import { Written } from '../../parts/written.tsx';
import { durationText, grouped } from '../../text/number.ts';
import { timeParts } from '../../text/time.ts';
import { GRID } from './grid-roles.ts';

/** The address of a contact's own page. */
export function contactAddress(id: string): string {
  return `/contacts/${encodeURIComponent(id)}`;
}

/** Heads of the cells that ContactCells gives. */
export function ContactHeads(): VNode {
  return (
    <>
      <span role={GRID.head}>When</span>
      <span role={GRID.head}>By</span>
      <span role={GRID.head}>Who with whom</span>
      <span role={GRID.head}>About</span>
      <span role={GRID.head}>State</span>
      <span role={GRID.head} class="number">
        Records
      </span>
    </>
  );
}

/** Cells of one contact; space for them while it is on its way. Grey where it does not count for certain. */
export function ContactCells({ row }: { readonly row: ContactRow | null }): VNode {
  if (row === null) {
    return (
      <span role={GRID.cell} class="cell-when">
        <span class="heard">on its way</span>
        <span class="cell-space" aria-hidden="true" />
      </span>
    );
  }
  const marks = [...row.from, ...row.to].flatMap(({ parties }) => parties.flatMap((party) => party.marks));
  const css = row.certain === false ? 'unsure ' : '';
  return (
    <>
      <span role={GRID.cell} class={`${css}cell-when`}>
        <a href={contactAddress(row.id)} tabIndex={-1}>
          <Time time={{ ...row.time, own: null }} />
        </a>
        {row.time.own !== null && <Own text={row.time.own} />}
      </span>
      <span role={GRID.cell} class={`${css}cell-by`}>
        {row.channel}
        {row.duration !== null && <span class="fine"> {durationText(row.duration)}</span>}
      </span>
      <span role={GRID.cell} class={`${css}cell-who`}>
        {/* In front, where it is seen however much of the names is cut off. */}
        {marks.length > 0 && <Marks marks={marks} />}
        <Who row={row} />
      </span>
      <span role={GRID.cell} class={`${css}cell-about`}>
        {row.subject !== null && <Written text={row.subject} limit={160} />}
        {row.flags.length > 0 && <span class="fine"> {row.flags.join(', ')}</span>}
        {row.certain === false && <span class="fine"> may count</span>}
      </span>
      <span role={GRID.cell} class="cell-state">
        <State state={row.state} />
      </span>
      <span role={GRID.cell} class="cell-records number">
        <a href={`/records/${encodeURIComponent(row.record)}`} tabIndex={-1}>
          {grouped(row.witnesses)}
          <span class="heard"> {row.witnesses === 1 ? 'record' : 'records, the first of them'}</span>
        </a>
      </span>
    </>
  );
}

/** The record's own time under the case's, without the words around it that a list has no room for. */
function Own({ text }: { readonly text: string }): VNode {
  const { day, clock, offset } = timeParts(text);
  return (
    <span class="cell-own">
      own {day} {clock} {offset}
    </span>
  );
}

/** From whom to whom; only between whom where nobody began it. */
export function Who({ row, link = true }: { readonly row: ContactRow; readonly link?: boolean }): VNode {
  return (
    <span class="who">
      {row.from.length > 0 && (
        <>
          <Ends ends={row.from} link={link} />
          <span aria-hidden="true"> → </span>
          <span class="heard"> to </span>
        </>
      )}
      <Ends ends={row.to} more={row.moreEnds} link={link} />
    </span>
  );
}
