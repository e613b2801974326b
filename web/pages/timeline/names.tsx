/** The names beside the lanes and rows of the chart: they are links and text, which a canvas has neither of. */
import type { VNode } from 'preact';
import type { StatementMark, TimelineBins } from '../../../src/server/shapes/timeline.ts';
import type { Section, Sections } from '../../charts/heat/sections.ts';
import { Party } from '../../parts/party.tsx';
import { Written } from '../../parts/written.tsx';
import { grouped } from '../../text/number.ts';
import type { NamedLane } from './scene-parts.ts';

interface Props {
  readonly sections: Sections;
  readonly statements: readonly StatementMark[];
  readonly lanes: readonly NamedLane[];
  readonly answer: TimelineBins | null;
}

/** All names, each at the height of its lane. */
export function Names({ sections, statements, lanes, answer }: Props): VNode {
  return (
    <div class="chart-names" style={{ height: `${sections.height}px` }}>
      <span class="chart-name wide-only" style={at(sections.totals, 0)}>
        all pairs
      </span>
      {statements.map(({ id, speaker, text, verdict }, lane) => (
        <span key={id} class="chart-name" style={at(sections.statements, lane)} title={`${speaker}: ${text}`}>
          <a href={`/statements/${encodeURIComponent(id)}`}>
            <Written text={speaker} limit={40} />: <Written text={text} limit={80} />
          </a>
          <span class="grade said-verdict">{verdict.replace('-', ' ')}</span>
        </span>
      ))}
      {lanes.map(({ channel }, lane) => (
        <span key={channel} class="chart-name fine" style={at(sections.coverage, lane)}>
          {channel} records
        </span>
      ))}
      {(answer?.pairs ?? []).map(({ a, b, contacts, listed }, row) => (
        <span key={`${a.key} ${b.key}`} class="chart-name pair" style={at(sections.rows, row)}>
          <span class="pair-names">
            <Party party={a} /> – <Party party={b} />
          </span>
          <a class="number" href={`/contacts?${listed}`} aria-label={`${grouped(contacts)} contacts of this pair`}>
            {grouped(contacts)}
          </a>
        </span>
      ))}
    </div>
  );
}

function at({ top, each }: Section, lane: number): { top: string; height: string } {
  return { top: `${top + lane * each}px`, height: `${each}px` };
}
