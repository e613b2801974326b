/** What a sentence of a story can be coded as. */
import * as z from 'zod';
import { type Channels, channelFaults, channelShape } from '../words/channel.ts';
import { addFaults, map, oneOf, oneOrMore, text, truth, whole } from '../words/leaf.ts';
import type { Names } from '../words/names.ts';
import { type PeriodEntry, period, periodFaults, periodOf, periodShape } from '../words/period.ts';
import { eventId, informant, reportId, toldId } from '../words/reference.ts';
import { type WhereEntry, where } from '../words/where.ts';
import { numberFaults, numberOf, numberShape, type ToldNumber } from './reports.ts';
import { type Sides, sides } from './statements.ts';

/** Between whom, when and by which ways. */
interface StoryScope {
  readonly between: Sides;
  readonly period?: PeriodEntry;
  readonly channels: Channels;
}

/** How many contacts a sentence tells of. */
export interface StoryCount extends StoryScope {
  readonly told: ToldNumber;
  /** It speaks of contacts that were not disclosed. */
  readonly undisclosed: boolean;
}

/** Contact became more, or less, frequent at an event. */
export interface StoryRate extends Omit<StoryScope, 'period'> {
  /** Id of an event of case.yaml. */
  readonly around: string;
  readonly direction: 'up' | 'down';
  /** What is compared; without them all that is covered on either side. */
  readonly before?: PeriodEntry;
  readonly after?: PeriodEntry;
}

/** Something was spoken of. Where is said by hand: a topic is never inferred. */
export interface StoryTopic {
  readonly what: string;
  /** Ids of reports in reports.yaml that tell it. */
  readonly reports: readonly string[];
  /** Passages of sources in which it stands. */
  readonly passages: readonly WhereEntry[];
}

/** How contacts go around the official channel. */
const OFF_CHANNEL_WAYS = ['private-account', 'private-number', 'blind-copy', 'not-in-calendar'] as const;
export type OffChannelWay = (typeof OFF_CHANNEL_WAYS)[number];

/** Contacts went around the official channel. */
export interface StoryOffChannel extends StoryScope {
  /** Empty: in any of the ways. */
  readonly ways: readonly OffChannelWay[];
  readonly told: ToldNumber;
}

/** Who tells something, and how many they are. */
export interface StorySourcing {
  readonly informants: readonly string[];
  /** How many persons the story says there are; absent: not said. */
  readonly persons?: number;
  /** Ids of told counts and reports that they are to have told. */
  readonly of: readonly string[];
}

interface Scoped {
  readonly between: Sides;
  readonly channel?: Channels;
  readonly channels?: Channels;
}

const channelsOf = (written: Omit<Scoped, 'between'>): Channels => written.channels ?? written.channel ?? 'any';

function scopeOf(written: Scoped & Parameters<typeof periodOf>[0]): StoryScope {
  const when = periodOf(written);
  return {
    between: written.between,
    ...(when === undefined ? {} : { period: when }),
    channels: channelsOf(written),
  };
}

/** How many, told in the sentence itself. */
export function count(names: Names): z.ZodType<StoryCount> {
  const shape = {
    between: sides(names).describe('The two sides.'),
    ...numberShape(),
    ...periodShape(names),
    ...channelShape(),
    undisclosed: z.exactOptional(truth().describe('It speaks of contacts that were not disclosed.')),
  };
  return map('a told count', shape)
    .superRefine((written, context) => {
      addFaults(context, [...numberFaults(written), ...periodFaults(written), ...channelFaults(written)]);
    })
    .transform(
      (written): StoryCount => ({
        ...scopeOf(written),
        told: numberOf(written),
        undisclosed: written.undisclosed ?? false,
      }),
    );
}

/** A change of rate at an event. */
export function rate(names: Names): z.ZodType<StoryRate> {
  const shape = {
    between: sides(names).describe('The two sides.'),
    around: eventId(names).describe('Event before and after which contact is compared.'),
    direction: oneOf(['up', 'down']).describe('Whether contact became more or less frequent.'),
    before: z.exactOptional(period(names).describe('Days before the event that are compared.')),
    after: z.exactOptional(period(names).describe('Days after the event that are compared.')),
    ...channelShape(),
  };
  return map('a change of rate', shape, { event: 'write around', change: 'write direction: up, or down' })
    .superRefine((written, context) => addFaults(context, channelFaults(written)))
    .transform(
      ({ between, around, direction, before, after, ...ways }): StoryRate => ({
        between,
        around,
        direction,
        channels: channelsOf(ways),
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      }),
    );
}

/** Something that was spoken of, and where. */
export function topic(names: Names): z.ZodType<StoryTopic> {
  const place = { is: 'a place', advice: 'write a place: { source: …, quote-at: [offset, length] }' };
  const told = { is: 'a report', advice: 'write the ids of reports in reports.yaml' };
  const shape = {
    what: text({ is: 'text', advice: 'write in a few words what was spoken of' }).describe('What was spoken of.'),
    reports: z.exactOptional(oneOrMore(reportId(names), told).describe('Reports in reports.yaml that tell it.')),
    passages: z.exactOptional(oneOrMore(where(names), place).describe('Passages of sources in which it stands.')),
  };
  return map('a topic', shape, { where: 'write passages', topics: 'write what' }).transform(
    ({ what, reports, passages }): StoryTopic => ({ what, reports: reports ?? [], passages: passages ?? [] }),
  );
}

/** Contacts around the official channel. */
export function offChannel(names: Names): z.ZodType<StoryOffChannel> {
  const way = { is: 'a way', advice: `write some of: ${OFF_CHANNEL_WAYS.join(', ')}` };
  const shape = {
    between: sides(names).describe('The two sides.'),
    ways: z.exactOptional(oneOrMore(oneOf(OFF_CHANNEL_WAYS), way).describe('In which way; any when left out.')),
    ...numberShape(),
    ...periodShape(names),
    ...channelShape(),
  };
  return map('contact around the official channel', shape)
    .superRefine((written, context) => {
      const isNumbered = [written.count, written['at-least'], written['at-most']].some((n) => n !== undefined);
      const faults = [...periodFaults(written), ...channelFaults(written)];
      addFaults(context, isNumbered ? [...numberFaults(written), ...faults] : faults);
    })
    .transform((written): StoryOffChannel => {
      const isNumbered = [written.count, written['at-least'], written['at-most']].some((n) => n !== undefined);
      return {
        ...scopeOf(written),
        ways: written.ways ?? [],
        told: isNumbered ? numberOf(written) : { min: 1, max: null },
      };
    });
}

/** Who tells it, and how many they are. */
export function sourcing(names: Names): z.ZodType<StorySourcing> {
  const told = { is: 'an informant', advice: 'write the ids of informants' };
  const ids = { is: 'a told count or report', advice: 'write the ids of counts or reports in reports.yaml' };
  const shape = {
    informants: oneOrMore(informant(names), told).describe('Who tells it.'),
    persons: z.exactOptional(whole(1, 'the number of persons').describe('How many persons the story says they are.')),
    of: z.exactOptional(oneOrMore(toldId(names), ids).describe('Told counts and reports that they tell.')),
  };
  return map('who tells it', shape, { who: 'write informants', count: 'write persons' }).transform(
    ({ informants, persons, of }): StorySourcing => ({
      informants,
      ...(persons === undefined ? {} : { persons }),
      of: of ?? [],
    }),
  );
}
