/** /overview: the question and its answer, the story, the heaviest findings, what is covered, what changed. */
import { sinceBuild } from '../../case/changes.ts';
import { CaseError } from '../../case/error.ts';
import { conflictText } from '../../case/files/index.ts';
import { storyView } from '../../case/story.ts';
import { findingCount, findingViews } from '../../case/views/findings.ts';
import { reviewQueue } from '../../case/views/people-review.ts';
import { saidView } from '../../case/views/said.ts';
import { problemCounts } from '../../case/views/status.ts';
import type { Desk } from '../desk.ts';
import { dataRoute } from '../http/data.ts';
import type { Route } from '../http/exchange.ts';
import { type Opened, once } from '../opened.ts';
import type { Changes, OverviewPage, Story } from '../shapes/overview.ts';
import { calendarOf } from '../shaping/calendar.ts';
import { changesOf } from '../shaping/changes.ts';
import { findingRows } from '../shaping/findings.ts';
import { headlineAnswer } from '../shaping/headline.ts';
import { storyOf } from '../shaping/story.ts';

const FINDINGS = 12;
const ADVICE =
  'case.yaml names no two sides: write a headline with between and and, and the number stands here after the next build';

async function overview(desk: Desk, opened: Opened): Promise<OverviewPage> {
  const { open, slow } = opened;
  const { build, files } = open;
  const answer = await headlineAnswer(opened);
  const { findings, standing } = await findingCount(open, null);
  const decisions = desk.decisions();
  const withDecisions = { ...slow, files: { ...slow.files, decisions } };
  return {
    question: files.case.question ?? null,
    answer,
    advice: answer === null ? ADVICE : '',
    findings: (await findingViews(open, null, FINDINGS)).map(findingRows(decisions)),
    findingsInAll: findings,
    findingsStanding: standing,
    coverage: await calendarOf(opened),
    totals: {
      sources: files.case.sources.length,
      records: build.records,
      contacts: build.contacts,
      parties: build.parties,
      disclosures: build.disclosures,
      problems: build.problems,
    },
    problems: await problemCounts(open),
    statements: (await saidView(open)).claims,
    reviews: (await reviewQueue(withDecisions, 0)).all,
  };
}

/** The story; a fault of it is told in its place, since everything else of the page stands without it. */
async function story({ slow }: Opened): Promise<Story | null> {
  try {
    const view = await storyView(slow);
    return view === null ? null : storyOf(slow, view);
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    const { title, published, toldBy } = slow.files.story;
    return {
      title: title ?? null,
      published: published ?? null,
      toldBy: toldBy ?? null,
      sentences: [],
      wordsInAll: 0,
      wordsCoded: 0,
      fault: error.message,
    };
  }
}

async function changes(desk: Desk, { open }: Opened): Promise<Changes> {
  const { conflicts } = desk.decisions();
  return { ...changesOf(open.build), since: sinceBuild(open), conflicts: conflicts.map(conflictText) };
}

/** Addresses of the overview. */
export function overviewRoutes(desk: Desk): Route[] {
  return [
    dataRoute(desk, '/overview', (opened) => overview(desk, opened)),
    dataRoute(desk, '/overview/story', (opened) => once(opened, 'story', () => story(opened))),
    dataRoute(desk, '/overview/changes', (opened) => changes(desk, opened)),
  ];
}
