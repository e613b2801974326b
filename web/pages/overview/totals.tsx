/** What went into the case, what is wrong in it, what was said in public, and what waits to be settled. */
import type { VNode } from 'preact';
import type { OverviewPage } from '../../../src/server/shapes/overview.ts';
import { Written } from '../../parts/written.tsx';
import { counted } from '../../text/number.ts';

/** Three short lists with links to their pages. */
export function Totals({ overview }: { readonly overview: OverviewPage }): VNode {
  const { totals, problems, statements, reviews } = overview;
  return (
    <div class="totals" id="case">
      <section>
        <h3>In this case</h3>
        <ul>
          <li>
            <a href="/sources">{counted(totals.sources, 'source')}</a>, {counted(totals.records, 'record')}
          </li>
          <li>
            <a href="/contacts?all=true">{counted(totals.contacts, 'contact')}</a> of{' '}
            <a href="/people">{counted(totals.parties, 'party', 'people and addresses')}</a>
          </li>
          <li>{counted(totals.disclosures, 'disclosure')}</li>
          <li>
            {reviews === 0 ? (
              'No question about who is who is open'
            ) : (
              <a href="/review">{counted(reviews, 'question')} about who is who, to be settled</a>
            )}
          </li>
        </ul>
      </section>
      <section>
        <h3>Problems in the sources</h3>
        {problems.length === 0 ? (
          <p>None.</p>
        ) : (
          <ul>
            {problems.map(({ severity, code, problems }) => (
              <li key={`${severity} ${code}`}>
                <a href={`/sources?severity=${severity}`}>
                  {counted(problems, severity === 'note' ? 'note' : severity, severity === 'note' ? 'notes' : severity)}
                </a>
                : {code.replaceAll('-', ' ')}
              </li>
            ))}
          </ul>
        )}
      </section>
      {statements.length > 0 && (
        <section>
          <h3>Said in public</h3>
          <ul>
            {statements.map(({ statement, speaker, verdict }, at) => (
              <li key={`${statement} ${at}`}>
                <a href={`/statements/${encodeURIComponent(statement)}`}>
                  <Written text={statement} limit={80} />
                </a>
                : <b>{verdict}</b>{' '}
                <span class="grade">
                  <Written text={speaker} limit={80} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
