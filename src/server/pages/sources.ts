/** /sources: what went in, what is wrong in it, and what it reaches. */
import { heldAgainst } from '../../case/views/coverage.ts';
import { problemCounts, problemPage, problemPlace, sourceViews } from '../../case/views/status.ts';
import { pagingOf, wordOf } from '../asking/paging.ts';
import type { Desk } from '../desk.ts';
import { dataRoute } from '../http/data.ts';
import type { Asked, Route } from '../http/exchange.ts';
import type { Opened } from '../opened.ts';
import type { SourcesPage } from '../shapes/sources.ts';
import { calendarOf } from '../shaping/calendar.ts';

async function sources(opened: Opened, { query }: Asked): Promise<SourcesPage> {
  const { open } = opened;
  const severity = wordOf(query, 'severity', ['', 'failed', 'doubtful', 'note'], '');
  const { offset, limit } = pagingOf(query, 100, 500);
  const kinds = await problemCounts(open);
  const total = kinds
    .filter((kind) => severity === '' || kind.severity === severity)
    .reduce((sum, { problems }) => sum + problems, 0);
  const problems = await problemPage(open, severity, limit, offset);
  return {
    sources: sourceViews(open),
    problems: {
      offset,
      total,
      rows: problems.map((problem) => ({
        severity: problem.severity,
        code: problem.code,
        message: problem.message,
        place: problemPlace(problem),
      })),
    },
    kinds,
    calendar: await calendarOf(opened),
    skipped: open.build.sources.flatMap(({ path, skipped }) =>
      skipped.map(({ rule, items }) => ({ source: path, rule, items })),
    ),
    heldAgainst: heldAgainst(open),
    decisionProblems: open.build.decisionProblems,
  };
}

/** The address of sources and problems. */
export function sourcesRoutes(desk: Desk): Route[] {
  return [dataRoute(desk, '/sources', sources)];
}
