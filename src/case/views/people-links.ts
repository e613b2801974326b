/** What holds a party's addresses together, and which other addresses were weighed and not taken for it. */
import { addressKey } from '../../identity/claims.ts';
import { PARTY_PAIRS, type PairRow } from '../../ledger/queries/people/parties.ts';
import { GRADES, type Grade } from '../../model/finding.ts';
import { ADDRESS_KINDS } from '../../model/record.ts';
import type { AddressAnchor } from '../files/index.ts';
import { pairKey, pairStates } from '../stages/people.ts';
import type { ViewedCase } from './contacts.ts';
import { type Agreement, agreementsOf, bitsOf, levelWeights } from './people-evidence.ts';
import { questionId } from './people-review.ts';

/** Two addresses, or an address and a person of people.yaml, with what speaks for one person. */
export interface PartyLink {
  /** The side that is the party's: an address, or the key of people.yaml. */
  readonly mine: string;
  readonly other: string;
  readonly bits: number;
  readonly agreements: readonly Agreement[];
  /** Id under which people review asks about the pair. */
  readonly question: string;
}

/** A link inside of the party. */
export interface HoldingLink extends PartyLink {
  /** How sure it is that the weaker of both is the party's. */
  readonly grade: Grade;
}

/** An alternative: likely by its evidence, and not taken. */
export interface RejectedLink extends PartyLink {
  /** Key of whose the other is. */
  readonly holder: string;
  readonly why: string;
}

export interface PartyLinks {
  /** Of each guessed address its strongest link, the weakest of them first. */
  readonly held: readonly HoldingLink[];
  /** All links inside of the party, and how many alternatives there are. */
  readonly inside: number;
  readonly rejected: readonly RejectedLink[];
}

/** Pairs that are looked at. */
const MOST_PAIRS = 5_000;
const MOST_REJECTED = 20;

interface Side {
  readonly anchor: AddressAnchor;
  readonly text: string;
  readonly grade: number | null;
  readonly holder: string;
}

function sidesOf(row: PairRow): [Side, Side] {
  const side = (of: 'a' | 'b'): Side => {
    const [kind, norm, party] = [row[`${of}_kind`], row[`${of}_norm`], row[`${of}_party`]];
    const anchor: AddressAnchor =
      kind === null || norm === null
        ? { kind: 'name', address: party ?? '' }
        : { kind: ADDRESS_KINDS[kind]!, address: norm };
    return { anchor, text: anchor.address, grade: row[`${of}_grade`], holder: row[`${of}_holder`] ?? '' };
  };
  return [side('a'), side('b')];
}

const JOINED = GRADES.indexOf('probable');

/** What holds a party together. @param no party_no */
export async function partyLinks(open: ViewedCase, no: number): Promise<PartyLinks> {
  const rows = await open.ledger.rows<PairRow>(PARTY_PAIRS, { no, most: MOST_PAIRS });
  const weights = await levelWeights(open);
  const states = pairStates(open.files);
  const strongest = new Map<string, HoldingLink>();
  const rejected: RejectedLink[] = [];
  let inside = 0;
  for (const row of rows) {
    const [a, b] = sidesOf(row);
    const [mine, other] = (a.grade ?? 9) <= (b.grade ?? 9) ? [a, b] : [b, a];
    if (mine.grade === null || mine.grade > JOINED) continue;
    const link = {
      mine: mine.text,
      other: other.text,
      bits: bitsOf(row.weight),
      agreements: agreementsOf(weights, row.levels, row.weight),
      question: questionId(mine.anchor, other.anchor),
    };
    if (other.grade === null || other.grade > JOINED) {
      const said = states.get(pairKey(mine.anchor, other.anchor));
      rejected.push({ ...link, holder: other.holder, why: rejection(said === 'not-same', other.grade) });
      continue;
    }
    inside++;
    // Rows come by their weight: the first of an address is its strongest.
    for (const side of [mine, other]) {
      const key = addressKey(side.anchor.kind, side.anchor.address);
      if (side.grade === JOINED && !strongest.has(key))
        strongest.set(key, {
          ...link,
          mine: side.text,
          other: side === mine ? other.text : mine.text,
          grade: GRADES[side.grade]!,
        });
    }
  }
  const held = [...strongest.values()].sort((x, y) => x.bits - y.bits || (x.mine < y.mine ? -1 : 1));
  return { held, inside, rejected: rejected.slice(0, MOST_REJECTED) };
}

function rejection(isDecided: boolean, grade: number | null): string {
  if (isDecided) return 'a person decided that they are two';
  if (grade !== null)
    return 'possible only: the odds are below two to one, or another pair of the same people speaks against it';
  return 'kept apart: the odds are below two to one, another pair speaks against it, or each is known to be somebody else’s';
}
