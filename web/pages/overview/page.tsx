/** The overview: the case's question, its answer with bounds, with whom, one to look at, and where to go on. */
import type { VNode } from 'preact';
import type { OverviewPage as Overview, StoryPage } from '../../../src/server/shapes/overview.ts';
import { useData } from '../../data/use-data.ts';
import { CoverageStrip } from '../../parts/coverage.tsx';
import { FindingList } from '../../parts/finding.tsx';
import { Empty, ErrorBox, Loaded, Pending } from '../../parts/notice.tsx';
import { Written } from '../../parts/written.tsx';
import { useTitle } from '../../shell/title.ts';
import { counted, grouped } from '../../text/number.ts';
import { Answer } from './answer.tsx';
import { ChangesSince } from './changes.tsx';
import { StoryChecked } from './story.tsx';
import { Totals } from './totals.tsx';
import './overview.css';

/** The first page of a case. */
export function OverviewPage(): VNode {
  useTitle('Overview');
  const asked = useData<Overview>('/overview.json');
  return (
    <Loaded asked={asked} lines={14} title="Overview">
      {(overview) => (
        <article class="overview">
          <h1>{overview.question === null ? 'Overview' : <Written text={overview.question} limit={400} />}</h1>
          {overview.answer === null ? (
            <Empty title="The case names no question that can be counted.">
              <p>
                <Written text={overview.advice} limit={1000} />
              </p>
            </Empty>
          ) : (
            <Answer answer={overview.answer} />
          )}
          <Below overview={overview} />
        </article>
      )}
    </Loaded>
  );
}

/**
 * What stands under the answer. The story is asked for after the answer, because every sentence is a question of its own,
 * and the rest waits for it, so that nothing moves under the eye when it comes.
 */
function Below({ overview }: { readonly overview: Overview }): VNode {
  const story = useData<StoryPage>('/overview/story.json');
  if (story.waiting && story.data === null)
    return <Pending lines={12} what="The story is being held against the records." />;
  return (
    <>
      <nav class="jumps no-print" aria-label="On this page">
        {story.data !== null && <a href="#story">Story</a>}
        <a href="#findings">Findings</a>
        <a href="#coverage">Coverage</a>
        <a href="#case">The case</a>
        <a href="#changes">Changes</a>
      </nav>
      {story.fault === null ? <StoryChecked story={story.data} /> : <ErrorBox fault={story.fault} />}
      <Findings overview={overview} />
      <h2 id="coverage">What the records and disclosures reach</h2>
      <CoverageStrip calendar={overview.coverage} />
      <Totals overview={overview} />
      <ChangesSince />
    </>
  );
}

function Findings({ overview }: { readonly overview: Overview }): VNode {
  const { findings, findingsInAll, findingsStanding } = overview;
  const more = findingsInAll - findings.length;
  return (
    <>
      <h2 id="findings">Findings, the heaviest first</h2>
      {findings.length === 0 ? (
        <p>
          Nothing was found by the detectors. See <a href="/sources">what the records reach</a> before that is taken for
          an answer.
        </p>
      ) : (
        <>
          <FindingList findings={findings} />
          <p>
            <a href="/findings">{more > 0 ? `All ${counted(findingsInAll, 'finding')}` : 'Findings with filters'}</a>
            <span class="grade">, {grouped(findingsStanding)} of them not dismissed</span>
          </p>
        </>
      )}
    </>
  );
}
