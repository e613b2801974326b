/** /findings: what the detectors found, and one finding with both of its sides. */
import { questionCoverage } from '../../case/coverage.ts';
import { heldAgainst, noneCovered } from '../../case/views/coverage.ts';
import { evidenceLines } from '../../case/views/evidence-lines.ts';
import { type FindingView, viewsOfFindings } from '../../case/views/findings.ts';
import { untestedViews } from '../../case/views/untested.ts';
import { DETECTORS } from '../../detectors/list.ts';
import { FINDING_OF, type FindingRow as LedgerRow } from '../../ledger/queries/views/disclosures.ts';
import {
  FINDINGS_BESIDE,
  FINDINGS_BY_DETECTOR,
  FINDINGS_CHOSEN,
  FINDINGS_OF_NUMBERS,
  FINDINGS_PAGE,
} from '../../ledger/queries/workbench/findings.ts';
import { idText } from '../../model/ids.ts';
import { located } from '../asking/located.ts';
import { pagingOf, wordOf } from '../asking/paging.ts';
import type { Desk } from '../desk.ts';
import { dataRoute } from '../http/data.ts';
import type { Asked, Route } from '../http/exchange.ts';
import type { Opened } from '../opened.ts';
import type { FindingPage, FindingsPage } from '../shapes/finding.ts';
import { sidesOfFinding } from '../shaping/finding-sides.ts';
import { findingRows } from '../shaping/findings.ts';

const STATUSES = ['open', 'confirmed', 'dismissed', 'reopened'] as const;

async function noneText({ open, slow }: Opened): Promise<string> {
  const all = { between: null, and: null, from: null, to: null, channels: null };
  return noneCovered(open, await questionCoverage(slow, all));
}

async function list(desk: Desk, opened: Opened, { query }: Asked): Promise<FindingsPage> {
  const { open } = opened;
  const { ledger } = open;
  const { offset, limit } = pagingOf(query, 100, 500);
  const detectors = DETECTORS.map(({ name }) => name);
  const detector = wordOf(query, 'detector', detectors, '');
  const wanted = (query.get('status') ?? '').split(',');
  const statuses = STATUSES.filter((status) => wanted.includes(status)).join(',');
  const numbers = await ledger.rows<{ no: number }>(FINDINGS_PAGE, { detector, statuses, limit, offset });
  const [total] = await ledger.rows<{ findings: number }>(FINDINGS_CHOSEN, { detector, statuses });
  const byDetector = await ledger.rows<{ detector: string; findings: number }>(FINDINGS_BY_DETECTOR);
  const rows = await findingsOfNumbers(
    opened,
    numbers.map(({ no }) => no),
  );
  return {
    offset,
    total: total!.findings,
    rows: rows.map(findingRows(desk.decisions())),
    detectors: byDetector.map(({ detector: name, findings }) => ({
      name,
      question: DETECTORS.find((each) => each.name === name)?.question ?? '',
      findings,
    })),
    untested: await untestedViews(open, detector === '' ? null : detector),
    heldAgainst: heldAgainst(open),
    none: total!.findings === 0 ? await noneText(opened) : '',
  };
}

/** Findings of some numbers, in their order. @param numbers finding_no */
export async function findingsOfNumbers({ open }: Opened, numbers: readonly number[]): Promise<FindingView[]> {
  if (numbers.length === 0) return [];
  return viewsOfFindings(open, await open.ledger.rows<LedgerRow>(FINDINGS_OF_NUMBERS, { numbers: numbers.join('\n') }));
}

async function whole(desk: Desk, opened: Opened, no: number): Promise<FindingPage> {
  const { open } = opened;
  const [view] = await viewsOfFindings(open, await open.ledger.rows<LedgerRow>(FINDING_OF, { no }));
  const detector = DETECTORS.find(({ name }) => name === view!.detector);
  const beside = await open.ledger.rows<{ id: bigint; no: number }>(FINDINGS_BESIDE, { no });
  const at = (place: number): string | null => {
    const found = beside.find((each) => each.no === place);
    return found === undefined ? null : idText('finding', found.id);
  };
  const change = view!.decided?.change ?? null;
  return {
    finding: findingRows(desk.decisions())(view!),
    question: detector?.question ?? '',
    doc: detector?.doc ?? '',
    parameters: detector?.parameters ?? {},
    ...(await sidesOfFinding(opened, view!)),
    changed: change === null ? null : { before: change.before, after: change.after, lines: evidenceLines(change) },
    heldAgainst: heldAgainst(open),
    previous: at(no - 1),
    next: at(no + 1),
  };
}

/** Addresses of findings. */
export function findingsRoutes(desk: Desk): Route[] {
  return [
    dataRoute(desk, '/findings', (opened, asked) => list(desk, opened, asked)),
    dataRoute(desk, '/findings/:id', async (opened, { parts }) =>
      whole(desk, opened, await located(opened, 'finding', parts.id ?? '')),
    ),
  ];
}
