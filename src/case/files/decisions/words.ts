/** Decisions in words, for histories, for causes of changes, and for contradictions. */
import { type AddressAnchor, type Anchor, isUndo, type WrittenDecision } from '../decisions.ts';
import type { Conflict } from './conflicts.ts';

/** What a decision is about, and what it says of it. */
export interface DecisionWords {
  /** Addresses, ids of records, or the subject of a finding. */
  readonly about: readonly string[];
  /** Reads on from what it is about. */
  readonly says: string;
}

const LISTED = 4;

function anchorText(anchor: Anchor): string {
  return 'address' in anchor ? anchor.address.address : anchor.witnesses.join(' ');
}

const addressesOf = (anchors: readonly AddressAnchor[]): string[] => anchors.map(({ address }) => address);

/** The parts of a decision. */
export function decisionWords(decision: WrittenDecision): DecisionWords {
  if (isUndo(decision)) return { about: [decision.decision.slice(0, 8)], says: 'is taken back' };
  switch (decision.kind) {
    case 'assign': {
      const { address, holder, from, to, grade } = decision;
      const days = [from === undefined ? '' : ` from ${from}`, to === undefined ? '' : ` to ${to}`].join('');
      const says = `is with ${holder.address}${days}${grade === undefined ? '' : `, ${grade}`}`;
      return { about: [address.address, holder.address], says };
    }
    case 'merge':
      return { about: addressesOf(decision.addresses), says: 'are one party' };
    case 'split': {
      const { addresses, stay } = decision;
      const says = addresses.length === 1 ? 'is another party than' : 'are another party than';
      return {
        about: [...addressesOf(addresses), ...addressesOf(stay)],
        says: `${says} ${addressesOf(stay).join(', ')}`,
      };
    }
    case 'same':
      return { about: [anchorText(decision.a), anchorText(decision.b)], says: 'are one party' };
    case 'not-same':
      return { about: [anchorText(decision.a), anchorText(decision.b)], says: 'are two parties' };
    case 'unsure':
      return { about: [anchorText(decision.a), anchorText(decision.b)], says: 'cannot be told yet' };
    case 'accept':
      return { about: [decision.proposal], says: 'is accepted' };
    default:
      return { about: [decision.finding.detector, decision.finding.subject], says: 'is judged' };
  }
}

/** A decision as one phrase, such as "same of a@x.example and b@y.example by R. Reader". */
export function decisionPhrase(decision: WrittenDecision): string {
  const { about } = decisionWords(decision);
  const listed = about.slice(0, LISTED).join(' and ');
  const more = about.length > LISTED ? ` and ${about.length - LISTED} more` : '';
  return `${decision.kind} of ${listed}${more} by ${decision.who}`;
}

/** A contradiction as one line, without a full stop. */
export function conflictText({ earlier, later }: Conflict): string {
  const place = ({ file, line }: Conflict['later']): string => `${file}:${line}`;
  return `${place(later)} ${decisionPhrase(later.decision)} contradicts ${decisionPhrase(earlier.decision)} (${place(earlier)}); the later one holds`;
}
