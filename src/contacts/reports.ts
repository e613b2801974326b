/** What passages of prose tell, in the terms of records and contacts. Pure. */
import { CHANNELS, type Channel } from '../model/definition.ts';
import { FLAG } from '../model/record.ts';

/** A told contact that fits more contacts than this may be any of them: it is held against none and never certain. */
export const MOST_FITS = 200;

/** Groups with more pairs of members than this between them are not looked into for what a told contact may be. */
export const MOST_MEMBER_PAIRS = 20_000;

/**
 * The ways that are told, in the order of CHANNELS; empty where none is. A contact has the one way that is told as its
 * channel; of none or several the way is not known, and its channel is `report`.
 */
export function toldChannels(channels: readonly Channel[] | 'any'): readonly Channel[] {
  return channels === 'any' ? [] : CHANNELS.filter((channel) => channels.includes(channel));
}

/** Marks of the record that a passage becomes. */
export function toldFlags(told: { readonly attempted: boolean; readonly official: boolean }): number {
  return FLAG.told | (told.official ? FLAG.official : 0) | (told.attempted ? FLAG.unanswered : 0);
}

/** What a reference of a passage is written as in its record: an id, or an unnamed member of a group. */
export function toldName(reference: string): string {
  return reference.startsWith('@') ? `unnamed member of ${reference}` : reference;
}
