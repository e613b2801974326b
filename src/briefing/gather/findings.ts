/** The findings of a case for a briefing, the heaviest first. */
import type { OpenCase } from '../../case/open.ts';
import { type FindingView, findingCount, findingViews } from '../../case/views/findings.ts';
import { sourcingOf } from '../../case/views/sourcing.ts';
import { DETECTORS } from '../../detectors/list.ts';
import type { BriefedFinding } from '../briefing.ts';
import { cutLine } from '../cut.ts';
import type { Notebook } from './notebook.ts';
import { type Replies, statementWheres } from './replies.ts';

/** Findings that a briefing holds. */
const MOST = 200;

export interface BriefedFindings {
  readonly standing: readonly BriefedFinding[];
  readonly dismissed: readonly BriefedFinding[];
  readonly leftOut: number;
}

/** Why it stands as it does, where a person said so. Who that was stays in the case. */
function reasonOf({ decided }: FindingView): string | null {
  if (decided === null) return null;
  const day = decided.when.slice(0, 10);
  const verb = decided.kind === 'confirm' ? 'Confirmed' : 'Dismissed';
  const again = decided.change === null ? '' : ' Open again: its evidence changed since.';
  return `${verb} on ${day}: ${cutLine(decided.why)}.${again}`.replace('..', '.');
}

async function briefed(
  open: OpenCase,
  view: FindingView,
  notebook: Notebook,
  replies: Replies,
): Promise<BriefedFinding> {
  const sourcing = await sourcingOf(open, view.contacts);
  const note = notebook.note({
    what: view.text,
    id: view.id,
    contacts: view.contacts,
    disclosures: view.disclosures,
    records: view.records,
    wheres: statementWheres(open, view.statements),
  });
  return {
    id: view.id,
    detector: view.detector,
    question: DETECTORS.find(({ name }) => name === view.detector)?.question ?? '',
    text: cutLine(view.text, 1200),
    bounds: view.bounds,
    grade: view.grade,
    // A finding about messages that nobody holds rests on no contact whose sourcing could be told.
    sourcing: view.contacts.length === 0 || sourcing.text === '' ? null : sourcing.text,
    status: view.status,
    reason: reasonOf(view),
    evidence: view.evidence,
    note,
    caveats: [],
    replies: replies.of(view.id),
  };
}

/** All findings, as far as a briefing holds them. @param wanted which are to be in it */
export async function findingsOf(
  open: OpenCase,
  notebook: Notebook,
  replies: Replies,
  wanted: (view: FindingView) => boolean,
): Promise<BriefedFindings> {
  const { findings } = await findingCount(open, null);
  const views = (await findingViews(open, null, findings)).filter(wanted);
  const standing = views.filter(({ status }) => status !== 'dismissed');
  const dismissed = views.filter(({ status }) => status === 'dismissed');
  const all: BriefedFinding[] = [];
  for (const view of [...standing.slice(0, MOST), ...dismissed.slice(0, MOST)])
    all.push(await briefed(open, view, notebook, replies));
  return {
    standing: all.filter(({ status }) => status !== 'dismissed'),
    dismissed: all.filter(({ status }) => status === 'dismissed'),
    leftOut: views.length - all.length,
  };
}
