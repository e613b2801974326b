/**
 * The readings of "contact" under which a claim is weighed. A claim is contradicted without reserve only if it is so in
 * the reading that favours its speaker most, and consistent without reserve only if it is so in the one that favours the
 * speaker least.
 */
import type { Definition } from '../model/definition.ts';
import type { Quantity } from './claim.ts';

/** A call shorter than this may be a wrong number or a machine that answered, seconds. */
const SHORTEST_CALL = 60;

/** A meeting of two of which nobody is the host has an audience of two: fewer would leave it out. */
const SMALLEST_AUDIENCE = 2;

/** Larger than any audience. */
const ANY_AUDIENCE = 2_147_483_647;

/**
 * The narrowest reading: at most two others, direct or attended, answered or begun by the subject side, calls of a minute and
 * more, no lists, no automatic mail, nothing declined, merely planned or unanswered, and records alone as evidence. Never
 * wider than the case's own definition.
 */
export function narrowest(own: Definition): Definition {
  return {
    directness: own.directness.filter((word) => word === 'direct' || word === 'attended'),
    reciprocated: true,
    minCallSeconds: Math.max(SHORTEST_CALL, own.minCallSeconds),
    largestAudience: Math.min(SMALLEST_AUDIENCE, own.largestAudience),
    lists: false,
    automatic: false,
    declined: false,
    scheduled: false,
    unanswered: false,
    floor: 'record',
  };
}

/** The widest reading: whatever brought the two sides together, by whatever the case holds as evidence. */
export function widest(own: Definition): Definition {
  return {
    directness: ['direct', 'copied', 'blind', 'audience', 'attended'],
    reciprocated: false,
    minCallSeconds: 0,
    largestAudience: ANY_AUDIENCE,
    lists: true,
    automatic: true,
    declined: true,
    scheduled: true,
    unanswered: true,
    floor: own.floor === 'record' ? 'record' : 'any-report',
  };
}

/** The reading that favours the speaker most, and the one that does least. */
export interface Readings {
  readonly favourable: Definition;
  readonly unfavourable: Definition;
}

/** "At least" is favoured by whatever counts, all else by what does not. */
export function readingsOf(own: Definition, quantity: Quantity): Readings {
  const [narrow, wide] = [narrowest(own), widest(own)];
  return quantity.kind === 'at-least'
    ? { favourable: wide, unfavourable: narrow }
    : { favourable: narrow, unfavourable: wide };
}

const PARTS: readonly (keyof Definition)[] = [
  'floor',
  'largestAudience',
  'minCallSeconds',
  'reciprocated',
  'directness',
  'lists',
  'automatic',
  'declined',
  'scheduled',
  'unanswered',
];

/** A definition with one part taken from another. */
export interface Step {
  readonly part: keyof Definition;
  readonly definition: Definition;
}

/** The case's definition with one part after another as the favourable reading has it: on which of them does it hang? */
export function steps(own: Definition, favourable: Definition): Step[] {
  return PARTS.filter((part) => JSON.stringify(own[part]) !== JSON.stringify(favourable[part])).map((part) => ({
    part,
    definition: { ...own, [part]: favourable[part] },
  }));
}
