/** The decisions about identity as rows. */
import type { Anchor, Decision, DecisionsFile } from '../../case/files/index.ts';
import type { Column } from '../frame/output.ts';

/** A decision in short. */
interface Settled {
  readonly when: string;
  readonly who: string;
  readonly kind: string;
  readonly about: readonly string[];
  readonly what: string;
  readonly why: string;
}

/** Columns of the history. */
export const HISTORY_COLUMNS: readonly Column<Settled>[] = [
  { key: 'when', fit: 'keep', value: ({ when }) => when },
  { key: 'who', value: ({ who }) => who },
  { key: 'decision', value: ({ kind }) => kind },
  { key: 'about', value: ({ about }) => about },
  { key: 'says', value: ({ what }) => what },
  { key: 'why', value: ({ why }) => why },
];

function anchorText(anchor: Anchor): string {
  return 'address' in anchor ? anchor.address.address : anchor.witnesses.join(' ');
}

function settled(decision: Decision): Settled | null {
  const { when, who, why, kind } = decision;
  switch (decision.kind) {
    case 'assign': {
      const { address, holder, from, to, grade } = decision;
      const days = [from === undefined ? '' : ` from ${from}`, to === undefined ? '' : ` to ${to}`].join('');
      const what = `is with ${holder.address}${days}${grade === undefined ? '' : `, ${grade}`}`;
      return { when, who, why, kind, about: [address.address, holder.address], what };
    }
    case 'merge':
      return { when, who, why, kind, about: decision.addresses.map((a) => a.address), what: 'are one party' };
    case 'split': {
      const about = decision.addresses.map((a) => a.address);
      return { when, who, why, kind, about, what: `not with ${decision.stay.map((a) => a.address).join(', ')}` };
    }
    case 'same':
    case 'not-same':
      if (!('address' in decision.a) && !('address' in decision.b)) return null; // about contacts
      return {
        when,
        who,
        why,
        kind,
        about: [anchorText(decision.a), anchorText(decision.b)],
        what: kind === 'same' ? 'are one party' : 'are two parties',
      };
    default:
      return null;
  }
}

/**
 * The decisions about identity in their order.
 * @param addresses normalised addresses that are asked about; null: all
 */
export function historyOf(file: DecisionsFile, addresses: ReadonlySet<string> | null): Settled[] {
  return file.decisions
    .map(settled)
    .filter((row) => row !== null)
    .filter(({ about }) => addresses === null || about.some((address) => addresses.has(address)));
}
