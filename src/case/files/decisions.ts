/**
 * decisions.jsonl: what persons settled, one line each, only ever added to. A decision names what it is about by
 * witnesses (ids of records and disclosures) and by normalised addresses with a day, never by the id of a party: ids of
 * parties follow from decisions, and would change under them.
 */
import * as z from 'zod';
import { sha256 } from '../../bytes/hash.ts';
import type { Bounds } from '../../model/bounds.ts';
import { GRADES, type Grade } from '../../model/finding.ts';
import { ADDRESS_KINDS, type AddressKind } from '../../model/record.ts';
import { parseDay } from './words/day.ts';

/** An address as the identity stage normalises it, and a day on which it belonged to the party that is meant. */
export interface AddressAnchor {
  readonly kind: AddressKind;
  readonly address: string;
  /** YYYY-MM-DD; absent: whenever. */
  readonly on?: string;
}

/** A contact by its records, or a party by an address. */
export type Anchor = { readonly witnesses: readonly string[] } | { readonly address: AddressAnchor };

/** A finding by what it is about, with its evidence when it was judged. */
export interface FindingAnchor {
  readonly detector: string;
  readonly subject: string;
  /** Hash of the evidence: when it differs the decision opens again. */
  readonly evidence: string;
  /** Absent in lines that do not tell it. */
  readonly bounds?: Bounds;
  /** Ids of contacts, records, disclosures and statements that it rested on, so that a change can be told. */
  readonly contacts?: readonly string[];
  readonly records: readonly string[];
  readonly disclosures: readonly string[];
  readonly statements?: readonly string[];
}

interface Settled {
  readonly who: string;
  /** ISO 8601 with offset. */
  readonly when: string;
  readonly why: string;
}

/** The address was the holder's, from – to (days, inclusive, open when absent). */
export interface AssignDecision extends Settled {
  readonly kind: 'assign';
  readonly address: AddressAnchor;
  /** The party, by another address of its, or by its name. */
  readonly holder: AddressAnchor;
  readonly from?: string;
  readonly to?: string;
  readonly grade?: Grade;
}

/** Two parties are one or two, or that cannot be told yet; two contacts are one or two. */
export interface SameDecision extends Settled {
  readonly kind: 'same' | 'not-same' | 'unsure';
  readonly a: Anchor;
  readonly b: Anchor;
}

/** All these addresses are one party's. */
export interface MergeDecision extends Settled {
  readonly kind: 'merge';
  readonly addresses: readonly AddressAnchor[];
}

/** These addresses are another party's than those that stay. */
export interface SplitDecision extends Settled {
  readonly kind: 'split';
  readonly addresses: readonly AddressAnchor[];
  readonly stay: readonly AddressAnchor[];
}

/** A finding is accepted, or put aside; or what was decided about it is taken back. */
export interface FindingDecision extends Settled {
  readonly kind: 'confirm' | 'dismiss' | 'undo';
  readonly finding: FindingAnchor;
}

/** Something that the program proposed is taken over. */
export interface AcceptDecision extends Settled {
  readonly kind: 'accept';
  /** What was proposed, as stable text. */
  readonly proposal: string;
  readonly witnesses: readonly string[];
}

export type Decision = AssignDecision | SameDecision | MergeDecision | SplitDecision | FindingDecision | AcceptDecision;

/** Another decision, whatever it was about, is taken back. A decision about a finding can also be undone by the finding. */
export interface UndoDecision extends Settled {
  readonly kind: 'undo';
  /** decisionHash of what is taken back; an undo can be taken back as well. */
  readonly decision: string;
}

/** What a line of decisions.jsonl can be. */
export type WrittenDecision = Decision | UndoDecision;

/** Whether a decision takes another one back by its hash. */
export function isUndo(decision: WrittenDecision): decision is UndoDecision {
  return decision.kind === 'undo' && 'decision' in decision;
}

const some = z.string().min(1);
const day = z.string().refine((written) => parseDay(written)?.precision === 'day', 'a day, such as 2030-11-08');
const witnesses = z.array(some).min(1);
const address = z.object({ kind: z.enum(ADDRESS_KINDS), address: some, on: z.exactOptional(day) });
const anchor = z.union([z.object({ witnesses }), z.object({ address })]);
const settled = {
  who: some,
  when: z.string().refine((written) => parseDay(written)?.precision === 'instant', 'an instant with its offset'),
  why: some,
};

/** The known kinds. Keys stand in the order in which lines are written. */
const KINDS = {
  assign: z.object({
    kind: z.literal('assign'),
    ...settled,
    address,
    holder: address,
    from: z.exactOptional(day),
    to: z.exactOptional(day),
    grade: z.exactOptional(z.enum(GRADES)),
  }),
  same: z.object({ kind: z.literal('same'), ...settled, a: anchor, b: anchor }),
  'not-same': z.object({ kind: z.literal('not-same'), ...settled, a: anchor, b: anchor }),
  unsure: z.object({ kind: z.literal('unsure'), ...settled, a: anchor, b: anchor }),
  merge: z.object({ kind: z.literal('merge'), ...settled, addresses: z.array(address).min(2) }),
  split: z.object({
    kind: z.literal('split'),
    ...settled,
    addresses: z.array(address).min(1),
    stay: z.array(address).min(1),
  }),
  confirm: findingSchema('confirm'),
  dismiss: findingSchema('dismiss'),
  undo: z.union([
    z.object({ kind: z.literal('undo'), ...settled, decision: z.string().regex(/^[0-9a-f]{64}$/) }),
    findingSchema('undo'),
  ]),
  accept: z.object({ kind: z.literal('accept'), ...settled, proposal: some, witnesses: z.array(some) }),
} satisfies { [K in Decision['kind']]: z.ZodType<WrittenDecision> };

function findingSchema<const K extends FindingDecision['kind']>(
  kind: K,
): z.ZodType<FindingDecision & { readonly kind: K }> {
  const finding = z.object({
    detector: some,
    subject: some,
    evidence: some,
    bounds: z.exactOptional(z.object({ min: z.number(), max: z.number() })),
    contacts: z.exactOptional(z.array(some)),
    records: z.array(some),
    disclosures: z.array(some),
    statements: z.exactOptional(z.array(some)),
  });
  return z.object({ kind: z.literal(kind), ...settled, finding }) as never;
}

/** The schema of a kind of decision; null for a kind that this program does not know. */
export function schemaOfKind(kind: string): z.ZodType<WrittenDecision> | null {
  return Object.hasOwn(KINDS, kind) ? (KINDS[kind as Decision['kind']] as z.ZodType<WrittenDecision>) : null;
}

/**
 * A decision as its line, without the line's end; keys in one order, so that equal decisions are equal text.
 * @throws {TypeError} when a part is missing: that is a mistake of the program, and must not reach the file
 */
export function formatDecision(decision: WrittenDecision): string {
  const result = (KINDS[decision.kind] as z.ZodType<WrittenDecision>).safeParse(decision);
  if (result.success) return JSON.stringify(result.data);
  throw new TypeError(
    `no whole decision: ${result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
  );
}

/** What stands for a decision in an undo: SHA-256 of its line as formatDecision writes it, lower-case hex. */
export function decisionHash(decision: WrittenDecision): string {
  return sha256(Buffer.from(formatDecision(decision)));
}
