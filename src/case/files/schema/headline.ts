/** case.yaml: the question that a briefing answers first. */
import * as z from 'zod';
import { type Channels, channelFaults, channelShape } from '../words/channel.ts';
import { judged, map } from '../words/leaf.ts';
import type { Names } from '../words/names.ts';
import { type PeriodEntry, period } from '../words/period.ts';
import { type Reference, reference } from '../words/reference.ts';

/** Between whom, when and by which ways: the number that stands in a briefing's first sentence. */
export interface HeadlineEntry {
  /** The side that is asked about: it owes the disclosures, and answers or begins what counts. */
  readonly between: Reference;
  readonly and: Reference;
  /** Absent: at any time. */
  readonly window?: PeriodEntry;
  readonly channels: Channels;
}

/** The headline question. */
export function headline(names: Names): z.ZodType<HeadlineEntry> {
  const entry = map(
    'a headline',
    {
      between: reference(names).describe('The side that is asked about.'),
      and: reference(names).describe('The other side.'),
      window: z.exactOptional(period(names).describe('A window of the case, or from and to; any time when left out.')),
      ...channelShape(),
    },
    { with: 'write and', during: 'write window', period: 'write window', who: 'write between' },
  );
  return judged(entry, channelFaults).transform(({ channel, channels, ...rest }) => ({
    ...rest,
    channels: channels ?? channel ?? 'any',
  }));
}
