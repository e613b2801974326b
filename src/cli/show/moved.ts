/** What decisions did to the answers: counts and findings before and after, and decisions that contradict each other. */
import type { CountChange, Moved } from '../../case/build-report.ts';
import { conflictText } from '../../case/files/index.ts';
import type { OpenCase } from '../../case/open.ts';
import { type Bounds, boundsText } from '../../model/bounds.ts';
import { sideReferences } from '../../statements/claim.ts';
import { countText } from '../frame/cell.ts';
import type { Line } from '../frame/line.ts';

/** Causes that are named; the others are counted. */
const SHOWN_CAUSES = 12;

const boundsOr = (bounds: Bounds | null): string => (bounds === null ? 'none' : boundsText(bounds));

/** What a question is about, as its two sides and its time. */
function questionText({ between, and, during, id }: CountChange): string {
  const sides = (side: string | null): string => (side === null ? 'anybody' : sideReferences(side).join(', '));
  const when = during === null ? '' : `, ${during}`;
  return `contacts between ${sides(between)} and ${sides(and)}${when} (${id.slice(0, 6)})`;
}

/** Which answers the last build moved, and why. */
export function movedLines(moved: Moved | undefined): Line[] {
  if (moved === undefined) return [];
  const { causes, asked, counts, findings } = moved;
  const more = causes.length - SHOWN_CAUSES;
  return [
    '  What the last build took in:',
    ...causes.slice(0, SHOWN_CAUSES).map((cause) => `    ${cause}`),
    ...(more > 0 ? [`    and ${countText(more)} more`] : []),
    counts.length === 0
      ? `  No count of the ${countText(asked)} that were asked again moved.`
      : `  Counts that moved by it, of ${countText(asked)} that were asked again:`,
    ...counts.map((count): Line => `    ${questionText(count)}: ${boundsOr(count.before)} → ${boundsOr(count.after)}`),
    ...(findings.length === 0 ? [] : ['  Findings that moved by it:']),
    ...findings.map(({ text, before, after }): Line => `    ${boundsOr(before)} → ${boundsOr(after)}  ${text}`),
  ];
}

/** Decisions that contradict each other. */
export function conflictLines({ files }: Pick<OpenCase, 'files'>): Line[] {
  const { conflicts } = files.decisions;
  if (conflicts.length === 0) return [];
  return [
    '  Decisions that contradict each other; backchannel people undo takes one back:',
    ...conflicts.map((conflict): Line => `    ${conflictText(conflict)}`),
  ];
}
