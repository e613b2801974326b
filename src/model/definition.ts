/** What counts as a contact. Every count prints it. */
export const EVIDENCE_FLOORS = ['record', 'official-report', 'any-report'] as const;
export type EvidenceFloor = (typeof EVIDENCE_FLOORS)[number];

/** How near two parties came in a contact, nearest first; numbers in the ledger are places in this list, so append only. */
export const DIRECTNESS = ['direct', 'copied', 'blind', 'audience', 'attended', 'scheduled', 'attempted'] as const;
export type Directness = (typeof DIRECTNESS)[number];

/** Ways of contact; numbers in the ledger are places in this list, so append only. */
export const CHANNELS = ['mail', 'call', 'text', 'meeting', 'visit', 'report'] as const;
export type Channel = (typeof CHANNELS)[number];

export interface Definition {
  /** Which links count. */
  readonly directness: readonly Directness[];
  /** Counts only where the other side answered, replied or attended, or where the subject side began it. */
  readonly reciprocated: boolean;
  /** Calls shorter than this many seconds do not count. */
  readonly minCallSeconds: number;
  /** More parties than this on the far side make a broadcast, not a contact. */
  readonly largestAudience: number;
  readonly lists: boolean;
  readonly automatic: boolean;
  readonly declined: boolean;
  readonly scheduled: boolean;
  readonly unanswered: boolean;
  readonly floor: EvidenceFloor;
}

/** Design, 4.3: direct or attended, reciprocated or begun by the subject side, audience up to 10. */
export const DEFAULT_DEFINITION: Definition = {
  directness: ['direct', 'attended'],
  reciprocated: true,
  minCallSeconds: 1,
  largestAudience: 10,
  lists: false,
  automatic: false,
  declined: false,
  scheduled: false,
  unanswered: false,
  floor: 'record',
};
