/** Covered days of a question's scope, in the terms of the comparison. */
import type { ExposedChannel } from '../../detectors/rates/series.ts';
import type { Asked } from '../../ledger/queries/contacts/asked.ts';
import { CHANNELS } from '../../model/definition.ts';
import { type Covered, exposure } from '../coverage.ts';

/** Channels of a question's scope with the days on which they are covered. */
export async function exposedChannels(of: Covered, asked: Asked): Promise<ExposedChannel[]> {
  const { channels } = await exposure(of, asked);
  return channels.map(({ channel, days, whole, changes }) => ({
    channel: CHANNELS.indexOf(channel),
    days,
    whole,
    changes,
  }));
}
