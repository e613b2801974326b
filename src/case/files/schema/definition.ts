/** case.yaml: what counts as a contact, with the reason for each choice that is not the default. */
import * as z from 'zod';
import {
  DEFAULT_DEFINITION,
  type Definition,
  DIRECTNESS,
  EVIDENCE_FLOORS,
  type EvidenceFloor,
} from '../../../model/definition.ts';
import { expecting, map, oneOf, oneOrMore, text, truth, whole } from '../words/leaf.ts';

/** A definition and what the case says about it. */
export interface DefinitionEntry {
  /** Whole: parts that the case leaves out are the default's. */
  readonly definition: Definition;
  /** The parts that the case sets, in the order written, each with its reason if it gives one. */
  readonly set: readonly { readonly part: keyof Definition; readonly reason?: string }[];
}

/** The default, nothing set. */
export const DEFAULT_ENTRY: DefinitionEntry = { definition: DEFAULT_DEFINITION, set: [] };

interface Reasoned<T> {
  readonly is: T;
  readonly reason?: string;
}

/** A value, or a map of the value and its reason. */
function part<T>(value: z.ZodType<T>, description: string): z.ZodExactOptional<z.ZodType<Reasoned<T>>> {
  const reasoned: z.ZodType<Reasoned<T>> = map(
    'a value with its reason',
    { is: value, reason: z.exactOptional(text({ is: 'text', advice: 'write the reason as text' })) },
    { value: 'write is', because: 'write reason', why: 'write reason' },
  ) as never;
  const plain: z.ZodType<Reasoned<T>> = value.transform((is) => ({ is }));
  // No error text of the union's own: what the plain value should be says more.
  const either = z.union([plain, reasoned]);
  return z.exactOptional(either.describe(description));
}

/** The floors as people say them: with spaces. */
const FLOOR_WORDS: ReadonlyMap<string, EvidenceFloor> = new Map(
  EVIDENCE_FLOORS.map((floor) => [floor.replaceAll('-', ' '), floor] as const),
);

function floor(): z.ZodType<EvidenceFloor> {
  const written = oneOf([...EVIDENCE_FLOORS, ...FLOOR_WORDS.keys()], FLOOR_WORDS);
  return written.transform((word) => FLOOR_WORDS.get(word) ?? (word as EvidenceFloor));
}

function parts(): z.ZodType<DefinitionEntry> {
  const directness = oneOrMore(oneOf(DIRECTNESS), {
    is: 'a list of kinds of link',
    advice: `write some of: ${DIRECTNESS.join(', ')}`,
  });
  return map('a definition', {
    directness: part(directness, 'Which links count.'),
    reciprocated: part(truth(), 'Only contacts that were answered or attended, or that the subject side began.'),
    minCallSeconds: part(whole(0, 'the seconds'), 'Calls shorter than this do not count.'),
    largestAudience: part(
      whole(1, 'the number of parties'),
      'More parties than this on the far side make a broadcast.',
    ),
    lists: part(truth(), 'Whether mail sent through lists counts.'),
    automatic: part(truth(), 'Whether mail sent by machines counts.'),
    declined: part(truth(), 'Whether declined invitations count.'),
    scheduled: part(truth(), 'Whether meetings count that were only planned.'),
    unanswered: part(truth(), 'Whether calls count that nobody answered.'),
    floor: part(floor(), 'Least evidence: record, official report, any report.'),
  }).transform((written): DefinitionEntry => {
    const chosen = Object.entries(written) as [keyof Definition, Reasoned<unknown>][];
    const values = Object.fromEntries(chosen.map(([name, { is }]) => [name, is]));
    return {
      definition: { ...DEFAULT_DEFINITION, ...values },
      set: chosen.map(([name, { reason }]) => (reason === undefined ? { part: name } : { part: name, reason })),
    };
  });
}

/** `default`, or the parts that differ. */
export function definition(): z.ZodType<DefinitionEntry> {
  const named = z.literal('default').transform(() => DEFAULT_ENTRY);
  return z.union([named, parts()], {
    error: expecting({ is: 'a definition', advice: 'write default, or a map of the parts that differ from it' }),
  });
}
