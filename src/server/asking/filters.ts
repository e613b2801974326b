/** The filters of an address, as the case is asked them. */

import { CaseError } from '../../case/error.ts';
import type { OpenCase } from '../../case/open.ts';
import { definitionText } from '../../case/views/definition.ts';
import { type AskedCount, questionOf } from '../../case/views/question.ts';
import { DEFINITION_PARTS, definitionWith, meantSide } from '../../case/views/written-question.ts';
import type { Wanted } from '../../case/workbench/index-of-contacts.ts';
import { type Definition, EVIDENCE_FLOORS, type EvidenceFloor } from '../../model/definition.ts';
import { CONTACT_STATES, type ContactState } from '../../model/state.ts';
import { Refused } from '../http/exchange.ts';
import type { AskedFilters } from '../shapes/contact.ts';

/** Filters as the address has them, as the index takes them, and as a question of the command line. */
export interface Filtered {
  readonly shown: AskedFilters;
  readonly wanted: Wanted;
  readonly asked: AskedCount;
}

const NAMES = ['between', 'and', 'channel', 'state', 'from', 'to', 'window', 'floor', 'definition', 'all'] as const;

/** The filters alone, in one order, so that one question has one address. */
function queryText(query: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of NAMES) for (const value of query.getAll(name)) if (value !== '') kept.append(name, value);
  return kept.toString();
}

const some = (query: URLSearchParams, name: string): string | null => {
  const value = query.get(name);
  return value === null || value === '' ? null : value;
};

function definitionOf(base: Definition, query: URLSearchParams): Definition {
  const whole = definitionWith(base, query.getAll('definition'));
  if ('wrong' in whole)
    throw new Refused(
      400,
      `the definition cannot be ${JSON.stringify(whole.wrong)}`,
      'definition',
      `write PART=VALUE; the parts are ${DEFINITION_PARTS}`,
    );
  const floor = some(query, 'floor');
  if (floor === null) return whole;
  if (!(EVIDENCE_FLOORS as readonly string[]).includes(floor))
    throw new Refused(
      400,
      `there is no evidence floor ${JSON.stringify(floor)}`,
      'floor',
      `one of: ${EVIDENCE_FLOORS.join(', ')}`,
    );
  return { ...whole, floor: floor as EvidenceFloor };
}

function statesOf(query: URLSearchParams): AskedFilters['states'] {
  const words = query
    .getAll('state')
    .flatMap((text) => text.split(','))
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  const known: readonly string[] = [...CONTACT_STATES, 'none'];
  const wrong = words.find((word) => !known.includes(word));
  if (wrong !== undefined)
    throw new Refused(400, `there is no state ${JSON.stringify(wrong)}`, 'state', `some of: ${known.join(', ')}`);
  return known.filter((state) => words.includes(state)) as (ContactState | 'none')[];
}

/** An instant written @1234567890, as a brushed span has it; null: a day, an event, or nothing. */
function instantOf(query: URLSearchParams, name: 'from' | 'to'): number | null {
  const match = /^@(-?\d{1,12})$/.exec(query.get(name) ?? '');
  return match === null ? null : Number(match[1]);
}

function timesOf(query: URLSearchParams): { from: number | null; to: number | null } {
  const [from, to] = [instantOf(query, 'from'), instantOf(query, 'to')];
  if (from !== null && to !== null && from > to) throw new Refused(400, 'the span ends before it begins', 'from');
  return { from, to };
}

/**
 * The filters of an address.
 * @throws Refused and CaseError for what cannot be asked
 */
export async function filtersOf(open: OpenCase, query: URLSearchParams): Promise<Filtered> {
  const definition = definitionOf(open.files.case.definition.definition, query);
  const states = statesOf(query);
  const instants = timesOf(query);
  const everything = query.get('all') === 'true';
  const asked = await asking(open, query, definition, instants);
  const { between, and, channels } = asked.question;
  const [from, to] = [instants.from ?? asked.question.from, instants.to ?? asked.question.to];
  return {
    shown: {
      between,
      and,
      channels,
      states,
      from,
      to,
      window: some(query, 'window'),
      definition,
      counted: everything
        ? 'every recorded contact, whatever the definition says'
        : definitionText(definition, between),
      query: queryText(query),
    },
    wanted: {
      frame: { between, and, definition: everything ? null : definition },
      filters: { from, to, channels, states },
    },
    asked,
  };
}

async function asking(
  open: OpenCase,
  query: URLSearchParams,
  definition: Definition,
  instants: { readonly from: number | null; readonly to: number | null },
): Promise<AskedCount> {
  try {
    return questionOf(open.files, {
      between: await meantSide(open, 'between', some(query, 'between')),
      and: await meantSide(open, 'and', some(query, 'and')),
      list: null,
      from: instants.from === null ? some(query, 'from') : null,
      to: instants.to === null ? some(query, 'to') : null,
      window: some(query, 'window'),
      channels: query.getAll('channel'),
      definition,
    });
  } catch (error) {
    if (error instanceof CaseError)
      throw new Refused(400, error.message.replaceAll('--', ''), '', error.advice.replaceAll('--', ''));
    throw error;
  }
}

/** The same filters with others in their place: a query string without `?`. Null takes one away. */
export function withFilters(
  query: string,
  changed: Readonly<{ [name in (typeof NAMES)[number]]?: string | null }>,
): string {
  const params = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changed)) {
    params.delete(name);
    if (value !== null && value !== undefined) params.append(name, value);
  }
  return queryText(params);
}

/** Two parties of a question, by their keys. */
export interface PairOf {
  readonly a: string;
  readonly b: string;
  /** Whether b is on the side that is asked about, and a is not: what counts is judged from that side. */
  readonly turned: boolean;
}

/**
 * The same question for two parties alone: from the pair to a query string without `?`. What pairs share is made once: a
 * network has ten thousand of them.
 * @param isOpen whether nobody in particular is asked about: then it does not matter who began a contact
 */
export function pairQueries(query: string, isOpen: boolean): (pair: PairOf) => string {
  const shared = [withFilters(query, { between: null, and: null }), isOpen ? 'definition=reciprocated%3Dfalse' : ''];
  const rest = shared.map((part) => (part === '' ? '' : `&${part}`)).join('');
  return ({ a, b, turned }) => `${new URLSearchParams({ between: turned ? b : a, and: turned ? a : b })}${rest}`;
}

/** A question of the case as a query string of /contacts; parts of its definition that differ from the case's are named. */
export function queryOf({ question }: AskedCount, own: Definition): string {
  const { between, and, from, to, channels, definition } = question;
  const query = withFilters('', {
    between,
    and,
    channel: channels === null ? null : channels.join(','),
    from: from === null ? null : `@${from}`,
    to: to === null ? null : `@${to}`,
  });
  const params = new URLSearchParams(query);
  for (const [part, value] of Object.entries(definition))
    if (String(own[part as keyof Definition]) !== String(value))
      params.append('definition', `${part}=${String(value)}`);
  return params.toString();
}
