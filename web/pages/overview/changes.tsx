/** What the last build changed, and what is not in it yet. */
import type { VNode } from 'preact';
import type { BoundsChange, ChangesPage } from '../../../src/server/shapes/overview.ts';
import { useData } from '../../data/use-data.ts';
import { Written } from '../../parts/written.tsx';
import { boundsText, grouped } from '../../text/number.ts';

function moved(before: string | null, after: string | null): string {
  if (before === null) return `new: ${after ?? ''}`;
  return after === null ? `gone: ${before}` : `${before} → ${after}`;
}

function BoundsLine({ change }: { readonly change: BoundsChange }): VNode {
  const text = (bounds: BoundsChange['before']): string | null => (bounds === null ? null : boundsText(bounds));
  return (
    <li>
      <b>{moved(text(change.before), text(change.after))}</b> <Written text={change.what} limit={400} />
    </li>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): VNode {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>
          <Written text={line} limit={400} />
        </li>
      ))}
    </ul>
  );
}

/** Moved numbers and answers with why, and what waits for the next build. */
export function ChangesSince(): VNode | null {
  const { data, fault } = useData<ChangesPage>('/overview/changes.json');
  if (fault !== null || data === null) return null;
  const { numbers, causes, counts, findings, since, conflicts } = data;
  const nothing = numbers.length + counts.length + findings.length === 0;
  return (
    <section class="changes">
      <h2 id="changes">Since the build before</h2>
      {causes.length === 0 ? (
        nothing && <p>Nothing changed.</p>
      ) : (
        <p>
          {nothing ? 'No number moved. Taken up: ' : 'Because of '}
          <Written text={causes.join('; ')} limit={600} />
          {nothing ? '.' : ':'}
        </p>
      )}
      {!nothing && (
        <ul>
          {[...counts, ...findings].map((change) => (
            <BoundsLine key={change.what} change={change} />
          ))}
          {numbers.map(({ what, before, after }) => (
            <li key={what}>
              {moved(before === null ? null : grouped(before), after === null ? null : grouped(after))}{' '}
              <Written text={what} />
            </li>
          ))}
        </ul>
      )}
      {since.length > 0 && (
        <>
          <h3>Not in this build yet</h3>
          <Lines lines={since} />
          <p>
            Take it up with <code>backchannel build</code>.
          </p>
        </>
      )}
      {conflicts.length > 0 && (
        <>
          <h3>Decisions that contradict each other</h3>
          <Lines lines={conflicts} />
        </>
      )}
    </section>
  );
}
