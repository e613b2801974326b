/** What the last build changed. */
import type { BuildReport, CountChange } from '../../case/build-report.ts';
import { sideReferences } from '../../statements/claim.ts';
import type { BoundsChange, Changes } from '../shapes/overview.ts';

const sides = (side: string | null): string => (side === null ? 'anybody' : sideReferences(side).join(', '));

function questionText({ between, and, during }: CountChange): string {
  return `contacts between ${sides(between)} and ${sides(and)}${during === null ? '' : `, ${during}`}`;
}

/** Numbers and answers that differ from the build before, and why. */
export function changesOf({ changes, moved }: BuildReport): Omit<Changes, 'since' | 'conflicts'> {
  const counts = (moved?.counts ?? []).map(
    (count): BoundsChange => ({ what: questionText(count), before: count.before, after: count.after }),
  );
  const findings = (moved?.findings ?? []).map(
    ({ text, before, after }): BoundsChange => ({ what: text, before, after }),
  );
  return { numbers: changes, causes: moved?.causes ?? [], counts, findings };
}
