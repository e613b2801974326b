/** disclosures.yaml: disclosures that were coded by hand; bulk ones come as sources with side: disclosed. */
import * as z from 'zod';
import { type Channels, channelFaults, channelShape } from '../words/channel.ts';
import { anyDay } from '../words/day.ts';
import { addFaults, expecting, list, map, oneOrMore, text, whole } from '../words/leaf.ts';
import type { Names } from '../words/names.ts';
import { type PeriodEntry, periodFaults, periodOf, periodShape } from '../words/period.ts';
import { audience, type Reference, references } from '../words/reference.ts';
import { type WhereEntry, where } from '../words/where.ts';

/** One account that somebody gave of a contact, or of several. */
export interface DisclosureEntry {
  readonly id?: string;
  /** Whose disclosure it is. */
  readonly by: readonly Reference[];
  /** Day, month or year on which it was given, or the instant. */
  readonly given: string;
  readonly audience: string;
  /** The other side of the contact. */
  readonly with: readonly Reference[];
  /** When the contact was, as far as it tells; absent: it does not tell. */
  readonly period?: PeriodEntry;
  readonly channels: Channels;
  /** How many contacts it tells of; `several` covers any number in its period. */
  readonly count: number | 'several';
  /** Topics that it tells; empty: not said. */
  readonly topics: readonly string[];
  readonly where?: WhereEntry;
  readonly note?: string;
}

export interface DisclosuresFile {
  readonly disclosures: readonly DisclosureEntry[];
}

/** None: stands in for a disclosures.yaml that is not there. */
export const NO_DISCLOSURES: DisclosuresFile = { disclosures: [] };

function disclosure(names: Names): z.ZodType<DisclosureEntry> {
  const topic = text({ is: 'text', advice: 'write the topic as text' });
  const count = { is: 'a number of contacts', advice: 'write a whole number, or several' };
  return map(
    'a disclosure',
    {
      id: z.exactOptional(text({ is: 'a name', advice: 'write a short name' })),
      by: references(names).describe('Who disclosed.'),
      given: anyDay().describe('Day on which it was disclosed.'),
      audience: audience().describe('Whom it reached: public, or a name.'),
      with: references(names).describe('The other side of the contact.'),
      ...periodShape(names),
      ...channelShape(),
      count: z.exactOptional(
        z
          .union([whole(1, 'the number of contacts'), z.literal('several')], { error: expecting(count) })
          .describe('How many contacts it tells of; 1 when left out.'),
      ),
      topics: z.exactOptional(oneOrMore(topic, { is: 'a topic', advice: 'write a topic or a list of them' })),
      where: z.exactOptional(where(names).describe('Where it stands.')),
      note: z.exactOptional(text({ is: 'text', advice: 'write a note as text' })),
    },
    {
      who: 'write by',
      discloser: 'write by',
      date: 'write given (when disclosed) or on (when the contact was)',
      topic: 'write topics',
      kind: 'write channel',
      kinds: 'write channels',
    },
  )
    .superRefine((written, context) => {
      addFaults(context, [...periodFaults(written), ...channelFaults(written)]);
    })
    .transform((written) => {
      const { on: _on, from: _from, to: _to, during: _during, channel, channels, ...rest } = written;
      const period = periodOf(written);
      return {
        ...rest,
        ...(period === undefined ? {} : { period }),
        channels: channels ?? channel ?? 'any',
        count: rest.count ?? 1,
        topics: rest.topics ?? [],
      } satisfies DisclosureEntry;
    });
}

/** The schema of disclosures.yaml: a list. */
export function disclosuresSchema(names: Names): z.ZodType<DisclosuresFile> {
  return list(disclosure(names), 'the disclosures').transform((disclosures) => ({ disclosures }));
}
