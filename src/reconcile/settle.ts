/** From accounts that are owed and disclosures that fit to states, one duty-holder at a time. */
import { CONTACT_STATES } from '../model/state.ts';
import { assign } from './assign.ts';
import { coverGraph } from './graph.ts';
import { contactState, type Standing } from './state.ts';

/** An account that may be owed of a contact. */
export interface Claim extends Omit<Standing, 'rank' | 'contested'> {
  /** Place of the contact in the order of time, then id. */
  readonly contact: number;
  /** Whose account of which duty; accounts of one pool share its disclosures. */
  readonly pool: string;
  /** See Owed. */
  readonly nearness: number;
}

/** A disclosure that fits a claim. */
export interface Candidate {
  /** Place in the claims. */
  readonly claim: number;
  /** Place of the disclosure in the order of time, then id. */
  readonly disclosure: number;
  /** Place in RANKS. */
  readonly rank: number;
}

export interface Settled {
  /** Place in CONTACT_STATES. */
  readonly state: number;
  /** Place of the disclosure that covers it; −1 none. */
  readonly disclosure: number;
  /** Disclosures that fit. */
  readonly candidates: number;
  /** Place of the first claim among those that it competes with; −1 where it does not compete. */
  readonly part: number;
}

/**
 * Settles all claims: a maximum matching in each pool, then the state of each claim.
 * @param claims in any order
 * @param capacity per disclosure: contacts that it can cover in each pool, UNBOUNDED for all that it fits
 * @returns one for each claim
 */
export function settle(
  claims: readonly Claim[],
  capacity: readonly number[],
  fitting: readonly Candidate[],
): Settled[] {
  // Nobody needs a disclosure for what is not required: it must not take one away.
  const candidates = fitting.filter((c) => claims[c.claim]!.required !== 'no');
  const order = [...claims.keys()].sort((a, b) => claims[a]!.contact - claims[b]!.contact || a - b);
  const placeOf = new Int32Array(claims.length);
  for (const [place, claim] of order.entries()) placeOf[claim] = place;
  // A disclosure stands once in each pool in which it fits something, in the order of time within the pool.
  const nodes = new Map<string, { readonly disclosure: number }>();
  const byTime = [...candidates].sort((a, b) => a.disclosure - b.disclosure);
  for (const c of byTime) nodes.set(`${claims[c.claim]!.pool} ${c.disclosure}`, { disclosure: c.disclosure });
  const numberOf = new Map([...nodes.keys()].map((key, i) => [key, i]));
  const disclosures = [...nodes.values()].map((node) => node.disclosure);
  const graph = coverGraph(
    claims.length,
    Int32Array.from(disclosures, (d) => capacity[d]!),
    {
      contact: candidates.map((c) => placeOf[c.claim]!),
      disclosure: candidates.map((c) => numberOf.get(`${claims[c.claim]!.pool} ${c.disclosure}`)!),
      rank: candidates.map((c) => c.rank),
    },
  );
  const found = assign(
    graph,
    Uint8Array.from(order, (claim) => claims[claim]!.nearness),
  );
  return claims.map((claim, i) => {
    const place = placeOf[i]!;
    const [rank, part, covering] = [found.rankOf[place]!, found.partOf[place]!, found.disclosureOf[place]!];
    return {
      state: CONTACT_STATES.indexOf(contactState({ ...claim, rank, contested: part !== -1 })),
      disclosure: covering === -1 ? -1 : disclosures[covering]!,
      candidates: new Set(graph.disclosure.subarray(graph.first[place]!, graph.first[place + 1]!)).size,
      part: part === -1 ? -1 : order[part]!,
    };
  });
}
