/** statements.yaml: what was said in public, and the parts of it that records can test. */
import * as z from 'zod';
import { type Channels, channelFaults, channelShape } from '../words/channel.ts';
import { anyDay, dayOrInstant } from '../words/day.ts';
import { addFaults, expecting, type FaultAt, list, map, oneOf, oneOrMore, text, whole } from '../words/leaf.ts';
import type { Names } from '../words/names.ts';
import { type PeriodEntry, periodFaults, periodOf, periodShape } from '../words/period.ts';
import { type Reference, reference, references } from '../words/reference.ts';
import { type WhereEntry, where } from '../words/where.ts';

/** The two sides of a contact. */
export type Sides = readonly [subject: readonly Reference[], counterpart: readonly Reference[]];

/** How many contacts a claim allows. */
export type Quantity =
  | { readonly kind: 'none' }
  | { readonly kind: 'at-most' | 'at-least'; readonly count: number }
  | { readonly kind: 'not-before'; readonly day: string };

export interface ClaimEntry {
  readonly between: Sides;
  readonly quantity: Quantity;
  /** Absent: up to the day on which it was said. */
  readonly period?: PeriodEntry;
  readonly channels: Channels;
  /** Whose contacts the claim means besides, as go-betweens of the counterpart; empty: it speaks of none. */
  readonly goBetweens: readonly Reference[];
  /** "To my knowledge", "as far as I recall". */
  readonly hedge?: 'knowledge' | 'memory';
}

export interface StatementEntry {
  readonly id: string;
  readonly speaker: Reference;
  /** Day or instant. */
  readonly said: string;
  readonly where?: WhereEntry;
  /** The words. */
  readonly quote?: string;
  readonly claims: readonly ClaimEntry[];
  readonly note?: string;
}

export interface StatementsFile {
  readonly statements: readonly StatementEntry[];
}

/** None: stands in for a statements.yaml that is not there. */
export const NO_STATEMENTS: StatementsFile = { statements: [] };

const SIDES = { is: 'two sides', advice: 'write the two sides, such as ["@harbour-office", "@contractor"]' };

/** Two sides: each a party, a group, or a list of them. */
export function sides(names: Names): z.ZodType<Sides> {
  return z.tuple([references(names), references(names)], { error: expecting(SIDES) });
}

const QUANTITIES = ['none', 'at-most', 'at-least', 'not-before'] as const;

function claimFaults(written: { readonly [Q in (typeof QUANTITIES)[number]]?: unknown }): FaultAt[] {
  const said = QUANTITIES.filter((quantity) => written[quantity] !== undefined);
  if (said.length === 1) return [];
  const forms = 'none: true, at-most: 3, at-least: 3 or not-before: 2030-04-01';
  return said.length === 0
    ? [{ at: '', message: 'claims nothing that can be counted', advice: `write one of: ${forms}` }]
    : [{ at: '', message: `claims several things: ${said.join(', ')}`, advice: 'make a claim of each, under claims' }];
}

function quantityOf(written: {
  readonly 'at-most'?: number;
  readonly 'at-least'?: number;
  readonly 'not-before'?: string;
}): Quantity {
  if (written['at-most'] !== undefined) return { kind: 'at-most', count: written['at-most'] };
  if (written['at-least'] !== undefined) return { kind: 'at-least', count: written['at-least'] };
  if (written['not-before'] !== undefined) return { kind: 'not-before', day: written['not-before'] };
  return { kind: 'none' };
}

/** Name that a group of go-betweens has by the group for which they act. */
const GO_BETWEENS = '-go-betweens';

const THROUGH = {
  is: 'a group of go-betweens',
  advice: 'write true, or who they are, such as "@contractor-go-betweens"',
};

/** Go-betweens as written: true stands for the groups that are named after the counterpart. */
function goBetweens(names: Names): z.ZodType<true | readonly Reference[]> {
  return z.union([z.literal(true), references(names)], { error: expecting(THROUGH) });
}

function goBetweensOf(
  written: { readonly between: Sides; readonly 'go-betweens'?: true | readonly Reference[] },
  names: Names,
): readonly Reference[] {
  const through = written['go-betweens'];
  if (through !== true) return through ?? [];
  const groups = written.between[1].map((reference) => `${reference}${GO_BETWEENS}`);
  return groups.filter((group) => names.groups.has(group.slice(1)));
}

