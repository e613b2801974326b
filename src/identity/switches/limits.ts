/** What is asked of identifiers before one may continue as another: one default for all kinds and cases. */
export const SWITCH_LIMITS = {
  /** Contacts that show an identifier in use, at least. */
  leastContacts: 10,
  /** Contacts that are missing at its own rate before it counts as silent (or as begun), at least. */
  leastMissed: 5,
  /** Days without one, at least. */
  quietDays: 28,
  /** A counterpart of more identifiers is a hub (a short code, a hotline) and says nothing. */
  mostNeighbours: 1000,
  /** Days of the last and the first circle. */
  windowDays: 365,
  /** Counterparts that both have, at least. */
  leastShared: 3,
  /** Days between the last contact of the old and the first of the new identifier, at most. */
  mostGapDays: 30,
  /** Expected part of false ones among the proposals, per mille, at most. */
  levelPerMille: 60,
  /** With fewer pairs of identifiers that begin at other times, chance is judged by all identifiers. */
  leastOtherwise: 1000,
} as const;

export type SwitchLimits = { readonly [limit in keyof typeof SWITCH_LIMITS]: number };
