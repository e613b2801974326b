/** The short written form of a duty: `meetings and calls with "@contractor"`. */
import type { Channel } from '../../../model/definition.ts';
import { CHANNEL_WORDS, type Channels, WRITTEN_CHANNELS } from './channel.ts';
import { type Fault, notA } from './leaf.ts';
import type { Names } from './names.ts';
import { listed, nearest } from './nearest.ts';
import { type Reference, referenceFault } from './reference.ts';

/** What has to be disclosed. */
export interface DutyPhrase {
  readonly kinds: Channels;
  /** null: with anybody, or not said here. */
  readonly with: readonly Reference[] | null;
}

const ANY = new Set(['any', 'all', 'contact', 'contacts', 'communication', 'communications']);
const ANYBODY = new Set(['anybody', 'anyone', 'everybody', 'everyone']);
/** Words that say nothing of their own: "phone calls", "all meetings". */
const FILLERS = new Set(['phone', 'telephone', 'all', 'any', 'message', 'messages']);

/** Elements of an enumeration: split at commas, "and" and "or", quotes taken off. */
function elements(part: string): string[] {
  return part
    .split(/\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+/)
    .map((element) => element.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((element) => element !== '');
}

function kindOf(element: string): Channel | 'any' | null {
  const words = element.toLowerCase().split(/\s+/);
  const telling = words.filter((word) => !FILLERS.has(word));
  const [word, ...more] = telling.length > 0 ? telling : words;
  if (word === undefined || more.length > 0) return null;
  return ANY.has(word) ? 'any' : (CHANNEL_WORDS.get(word) ?? null);
}

/**
 * Reads the short form: kinds of contact joined by commas, "and" or "or"; then, if it matters with whom, "with" and
 * parties or groups joined the same way. Quotes around a group are allowed, not needed.
 * @returns what it says, or what is wrong with it
 */
export function parseDutyPhrase(written: string, names: Names): DutyPhrase | Fault {
  const match = /^(.*?)(?:^|\s+)with\s+(.*)$/is.exec(written.trim());
  const kinds: Channel[] = [];
  let any = false;
  for (const element of elements(match === null ? written : match[1]!)) {
    const kind = kindOf(element);
    if (kind === null) {
      const near = nearest(element, CHANNEL_WORDS.keys());
      const all = `kinds are ${listed(WRITTEN_CHANNELS)}, or contacts for all of them`;
      return notA(
        'a kind of contact',
        element,
        near === null ? `${all}; then "with" and whom` : `write ${near}; ${all}`,
      );
    }
    if (kind === 'any') any = true;
    else if (!kinds.includes(kind)) kinds.push(kind);
  }
  if (!any && kinds.length === 0)
    return notA('a kind of contact', written, 'write it as: meetings and calls with "@contractor"');
  const parties = match === null ? [] : elements(match[2]!);
  if (match !== null && parties.length === 0)
    return notA('a kind of contact', written, 'say with whom, or leave "with" out');
  if (parties.every((party) => ANYBODY.has(party.toLowerCase()))) return { kinds: any ? 'any' : kinds, with: null };
  for (const party of parties) {
    const fault = referenceFault(party, names);
    if (fault !== null) return fault;
  }
  return { kinds: any ? 'any' : kinds, with: parties };
}
