/** What was decided about a finding, and how its evidence changed since. */
import type { EvidenceChange, FindingDecided } from '../../case/stages/finding-decisions.ts';
import { evidenceLines } from '../../case/views/evidence-lines.ts';
import type { Line } from '../frame/line.ts';
import type { Json } from '../frame/output.ts';

const WORDS = { confirm: 'Confirmed', dismiss: 'Dismissed' } as const;
type Side = EvidenceChange['came'];

/** The decision in words; nothing where there is none. */
export function decidedLines(decided: FindingDecided | null): Line[] {
  if (decided === null) return [];
  const { kind, who, when, why, change } = decided;
  const line = `  ${WORDS[kind]} by ${who}, ${when}: ${why}`;
  if (change === null) return [line];
  return [line, '  Open again: its evidence changed since.', ...evidenceLines(change).map((text) => `    ${text}`)];
}

/** The same for machines. */
export function decidedJson(decided: FindingDecided | null): Json {
  if (decided === null) return null;
  const { kind, who, when, why, change } = decided;
  const sides = (side: Side): Json =>
    Object.fromEntries(Object.entries(side).map(([of, { count, ids }]) => [of, { count, ids }]));
  if (change === null) return { kind, who, when, why, change: null };
  const { before, after, came, went } = change;
  return {
    kind,
    who,
    when,
    why,
    change: {
      before: before === null ? null : { min: before.min, max: before.max },
      after: { min: after.min, max: after.max },
      came: sides(came),
      went: sides(went),
    },
  };
}
