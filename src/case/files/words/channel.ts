/** Ways of contact as case files write them. */
import * as z from 'zod';
import { CHANNELS, type Channel } from '../../../model/definition.ts';
import { type FaultAt, oneOf, oneOrMore } from './leaf.ts';
import { nearest } from './nearest.ts';

/** Ways of contact, or whatever way there is. */
export type Channels = readonly Channel[] | 'any';

/** Those that people may write: a report is what tells of a contact, not a way of making one. */
export const WRITTEN_CHANNELS: readonly Channel[] = CHANNELS.filter((channel) => channel !== 'report');

/** Other words for the channels, singular and plural. */
export const CHANNEL_WORDS: ReadonlyMap<string, Channel> = new Map<string, Channel>([
  ['mail', 'mail'],
  ['mails', 'mail'],
  ['email', 'mail'],
  ['emails', 'mail'],
  ['e-mail', 'mail'],
  ['e-mails', 'mail'],
  ['call', 'call'],
  ['calls', 'call'],
  ['phone', 'call'],
  ['telephone', 'call'],
  ['text', 'text'],
  ['texts', 'text'],
  ['sms', 'text'],
  ['chat', 'text'],
  ['chats', 'text'],
  ['meeting', 'meeting'],
  ['meetings', 'meeting'],
  ['visit', 'visit'],
  ['visits', 'visit'],
]);

/** A channel, a list of them, or `any`. */
export function channels(): z.ZodType<Channels> {
  const all = `any, or some of: ${WRITTEN_CHANNELS.join(', ')}`;
  const expectation = { is: 'a way of contact', advice: `write ${all}` };
  const some = oneOrMore(oneOf(WRITTEN_CHANNELS, CHANNEL_WORDS), expectation);
  return z.union([z.literal('any'), some], {
    error: (issue) => {
      const word = typeof issue.input === 'string' ? issue.input.toLowerCase() : '';
      const meant = CHANNEL_WORDS.get(word) ?? nearest(word, ['any', ...WRITTEN_CHANNELS]);
      return JSON.stringify(meant === null ? expectation : { ...expectation, advice: `write ${meant}; ${all}` });
    },
  });
}

/** The keys that say by which way a contact was; one way or several, whichever reads better. */
export interface ChannelShape {
  readonly channel: z.ZodExactOptional<z.ZodType<Channels>>;
  readonly channels: z.ZodExactOptional<z.ZodType<Channels>>;
}

/** Keys `channel` and `channels`, of which one may be written. */
export function channelShape(): ChannelShape {
  return {
    channel: z.exactOptional(channels().describe('Way of contact; any when left out.')),
    channels: z.exactOptional(channels().describe('Ways of contact; any when left out.')),
  };
}

/** Only one of the two keys may be written. */
export function channelFaults(written: { readonly channel?: Channels; readonly channels?: Channels }): FaultAt[] {
  if (written.channel === undefined || written.channels === undefined) return [];
  return [{ at: 'channels', message: 'says again what channel says', advice: 'keep one of them' }];
}
