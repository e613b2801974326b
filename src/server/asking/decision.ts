/** A decision that was posted, read with care: whatever came is no decision until every part of it is. */
import { Refused } from '../http/exchange.ts';
import type { DecisionRequest } from '../shapes/decisions.ts';

/** Characters of a name and of a reason. */
const [NAME, REASON] = [200, 4_000];

function textIn(value: Readonly<{ [key: string]: unknown }>, part: string, most: number): string {
  const text = value[part];
  if (typeof text !== 'string' || text.trim() === '')
    throw new Refused(400, `a decision needs ${part}`, part, `write ${part}`);
  if (text.length > most) throw new Refused(400, `${part} is longer than ${most} characters`, part, 'make it shorter');
  return text.trim();
}

const FINDING = ['confirm', 'dismiss', 'undo'] as const;
const PEOPLE = ['same', 'not-same', 'unsure'] as const;

/**
 * A decision of a request's body.
 * @throws Refused with 400 for what is none
 */
export function decisionOf(body: string): DecisionRequest {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new Refused(400, 'what was posted is no JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refused(400, 'what was posted is no decision');
  const parts = value as Readonly<{ [key: string]: unknown }>;
  const who = textIn(parts, 'who', NAME);
  const finding = FINDING.find((kind) => kind === parts.kind);
  if (finding !== undefined && parts.finding !== undefined)
    return { kind: finding, finding: textIn(parts, 'finding', NAME), who, why: textIn(parts, 'why', REASON) };
  if (finding === 'undo')
    return { kind: 'undo', decision: textIn(parts, 'decision', NAME), who, why: textIn(parts, 'why', REASON) };
  const people = PEOPLE.find((kind) => kind === parts.kind);
  if (people === undefined)
    throw new Refused(
      400,
      'the kind of a decision is none that is known',
      'kind',
      `one of: ${[...FINDING, ...PEOPLE].join(', ')}`,
    );
  const question = textIn(parts, 'question', NAME);
  if (parts.why === undefined || parts.why === '') return { kind: people, question, who };
  return { kind: people, question, who, why: textIn(parts, 'why', REASON) };
}
