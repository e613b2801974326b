/** The decisions about identity as rows. */
import { type DecisionsFile, decisionWords, isUndo, type MadeDecision } from '../../case/files/index.ts';
import type { Column } from '../frame/output.ts';

/** A decision in short. */
interface Settled {
  readonly id: string;
  readonly when: string;
  readonly who: string;
  readonly kind: string;
  readonly about: readonly string[];
  readonly what: string;
  readonly why: string;
  /** holds, taken back, or contradicted by a later one. */
  readonly state: string;
}

/** Columns of the history. */
export const HISTORY_COLUMNS: readonly Column<Settled>[] = [
  { key: 'id', fit: 'keep', value: ({ id }) => id, text: ({ id }) => id.slice(0, 8) },
  { key: 'when', fit: 'keep', value: ({ when }) => when },
  { key: 'who', value: ({ who }) => who },
  { key: 'decision', value: ({ kind }) => kind },
  { key: 'about', value: ({ about }) => about },
  { key: 'says', value: ({ what }) => what },
  { key: 'state', value: ({ state }) => state },
  { key: 'why', value: ({ why }) => why },
];

const OF_PEOPLE = ['assign', 'merge', 'split', 'same', 'not-same', 'unsure'];

/** Of an undo: what it takes back, and what that is about. */
function target({ made }: DecisionsFile, { decision }: MadeDecision): MadeDecision | undefined {
  return isUndo(decision) ? made.find(({ hash }) => hash === decision.decision) : undefined;
}

function stateOf({ conflicts }: DecisionsFile, each: MadeDecision): string {
  if (each.undoneBy !== null) return `taken back by ${each.undoneBy.slice(0, 8)}`;
  const by = conflicts.filter(({ earlier }) => earlier.hash === each.hash).map(({ later }) => later.hash.slice(0, 8));
  const against = conflicts
    .filter(({ later }) => later.hash === each.hash)
    .map(({ earlier }) => earlier.hash.slice(0, 8));
  if (by.length > 0) return `contradicted by ${by.join(', ')}, which is later and holds`;
  return against.length > 0 ? `holds, against ${against.join(', ')}` : 'holds';
}

/**
 * The decisions about identity in the order in which they were made, those too that were taken back.
 * @param addresses normalised addresses that are asked about; null: all
 */
export function historyOf(file: DecisionsFile, addresses: ReadonlySet<string> | null): Settled[] {
  return file.made
    .filter((each) => OF_PEOPLE.includes((target(file, each) ?? each).decision.kind))
    .map((each): Settled => {
      const { when, who, why, kind } = each.decision;
      const { about, says } = decisionWords(each.decision);
      const of = target(file, each);
      const meant = of === undefined ? about : [of.hash.slice(0, 8), ...decisionWords(of.decision).about];
      return { id: each.hash, when, who, why, kind, about: meant, what: says, state: stateOf(file, each) };
    })
    .filter(({ about }) => addresses === null || about.some((address) => addresses.has(address)));
}