function goBetweenFaults(written: Parameters<typeof goBetweensOf>[0], names: Names): FaultAt[] {
  if (written['go-betweens'] !== true || names.broken.has('case.yaml')) return [];
  if (goBetweensOf(written, names).length > 0) return [];
  const group = written.between[1].find((reference) => reference.startsWith('@')) ?? '@counterpart';
  const advice = `add a group ${group.slice(1)}${GO_BETWEENS} to case.yaml, or write go-betweens: "@…"`;
  return [{ at: 'go-betweens', message: 'does not say who the go-betweens are', advice }];
}

/** A claim that can be checked. */
export function claim(names: Names): z.ZodType<ClaimEntry> {
  const none = { is: 'true', advice: 'write none: true, or at-least with a number' };
  return map(
    'a claim',
    {
      between: sides(names).describe('The two sides.'),
      none: z.exactOptional(z.literal(true, { error: expecting(none) }).describe('There was no contact.')),
      'at-most': z.exactOptional(whole(0, 'the number of contacts').describe('There were at most so many.')),
      'at-least': z.exactOptional(whole(1, 'the number of contacts').describe('There were at least so many.')),
      'not-before': z.exactOptional(anyDay().describe('There was none before this day.')),
      ...periodShape(names),
      ...channelShape(),
      'go-betweens': z.exactOptional(
        goBetweens(names).describe(
          'Contact through others is meant too: who acted for the counterpart, or true for the group of its name and -go-betweens.',
        ),
      ),
      hedge: z.exactOptional(oneOf(['knowledge', 'memory']).describe('"To my knowledge", "as far as I recall".')),
    },
    { no: 'write none: true', count: 'write at-least or at-most', subject: 'write between', period: 'write during' },
  )
    .superRefine((written, context) => {
      const faults = [...claimFaults(written), ...periodFaults(written), ...channelFaults(written)];
      addFaults(context, [...faults, ...goBetweenFaults(written, names)]);
    })
    .transform((written) => {
      const period = periodOf(written);
      return {
        between: written.between,
        quantity: quantityOf(written),
        ...(period === undefined ? {} : { period }),
        channels: written.channels ?? written.channel ?? 'any',
        goBetweens: goBetweensOf(written, names),
        ...(written.hedge === undefined ? {} : { hedge: written.hedge }),
      } satisfies ClaimEntry;
    });
}

function statement(names: Names): z.ZodType<StatementEntry> {
  const aClaim = { is: 'a claim', advice: 'write a claim: { none: true, between: [ …, … ] }' };
  return map(
    'a statement',
    {
      id: text({ is: 'a name', advice: 'write a short name for the statement' }).describe('Name by which it is shown.'),
      speaker: reference(names).describe('Who said it.'),
      said: dayOrInstant().describe('Day on which it was said.'),
      where: z.exactOptional(where(names).describe('Where it stands.')),
      quote: z.exactOptional(text({ is: 'text', advice: 'write the words as they were said' }).describe('The words.')),
      claim: z.exactOptional(claim(names).describe('Its part that can be checked.')),
      claims: z.exactOptional(oneOrMore(claim(names), aClaim).describe('Its parts that can be checked, if several.')),
      note: z.exactOptional(text({ is: 'text', advice: 'write a note as text' })),
    },
    {
      who: 'write speaker',
      date: 'write said',
      on: 'write said',
      text: 'write quote',
      source: 'write where: { source: … }',
    },
  )
    .superRefine((written, context) => {
      if ((written.claim === undefined) === (written.claims === undefined)) {
        const none = written.claim === undefined;
        const message = none ? 'has no claim' : 'has both claim and claims';
        addFaults(context, [{ at: '', message, advice: none ? aClaim.advice : 'write all of them under claims' }]);
      }
    })
    .transform(({ claim, claims, ...rest }) => ({ ...rest, claims: claims ?? (claim === undefined ? [] : [claim]) }));
}

/** The schema of statements.yaml: a list. */
export function statementsSchema(names: Names): z.ZodType<StatementsFile> {
  return list(statement(names), 'the statements').transform((statements) => ({ statements }));
}
