/** What people decided about findings, and whether it still holds. Pure. */
import { hash64 } from '../../bytes/hash.ts';
import type { Bounds } from '../../model/bounds.ts';
import type { Finding } from '../../model/finding.ts';
import type { CaseFiles, FindingDecision } from '../files/index.ts';

export type FindingStatus = 'open' | 'confirmed' | 'dismissed' | 'reopened';

/** Lists of ids that a finding rests on. */
const EVIDENCE = ['contacts', 'records', 'disclosures', 'statements'] as const;
type Evidence = (typeof EVIDENCE)[number];

/** How many ids of what came or went are kept of each kind. */
const LISTED = 20;

/** Some evidence: how much of it, and the first ids. */
interface Some {
  readonly count: number;
  readonly ids: readonly string[];
}

/** How the evidence of a finding differs from what was judged. */
export interface EvidenceChange {
  readonly before: Bounds | null;
  readonly after: Bounds;
  readonly came: { readonly [of in Evidence]?: Some };
  readonly went: { readonly [of in Evidence]?: Some };
}

/** The last decision about a finding, as the ledger keeps it. */
export interface FindingDecided {
  readonly kind: 'confirm' | 'dismiss';
  readonly who: string;
  /** ISO 8601 with offset. */
  readonly when: string;
  readonly why: string;
  /** Null while the evidence is what was judged. */
  readonly change: EvidenceChange | null;
}

/** What stands for a finding in decisions: its detector and its subject. */
export function anchorOf(finding: { readonly detector: string; readonly subject: string }): string {
  return JSON.stringify([finding.detector, finding.subject]);
}

/** Hash of what a finding rests on, 16 hex digits: a decision about it holds while this stays. */
export function evidenceOf(finding: Finding): string {
  const { bounds, grade } = finding;
  const text = JSON.stringify([bounds.min, bounds.max, grade, ...EVIDENCE.map((of) => [...finding[of]].sort())]);
  return hash64(text).toString(16).padStart(16, '0');
}

/** What people decided last about each finding, by its anchor; nothing where the last word was to undo. */
export function decidedFindings({ decisions }: Pick<CaseFiles, 'decisions'>): ReadonlyMap<string, FindingDecision> {
  const last = new Map<string, FindingDecision>();
  for (const decision of decisions.decisions) {
    if (decision.kind === 'undo') last.delete(anchorOf(decision.finding));
    if (decision.kind === 'confirm' || decision.kind === 'dismiss') last.set(anchorOf(decision.finding), decision);
  }
  return last;
}

/** What is in one list and not in the other. */
function without(list: readonly string[], other: readonly string[]): Some | null {
  const there = new Set(other);
  const ids = list.filter((id) => !there.has(id)).sort();
  return ids.length === 0 ? null : { count: ids.length, ids: ids.slice(0, LISTED) };
}

function changeOf({ finding: judged }: FindingDecision, finding: Finding): EvidenceChange {
  const sides = EVIDENCE.map((of) => {
    const before = judged[of] ?? finding[of];
    return { of, came: without(finding[of], before), went: without(before, finding[of]) };
  });
  const only = (side: 'came' | 'went'): EvidenceChange['came'] =>
    Object.fromEntries(sides.flatMap((found) => (found[side] === null ? [] : [[found.of, found[side]]])));
  return { before: judged.bounds ?? null, after: finding.bounds, came: only('came'), went: only('went') };
}

/**
 * How a finding stands.
 * @param decision the last one about it; undefined for none
 * @param evidence its evidenceOf
 */
export function standingOf(
  decision: FindingDecision | undefined,
  finding: Finding,
  evidence: string,
): { readonly status: FindingStatus; readonly decided: FindingDecided | null } {
  if (decision === undefined || decision.kind === 'undo') return { status: 'open', decided: null };
  const { kind, who, when, why } = decision;
  const holds = decision.finding.evidence === evidence;
  const status = kind === 'confirm' ? 'confirmed' : 'dismissed';
  return {
    status: holds ? status : 'reopened',
    decided: { kind, who, when, why, change: holds ? null : changeOf(decision, finding) },
  };
}
