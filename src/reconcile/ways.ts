/** Ways of contact as disclosures, duties and coverage mean them: a register says meeting where a log says visit. */
import { CHANNELS, type Channel } from '../model/definition.ts';
import { FLAG, RECORD_KINDS, type RecordKind } from '../model/record.ts';

const bit = (channel: Channel): number => 1 << CHANNELS.indexOf(channel);

/** Bits 1 << place in CHANNELS of each way. */
export const WAYS: readonly number[] = [bit('mail'), bit('call'), bit('text'), bit('meeting') | bit('visit')];

/** Any way of contact. */
const ANY_WAY = WAYS.reduce((bits, way) => bits | way, 0);

/** The bits of some channels, each with the others of its way. */
export function wayBits(channels: readonly Channel[] | 'any'): number {
  if (channels === 'any') return ANY_WAY;
  const written = channels.reduce((bits, channel) => bits | bit(channel), 0);
  return WAYS.reduce((bits, way) => ((written & way) === 0 ? bits : bits | way), written);
}

const OF_KIND: Readonly<{ [kind in RecordKind]: readonly Channel[] | 'any' }> = {
  message: ['mail'],
  call: ['call'],
  meeting: ['meeting'],
  visit: ['visit'],
  report: 'any',
};

/**
 * The ways that a row of a register can mean.
 * @param kind place in RECORD_KINDS
 * @param flags bits of FLAG
 */
export function toldWays(kind: number, flags: number): number {
  return (flags & FLAG.text) === 0 ? wayBits(OF_KIND[RECORD_KINDS[kind]!]) : wayBits(['text']);
}
