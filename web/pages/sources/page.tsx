/** What went in, what of it could not be read, and which days it reaches. */
import type { VNode } from 'preact';
import type { ProblemRow, SourceRow, SourcesPage as Sources } from '../../../src/server/shapes/sources.ts';
import { useData } from '../../data/use-data.ts';
import { CoverageStrip } from '../../parts/coverage.tsx';
import { DefinitionLine } from '../../parts/definition.tsx';
import { ChoiceFilter, Filters } from '../../parts/filters.tsx';
import { Empty, Loaded } from '../../parts/notice.tsx';
import { Paging } from '../../parts/paging.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { Written } from '../../parts/written.tsx';
import { dataAddress } from '../../shell/route.ts';
import { useTitle } from '../../shell/title.ts';
import { counted, grouped } from '../../text/number.ts';
import type { PageProps } from '../page.ts';

/** Rows of a part, as the server gives them without a limit. */
const SIZE = 100;

const SIDES = { record: 'what happened', disclosed: 'what was disclosed' };

const SOURCES: readonly Column<SourceRow>[] = [
  {
    head: 'Source',
    name: '',
    heads: true,
    cell: ({ path, files }) => (
      <>
        <Written text={path} limit={160} />
        {files > 1 && <span class="grade"> {counted(files, 'file')}</span>}
      </>
    ),
  },
  { head: 'Shows', name: 'shows', cell: ({ side }) => (side === null ? 'not in this build' : SIDES[side]) },
  { head: 'Items', name: 'items', number: true, cell: ({ items, noun }) => `${grouped(items)} ${noun}` },
  { head: 'Read', name: 'read', number: true, cell: ({ read }) => grouped(read) },
  {
    head: 'Doubtful',
    name: 'doubtful',
    number: true,
    cell: ({ doubtful }) => (doubtful === 0 ? '–' : grouped(doubtful)),
  },
  {
    head: 'Failed',
    name: 'failed',
    number: true,
    cell: ({ failed }) => (failed === 0 ? '–' : <b>{grouped(failed)}</b>),
  },
  {
    head: 'Reaches',
    name: '',
    cell: ({ reach, firstProblem }) => (
      <>
        <Written text={reach} limit={300} />
        {firstProblem !== null && (
          <p class="fine">
            first problem: <Written text={firstProblem} limit={200} />
          </p>
        )}
      </>
    ),
  },
];

const PROBLEMS: readonly Column<ProblemRow>[] = [
  { head: 'How grave', name: '', tight: true, cell: ({ severity }) => severity },
  {
    head: 'What',
    name: '',
    heads: true,
    cell: ({ message, code }) => (
      <>
        <Written text={message} limit={300} /> <span class="grade">{code}</span>
      </>
    ),
  },
  { head: 'Where', name: '', cell: ({ place }) => <Written text={place} limit={200} /> },
];

/** Sources, the days that they reach, and their problems. */
export function SourcesPage({ query }: PageProps): VNode {
  useTitle('Sources and problems');
  const asked = useData<Sources>(dataAddress('/sources', query));
  return (
    <>
      <h1>Sources and problems</h1>
      <Loaded asked={asked}>
        {(page) => (
          <>
            {page.sources.length === 0 ? (
              <Empty title="The case has no source yet.">
                <p>
                  Put one in: <code>backchannel add FILE</code>, then <code>backchannel build</code>.
                </p>
              </Empty>
            ) : (
              <Table
                caption="Sources"
                columns={SOURCES}
                rows={page.sources}
                keyOf={({ path }, at) => `${path} ${at}`}
              />
            )}
            <h2 id="coverage">Days that are reached</h2>
            <CoverageStrip calendar={page.calendar} />
            <DefinitionLine heldAgainst={page.heldAgainst} />
            <Problems page={page} query={query} />
            <Skipped page={page} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Problems({ page, query }: { readonly page: Sources; readonly query: URLSearchParams }): VNode {
  const { problems, kinds, decisionProblems } = page;
  const severities = [...new Set(kinds.map(({ severity }) => severity))];
  return (
    <>
      <h2 id="problems">Problems</h2>
      {kinds.length === 0 ? (
        <p>Every item of every source was read, and none is doubtful.</p>
      ) : (
        <>
          <Filters names={['severity', 'offset']} query={query}>
            <ChoiceFilter
              name="severity"
              label="How grave"
              query={query}
              any="all"
              resets={['offset']}
              options={severities.map((value) => ({ value, text: value }))}
            />
          </Filters>
          <p class="fine">
            {kinds.map(({ code, problems: count }) => `${grouped(count)} ${code.replaceAll('-', ' ')}`).join(', ')}
          </p>
          <Table
            caption="Problems, the gravest first"
            columns={PROBLEMS}
            rows={problems.rows}
            keyOf={(_, at) => String(at)}
          />
          <Paging offset={problems.offset} total={problems.total} shown={problems.rows.length} size={SIZE} />
        </>
      )}
      {decisionProblems.length > 0 && (
        <>
          <h3>Lines of decisions.jsonl that could not be read</h3>
          <ul>
            {decisionProblems.map((line) => (
              <li key={line}>
                <Written text={line} limit={400} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Skipped({ page }: { readonly page: Sources }): VNode | null {
  if (page.skipped.length === 0) return null;
  return (
    <details class="fine">
      <summary>What was left out by rule</summary>
      <ul>
        {page.skipped.map(({ source, rule, items }) => (
          <li key={`${source} ${rule}`}>
            <Written text={source} limit={160} />: {grouped(items)} {rule}
          </li>
        ))}
      </ul>
    </details>
  );
}
