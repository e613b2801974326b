/** A definition of what counts, in words. */
import type { Definition } from '../../model/definition.ts';
import type { OpenIdentity, Reason } from '../count.ts';

const ANY_AUDIENCE = 1_000_000;

function leftOut(d: Definition): string {
  const meetings = [...(d.declined ? [] : ['declined']), ...(d.scheduled ? [] : ['merely planned'])];
  const parts = [
    ...(d.lists ? [] : ['lists']),
    ...(d.automatic ? [] : ['automatic mail']),
    ...(d.unanswered ? [] : ['unanswered calls']),
    ...(meetings.length === 0 ? [] : [`${meetings.join(' or ')} meetings`]),
  ];
  return parts.length === 0 ? '' : `; not ${parts.join(', ')}`;
}

const FLOORS: Readonly<{ [floor in Definition['floor']]: string }> = {
  record: 'records alone',
  'official-report': 'records and official reports',
  'any-report': 'records and any report',
};

/**
 * What counts under a definition, on one line.
 * @param subject who is asked about, such as @harbour-office; null for nobody in particular
 */
export function definitionText(d: Definition, subject: string | null): string {
  const by = subject === null ? 'one side' : subject;
  return [
    d.directness.join(' or '),
    d.reciprocated ? `, answered or begun by ${by}` : ', one-sided ones too',
    d.largestAudience >= ANY_AUDIENCE ? '' : `, audience up to ${d.largestAudience}`,
    d.minCallSeconds > 1 ? `, calls of ${d.minCallSeconds} s and more` : '',
    leftOut(d),
    `; ${FLOORS[d.floor]}`,
  ].join('');
}

const REASONS: Readonly<{ [code in Reason['code']]: readonly [one: string, many: string] }> = {
  identity: ['hangs on whose an address is', 'hang on whose an address is'],
  membership: ['falls where a membership is not certain', 'fall where a membership is not certain'],
  'no-time': ['has no time', 'have no time'],
  way: ['is told without its way of contact', 'are told without their way of contact'],
  many: ['may be any of very many others', 'may be any of very many others'],
  window: ['has a time that reaches out of the window', 'have times that reach out of the window'],
  quoted: ['stands only in a quoted message', 'stand only in quoted messages'],
  length: ['has no certain length', 'have no certain length'],
  same: ['may be the same as one that is listed', 'may be the same as ones that are listed'],
};

/** One reason why contacts may count but do not certainly: `2 hang on whose an address is`. */
export function reasonText({ code, contacts }: Pick<Reason, 'code' | 'contacts'>): string {
  return `${contacts} ${REASONS[code][contacts === 1 ? 0 : 1]}`;
}

/** An identity on which contacts hang, with its names looked up. */
export interface OpenIdentityView extends Omit<OpenIdentity, 'address' | 'party'> {
  readonly address: string;
  readonly party: string;
}

/** `2 hang on whether k.l@example.org is contractor-director`. */
export function identityText({ address, party, contacts }: OpenIdentityView): string {
  return `${contacts} ${contacts === 1 ? 'hangs' : 'hang'} on whether ${address} is ${party}`;
}
