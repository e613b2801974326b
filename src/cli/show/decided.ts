/** What was decided about a finding, and how its evidence changed since. */
import type { EvidenceChange, FindingDecided } from '../../case/stages/finding-decisions.ts';
import { boundsText } from '../../model/bounds.ts';
import { counted } from '../frame/cell.ts';
import type { Line } from '../frame/line.ts';
import type { Json } from '../frame/output.ts';

const WORDS = { confirm: 'Confirmed', dismiss: 'Dismissed' } as const;
const SINGULAR = {
  contacts: 'contact',
  records: 'record',
  disclosures: 'disclosure',
  statements: 'statement',
} as const;
type Side = EvidenceChange['came'];

function sideText(side: Side, verb: string): string[] {
  return Object.entries(SINGULAR).flatMap(([of, word]) => {
    const some = side[of as keyof Side];
    if (some === undefined) return [];
    const more = some.count > some.ids.length ? ', …' : '';
    return [`${counted(some.count, word)} ${verb}: ${some.ids.join(', ')}${more}`];
  });
}

/** What came and what went, one line each. */
function changeLines({ before, after, came, went }: EvidenceChange): string[] {
  const moved = before !== null && (before.min !== after.min || before.max !== after.max);
  const lines = [
    ...(moved ? [`counted ${boundsText(before)} then, ${boundsText(after)} now`] : []),
    ...sideText(came, 'came'),
    ...sideText(went, 'went'),
  ];
  return lines.length === 0 ? ['what it rests on is the same; its bounds or its grade are not'] : lines;
}

/** The decision in words; nothing where there is none. */
export function decidedLines(decided: FindingDecided | null): Line[] {
  if (decided === null) return [];
  const { kind, who, when, why, change } = decided;
  const line = `  ${WORDS[kind]} by ${who}, ${when}: ${why}`;
  if (change === null) return [line];
  return [line, '  Open again: its evidence changed since.', ...changeLines(change).map((text) => `    ${text}`)];
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
