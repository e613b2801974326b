/** Decisions that a build does not know: they take hold at the next one. Pure. */
import type { BuildReport } from '../build-report.ts';
import { type DecisionsFile, decisionHash, type FindingDecision } from '../files/index.ts';
import { anchorOf, decidedFindings, type FindingDecided } from '../stages/finding-decisions.ts';

/** How many decisions hold now and did not when the build was made, or the other way round. */
export function waitingDecisions({ decided = [] }: Pick<BuildReport, 'decided'>, now: DecisionsFile): number {
  const [had, has] = [new Set(decided.map(({ hash }) => hash)), new Set(now.decisions.map(decisionHash))];
  return [...has].filter((hash) => !had.has(hash)).length + [...had].filter((hash) => !has.has(hash)).length;
}

/** What was decided about a finding after a build. */
export interface PendingDecision {
  readonly kind: FindingDecision['kind'];
  readonly who: string;
  readonly when: string;
  readonly why: string;
}

/** Looks up what was decided about findings after the build that they are of. */
export class PendingFindings {
  readonly #now: ReadonlyMap<string, FindingDecision>;
  readonly #undone: ReadonlyMap<string, PendingDecision>;

  /** @param now decisions as they stand */
  constructor(now: DecisionsFile) {
    this.#now = decidedFindings({ decisions: now });
    const last = new Map<string, PendingDecision>();
    for (const { decision } of now.made) {
      if (decision.kind !== 'undo') continue;
      const about = 'finding' in decision ? decision.finding : findingOf(now, decision.decision);
      const { kind, who, when, why } = decision;
      if (about !== null) last.set(anchorOf(about), { kind, who, when, why });
    }
    this.#undone = last;
  }

  /**
   * @param finding of the ledger
   * @param decided what the ledger knows
   * @returns null where that is the last word
   */
  of(
    finding: { readonly detector: string; readonly subject: string },
    decided: FindingDecided | null,
  ): PendingDecision | null {
    const anchor = anchorOf(finding);
    const now = this.#now.get(anchor);
    if (now === undefined) return decided === null ? null : (this.#undone.get(anchor) ?? null);
    const isKnown =
      decided !== null && decided.kind === now.kind && decided.who === now.who && decided.when === now.when;
    if (isKnown && decided.why === now.why) return null;
    const { kind, who, when, why } = now;
    return { kind, who, when, why };
  }
}

/** The finding that a decision of a hash is about; null where it is about none. */
function findingOf({ made }: DecisionsFile, hash: string): FindingDecision['finding'] | null {
  const decision = made.find((each) => each.hash === hash)?.decision;
  return decision !== undefined && 'finding' in decision ? decision.finding : null;
}
