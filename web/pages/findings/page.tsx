/** All findings, the heaviest first. */
import type { VNode } from 'preact';
import type { FindingsPage as Findings } from '../../../src/server/shapes/finding.ts';
import { useData } from '../../data/use-data.ts';
import { DefinitionLine } from '../../parts/definition.tsx';
import { ChoiceFilter, Filters, ManyFilter } from '../../parts/filters.tsx';
import { FindingList } from '../../parts/finding.tsx';
import { Empty, Loaded } from '../../parts/notice.tsx';
import { Paging } from '../../parts/paging.tsx';
import { Written } from '../../parts/written.tsx';
import { dataAddress } from '../../shell/route.ts';
import { useTitle } from '../../shell/title.ts';
import { counted } from '../../text/number.ts';
import type { PageProps } from '../page.ts';

/** Rows of a part, as the server gives them without a limit. */
const SIZE = 100;

const STATUSES = ['open', 'reopened', 'confirmed', 'dismissed'].map((value) => ({ value, text: value }));

/** The list with its filters, and under it what could not be asked. */
export function FindingsPage({ query }: PageProps): VNode {
  useTitle('Findings');
  const asked = useData<Findings>(dataAddress('/findings', query));
  return (
    <>
      <h1>Findings</h1>
      <Loaded asked={asked}>
        {(findings) => (
          <>
            <Filters names={['detector', 'status', 'offset']} query={query}>
              <ChoiceFilter
                name="detector"
                label="Detector"
                query={query}
                any="all"
                resets={['offset']}
                options={findings.detectors.map(({ name, findings: count }) => ({
                  value: name,
                  text: `${name} (${count})`,
                }))}
              />
              <ManyFilter name="status" label="Status" query={query} resets={['offset']} options={STATUSES} />
            </Filters>
            <Question findings={findings} name={query.get('detector')} />
            {findings.rows.length === 0 ? <None findings={findings} /> : <FindingList findings={findings.rows} />}
            <Paging offset={findings.offset} total={findings.total} shown={findings.rows.length} size={SIZE} />
            <Below findings={findings} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Question({ findings, name }: { readonly findings: Findings; readonly name: string | null }): VNode {
  const detector = findings.detectors.find((one) => one.name === name);
  return (
    <p class="fine" role="status">
      {counted(findings.total, 'finding')}
      {detector !== undefined && <>: {detector.question}</>}
    </p>
  );
}

function None({ findings }: { readonly findings: Findings }): VNode {
  if (findings.detectors.length > 0)
    return (
      <Empty title="No finding has these filters.">
        <p>
          <a href="/findings">Show all of them.</a>
        </p>
      </Empty>
    );
  return (
    <Empty title="The detectors found nothing.">
      {findings.none !== '' && (
        <p>
          <Written text={findings.none} limit={2000} />
        </p>
      )}
      <p>
        See <a href="/sources">what the sources reach</a>: where nothing is covered, nothing can be found.
      </p>
    </Empty>
  );
}

function Below({ findings }: { readonly findings: Findings }): VNode {
  return (
    <>
      <DefinitionLine heldAgainst={findings.heldAgainst} />
      {findings.untested.length > 0 && (
        <details class="fine">
          <summary>What could not be asked of this case ({findings.untested.length})</summary>
          <ul>
            {findings.untested.map(({ detector, text }) => (
              <li key={`${detector} ${text}`}>
                <b>{detector}</b>: <Written text={text} limit={800} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
