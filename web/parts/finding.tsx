/** Findings as they stand in a list. */
import type { VNode } from 'preact';
import type { FindingRow } from '../../src/server/shapes/finding-row.ts';
import { leadOf } from '../text/lead.ts';
import { Bounds } from './bounds.tsx';
import { Written } from './written.tsx';

/** Characters of a finding's text; the longest that a detector writes is some 900. */
const LONGEST = 1200;

/** Open, confirmed or dismissed, and what waits for the next build. */
export function FindingStatus({ finding }: { readonly finding: FindingRow }): VNode | null {
  const { status, waiting } = finding;
  if (waiting !== null) {
    const word = { confirm: 'confirmed', dismiss: 'dismissed', undo: 'taken back' }[waiting.kind];
    return <span class="status waiting-word">{word}, from the next build on</span>;
  }
  if (status === 'open') return null;
  return <span class={`status ${status}`}>{status === 'reopened' ? 'open again: its evidence changed' : status}</span>;
}

/** A finding's text: what is said first, and behind it, smaller, its reserves and figures. */
function FindingText({ finding }: { readonly finding: FindingRow }): VNode {
  const { lead, rest } = leadOf(finding.text);
  const words = <Written text={lead} limit={LONGEST} />;
  return (
    <>
      <p class="finding-lead">
        <a href={`/findings/${encodeURIComponent(finding.id)}`}>{words}</a>
        {finding.grade !== 'certain' && <span class="grade"> {finding.grade}</span>} <FindingStatus finding={finding} />
      </p>
      {rest !== '' && (
        <p class="fine">
          <Written text={rest} limit={LONGEST} />
        </p>
      )}
    </>
  );
}

/** Findings, the heaviest first, each with its count in front. */
export function FindingList({ findings }: { readonly findings: readonly FindingRow[] }): VNode {
  return (
    <ol class="finding-list">
      {findings.map((finding) => (
        <li
          key={finding.id}
          class={finding.grade === 'certain' && finding.status !== 'dismissed' ? 'finding' : 'finding unsure'}
        >
          <span class="finding-count">
            <Bounds of={finding.bounds} />
          </span>
          <div>
            <FindingText finding={finding} />
          </div>
        </li>
      ))}
    </ol>
  );
}
