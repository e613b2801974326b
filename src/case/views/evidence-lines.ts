/** How the evidence of a finding changed since somebody judged it, in words. */
import { boundsText } from '../../model/bounds.ts';
import type { EvidenceChange } from '../stages/finding-decisions.ts';

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
    return [`${some.count} ${word}${some.count === 1 ? '' : 's'} ${verb}: ${some.ids.join(', ')}${more}`];
  });
}

/** What came and what went, one line each. */
export function evidenceLines({ before, after, came, went }: EvidenceChange): string[] {
  const moved = before !== null && (before.min !== after.min || before.max !== after.max);
  const lines = [
    ...(moved ? [`counted ${boundsText(before)} then, ${boundsText(after)} now`] : []),
    ...sideText(came, 'came'),
    ...sideText(went, 'went'),
  ];
  return lines.length === 0 ? ['what it rests on is the same; its bounds or its grade are not'] : lines;
}
