/** Pairs by time: a heat matrix from years to minutes, with what happened, what was said, and what the records reach. */
import type { VNode } from 'preact';
import type { TimelinePage as Data } from '../../../src/server/shapes/timeline.ts';
import { useData } from '../../data/use-data.ts';
import { ChoiceFilter } from '../../parts/filters.tsx';
import { Empty, ErrorBox, Pending } from '../../parts/notice.tsx';
import { useTitle } from '../../shell/title.ts';
import { counted } from '../../text/number.ts';
import { filterQuery, TIME_FILTERS, withQuery } from '../contacts/asked.ts';
import { CountLine } from '../contacts/count-line.tsx';
import { ContactFilters } from '../contacts/filters.tsx';
import type { PageProps } from '../page.ts';
import { limitsOf } from './scene-parts.ts';
import { Timeline } from './timeline.tsx';
import './timeline.css';

const TOPS = [20, 40, 100, 200];

/** The timeline. What is brushed is the time filter of every other page, so the frame is asked for without it. */
export function TimelinePage({ query }: PageProps): VNode {
  useTitle('Timeline');
  const asked = useData<Data>(withQuery('/timeline.json', filterQuery(query, TIME_FILTERS)));
  const top = TOPS.find((count) => String(count) === query.get('top')) ?? 40;
  return (
    <>
      <h1>Timeline</h1>
      <ContactFilters query={query} choices={asked.data?.choices ?? null} />
      <CountLine asked={filterQuery(query)} />
      {asked.fault !== null ? (
        <ErrorBox fault={asked.fault} />
      ) : asked.data === null ? (
        <Pending lines={18} what="Loading the timeline" />
      ) : (
        <Frame data={asked.data} query={query} top={top} />
      )}
      {asked.data !== null && (
        <div class="timeline-foot no-print">
          <ChoiceFilter
            name="top"
            label="Pairs shown, those with most contacts first"
            query={query}
            any="40"
            options={TOPS.filter((count) => count !== 40).map((count) => ({
              value: String(count),
              text: String(count),
            }))}
          />
          {asked.data.undated > 0 && (
            <p class="fine">
              {counted(asked.data.undated, 'contact')} without a time, or with one that spans more than a year, stand
              nowhere here; they are in the <a href={withQuery('/contacts', filterQuery(query, TIME_FILTERS))}>list</a>.
            </p>
          )}
        </div>
      )}
    </>
  );
}

function Frame({
  data,
  query,
  top,
}: {
  readonly data: Data;
  readonly query: URLSearchParams;
  readonly top: number;
}): VNode {
  const limits = limitsOf(data);
  if (limits === null) {
    return (
      <Empty title="No contact with a time is left by these filters.">
        <p>Take a filter away: the field “Clear” removes all of them.</p>
      </Empty>
    );
  }
  // Other limits are another chart: the place that was seen in the old one may not exist in the new one.
  return <Timeline key={`${limits.from} ${limits.to}`} data={data} limits={limits} query={query} top={top} />;
}
